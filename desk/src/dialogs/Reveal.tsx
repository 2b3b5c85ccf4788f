// A personal field is shown in full only with a reason, which the server writes down.
import type { PersonalField } from '@ballast/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { server } from '../app/server.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

type Reason = Parameters<typeof server.revealField>[0]['body']['reason']
const REASONS: readonly Reason[] = ['delivery', 'refund', 'identity-check', 'call-back', 'other']

interface RevealProps {
  contactId: string
  field: PersonalField
  shown: (value: string | null) => void
}

export const Reveal = ({ contactId, field, shown }: RevealProps) => {
  const { t } = useTranslation()
  const [reason, setReason] = useState<Reason | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = (each: Reason) => {
    setReason(each)
    setProblem(null)
  }
  const reveal = async () => {
    if (reason === null) return setProblem(t('problem.reveal-reason-required'))
    try {
      const { value } = await server.revealField({ params: { contactId }, body: { field, reason } })
      shown(value ?? t('contact.unknown'))
      closeDialog()
    } catch (error) {
      setProblem(explain(error))
    }
  }
  return (
    <Dialog title={t('reveal.title', { field: t(`contact.${field}`) })} onClose={closeDialog}>
      <p className="muted">{t('reveal.text')}</p>
      <fieldset className="choice-list">
        <legend>{t('reveal.why')}</legend>
        {REASONS.map((each) => (
          <label key={each}>
            <input type="radio" name="reason" checked={reason === each} onChange={() => choose(each)} />
            {t(`reveal.reason.${each}`)}
          </label>
        ))}
      </fieldset>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="main" onClick={() => void reveal()}>
          {t('do.reveal')}
        </Button>
      </div>
    </Dialog>
  )
}
