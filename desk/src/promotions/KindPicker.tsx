// What kind of rule a new one is: each with a line of what it is good for.
import { RULE_KINDS, type RuleKind } from '@ballast/contract/promotions'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'

export const KindPicker = ({ onPick, onClose }: { onPick: (kind: RuleKind) => void; onClose: () => void }) => {
  const { t } = useTranslation()
  return (
    <Dialog title={t('promotions.new')} onClose={onClose} wide>
      <ul className="promo-kinds">
        {RULE_KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => onPick(kind)}>
              <b>{t(`promotions.kind.${kind}`)}</b>
              <span className="muted">{t(`promotions.kindText.${kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
