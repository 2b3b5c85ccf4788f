// Asked before the desk leaves a form with something unsaved in it.
import { useTranslation } from 'react-i18next'
import { leaveAnyway, leaving } from '../app/leave-guard.ts'
import { useCell } from '../live/cell.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

const stay = () => leaving.set(null)

export const LeaveQuestion = () => {
  const { t } = useTranslation()
  if (useCell(leaving, (now) => now) === null) return null
  return (
    <Dialog title={t('settings.leaveTitle')} onClose={stay}>
      <p className="muted">{t('settings.leaveText')}</p>
      <div className="dialog-foot">
        <Button onClick={leaveAnyway}>{t('settings.leaveDo')}</Button>
        <Button look="main" onClick={stay}>
          {t('settings.stay')}
        </Button>
      </div>
    </Dialog>
  )
}
