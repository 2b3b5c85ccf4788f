// The first ten minutes of a shop: six steps, each of which may be skipped and come back to.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { queries, server, useMay, useSession } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { act } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { InviteStep } from './InviteStep.tsx'
import { KnowledgeStep } from './KnowledgeStep.tsx'
import { LookStep } from './LookStep.tsx'
import { ScriptStep } from './ScriptStep.tsx'
import { ShopStep } from './ShopStep.tsx'
import { goToStep, keep, openProgress, progress, STEPS } from './steps.ts'
import { TryStep } from './TryStep.tsx'
import { doneOf, useWorkspace } from './workspace.ts'
import './welcome.css'

const StepsBar = ({ at }: { at: number }) => {
  const { t } = useTranslation()
  const { data } = useWorkspace()
  const own = useCell(progress, (now) => now.done)
  const done = new Set([...own, ...doneOf(data)])
  return (
    <ol className="first-bar" aria-label={t('welcome.steps')}>
      {STEPS.map((name, index) => (
        <li key={name} className={done.has(name) ? 'done' : undefined}>
          <button
            type="button"
            title={t(`welcome.step.${name}`)}
            aria-current={index + 1 === at ? 'step' : undefined}
            onClick={() => goToStep(index + 1)}
          >
            <i aria-hidden="true">{done.has(name) ? <Icon name="check" size={14} /> : index + 1}</i>
            <span>{t(`welcome.step.${name}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

const WelcomePage = ({ step }: { step: number }) => {
  const { t } = useTranslation()
  const { tenant } = useSession()
  const marks = useMay('settings.manage')
  openProgress(tenant.id)
  // Whichever way the reader came here (a link, the browser's own back), this is where they come back to.
  useEffect(() => keep({ step }), [step])
  const leave = async () => {
    if (marks) await act(() => server.changeWorkspace({ body: { setUp: true } }))
    keep({ putAway: true, step: 1 })
    await queries.invalidateQueries({ queryKey: ['workspace'] })
    go({ page: 'inbox', view: 'all', conversationId: null })
  }
  const finish = () => void leave()
  return (
    <main className="first">
      <header className="first-top">
        <span className="mark" aria-hidden="true" />
        <StepsBar at={step} />
        <Button look="quiet" onClick={finish}>
          {t('welcome.later')}
        </Button>
      </header>
      <div className="first-body" key={step}>
        {step === 1 && <ShopStep />}
        {step === 2 && <LookStep />}
        {step === 3 && <KnowledgeStep />}
        {step === 4 && <TryStep />}
        {step === 5 && <ScriptStep />}
        {step === 6 && <InviteStep finish={finish} />}
      </div>
    </main>
  )
}
export default WelcomePage
