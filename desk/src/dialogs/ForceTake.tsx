// Taking a conversation from a colleague is asked twice.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

export const ForceTake = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const actions = useActions()
  const name = row.assigneeName ?? t('status.agent')
  const take = () => {
    closeDialog()
    void actions.takeByForce(row)
  }
  return (
    <Dialog title={t('forceTake.title', { name })} onClose={closeDialog}>
      <p>{t('forceTake.text', { name })}</p>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="danger" onClick={take}>
          {t('forceTake.do')}
        </Button>
      </div>
    </Dialog>
  )
}
