// The keys, on one sheet.
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

type Keys = readonly (readonly [string, string])[]
const SHEET: Readonly<Record<string, Keys>> = {
  list: [
    ['J', 'next'],
    ['K', 'previous'],
    ['↑ ↓', 'move'],
    ['↵', 'open'],
    ['X', 'select'],
    ['⇧ X', 'select-to'],
  ],
  talk: [
    ['R', 'reply'],
    ['N', 'note'],
    ['T', 'take'],
    ['⇧ B', 'hand-back'],
    ['⇧ Q', 'hand-over'],
    ['E', 'resolve'],
    ['⇧ E', 'resolve-next'],
    ['Z', 'snooze'],
    ['Ctrl ↵', 'send'],
    ['Ctrl Alt A', 'attach'],
    ['/', 'canned'],
    ['@', 'mention'],
    ['↑', 'edit-last'],
  ],
  go: [
    ['G M', 'go-mine'],
    ['G U', 'go-unassigned'],
    ['G B', 'go-bot'],
    ['G A', 'go-all'],
    ['G Z', 'go-snoozed'],
    ['G E', 'go-resolved'],
    ['G 1–9', 'go-saved'],
    ['G C', 'go-inbox'],
    ['G K', 'go-knowledge'],
    ['G T', 'go-team'],
    ['G S', 'go-settings'],
  ],
  desk: [
    ['Ctrl K', 'commands'],
    ['Alt O', 'panel'],
    ['Esc', 'leave'],
    ['?', 'keys'],
  ],
}

export const KeySheet = () => {
  const { t } = useTranslation()
  return (
    <Dialog title={t('keys.title')} onClose={closeDialog} wide>
      <div className="key-groups">
        {Object.entries(SHEET).map(([group, keys]) => (
          <section key={group} aria-label={t(`keys.${group}`)}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl className="key-sheet">
              {keys.map(([press, name]) => (
                <div key={name}>
                  <dt>{t(`key.${name}`)}</dt>
                  <dd>
                    <kbd>{press}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="muted">{t('keys.text')}</p>
    </Dialog>
  )
}
