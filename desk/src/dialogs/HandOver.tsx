// Put a conversation into the waiting queue by hand, and say why.
import { type ConversationRow, HANDOVER_REASONS, type HandoverReason } from '@ballast/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

/** A person chooses among what a person can judge; the other reasons are the machine's. */
const REASONS = HANDOVER_REASONS.filter((reason) => !['rule', 'agent-transfer'].includes(reason)).reverse()

export const HandOver = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const actions = useActions()
  const [reason, setReason] = useState<HandoverReason>('manual')
  const handOver = () => {
    closeDialog()
    void actions.handOver(row, reason)
  }
  return (
    <Dialog title={t('queue.do')} onClose={closeDialog}>
      <p className="muted">{t('queue.text')}</p>
      <fieldset className="choice-list">
        <legend>{t('queue.why')}</legend>
        {REASONS.map((each) => (
          <label key={each}>
            <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
            {t(`handover.${each}`)}
          </label>
        ))}
      </fieldset>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="main" onClick={handOver}>
          {t('queue.do')}
        </Button>
      </div>
    </Dialog>
  )
}
