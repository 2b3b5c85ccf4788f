// One step's frame: what it is about, its content, and the way back, past it and on.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { goToStep, markDone, STEPS, type StepName } from './steps.ts'

export interface StepProps {
  readonly name: StepName
  readonly title: string
  readonly lead: string
  /** Answers whether to go on. Left out: there is nothing to save. */
  readonly save?: () => Promise<boolean>
  readonly nextLabel?: string
  /** At the last step. */
  readonly finish?: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

export const Step = ({ name, title, lead, save, nextLabel, finish, wide, children }: StepProps) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const at = STEPS.indexOf(name) + 1
  const on = () => (finish ? finish() : goToStep(at + 1))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const goesOn = save === undefined || (await save())
    setBusy(false)
    if (!goesOn) return
    markDone(name)
    on()
  }
  return (
    <form className={wide ? 'first-step wide' : 'first-step'} onSubmit={(event) => void submit(event)}>
      <header>
        <h1>{title}</h1>
        <p className="muted">{lead}</p>
      </header>
      {children}
      <footer className="first-foot">
        {at > 1 && (
          <Button icon="back" onClick={() => goToStep(at - 1)}>
            {t('welcome.back')}
          </Button>
        )}
        <span className="grow" />
        {!finish && (
          <Button look="quiet" onClick={on}>
            {t('welcome.skip')}
          </Button>
        )}
        <Button look="main" type="submit" disabled={busy}>
          {nextLabel ?? t('welcome.next')}
        </Button>
      </footer>
    </form>
  )
}
