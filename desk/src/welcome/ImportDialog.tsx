// The third of the first steps again, for later: from the knowledge page.
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/server.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { openProgress } from './steps.ts'
import { useImport } from './use-import.ts'
import './welcome.css'

const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  openProgress(useSession().tenant.id)
  const { label, run } = useImport((count) => toast(t('welcome.taken', { count })))
  const go = async () => {
    if ((await run()) === 'taken') onClose()
  }
  return (
    <Dialog title={t('welcome.import')} onClose={onClose} wide>
      <p className="muted">{t('welcome.knowledgeLead')}</p>
      <ImportPanel />
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button look="main" disabled={label === undefined} onClick={() => void go()}>
          {label ?? t('welcome.read')}
        </Button>
      </div>
    </Dialog>
  )
}
export default ImportDialog
