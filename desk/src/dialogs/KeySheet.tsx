// The keys, on one sheet.
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

const SHEET: readonly (readonly [string, string])[] = [
  ['J', 'next'],
  ['K', 'previous'],
  ['R', 'reply'],
  ['N', 'note'],
  ['T', 'take'],
  ['⇧ B', 'hand-back'],
  ['E', 'resolve'],
  ['⇧ E', 'resolve-next'],
  ['Z', 'snooze'],
  ['Ctrl K', 'commands'],
  ['Ctrl ↵', 'send'],
  ['Ctrl Alt A', 'attach'],
  ['/', 'canned'],
  ['@', 'mention'],
  ['↑', 'edit-last'],
  ['Esc', 'leave'],
  ['?', 'keys'],
]

export const KeySheet = () => {
  const { t } = useTranslation()
  return (
    <Dialog title={t('keys.title')} onClose={closeDialog}>
      <dl className="key-sheet">
        {SHEET.map(([keys, name]) => (
          <div key={name}>
            <dt>{t(`key.${name}`)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('keys.text')}</p>
    </Dialog>
  )
}
