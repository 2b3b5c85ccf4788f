// An answer as steps: what to do, one after the other, each with a picture or video if that says it better.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button.tsx'
import type { Entry } from './entries.ts'
import type { EntryForm } from './entry-form.ts'
import { AddMedium, MediumLine } from './MediumField.tsx'
import type { Medium } from './media-files.ts'

type Step = Entry['steps'][number]
const MOST = 20

const withMedium = ({ text }: Step, medium: Medium | undefined): Step =>
  medium === undefined ? { text } : { text, medium }

interface LineProps {
  readonly step: Step
  readonly at: number
  readonly count: number
  readonly readOnly: boolean
  /** From what the step is then: an upload may end long after it began. */
  readonly change: (next: (step: Step) => Step) => void
  readonly move: (by: -1 | 1) => void
  readonly remove: () => void
}
const Acts = (props: { number: number; last: boolean } & Pick<LineProps, 'move' | 'remove'>) => {
  const { t } = useTranslation()
  const { number, last, move, remove } = props
  return (
    <span className="kb-step-acts">
      <IconButton
        icon="up"
        label={t('knowledge.stepUp', { number })}
        disabled={number === 1}
        onClick={() => move(-1)}
      />
      <IconButton icon="down" label={t('knowledge.stepDown', { number })} disabled={last} onClick={() => move(1)} />
      <IconButton icon="close" label={t('knowledge.stepOff', { number })} onClick={remove} />
    </span>
  )
}

const Line = ({ step, at, count, readOnly, change, move, remove }: LineProps) => {
  const { t } = useTranslation()
  const number = at + 1
  return (
    <li className="kb-step">
      <div className="kb-step-body">
        <Input.TextArea
          aria-label={t('knowledge.step', { number })}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={1000}
          readOnly={readOnly}
          status={step.text.trim() === '' ? 'error' : ''}
          value={step.text}
          onChange={(event) => change((now) => ({ ...now, text: event.target.value }))}
        />
        {step.medium !== undefined ? (
          <MediumLine
            medium={step.medium}
            readOnly={readOnly}
            write={(alt) => change((now) => withMedium(now, now.medium && { ...now.medium, alt }))}
            remove={() => change((now) => withMedium(now, undefined))}
          />
        ) : (
          !readOnly && <AddMedium room={1} add={(medium) => change((now) => withMedium(now, medium))} />
        )}
      </div>
      {!readOnly && <Acts number={number} last={number === count} move={move} remove={remove} />}
    </li>
  )
}

export const Steps = ({ form, readOnly }: { form: EntryForm; readOnly: boolean }) => {
  const { t } = useTranslation()
  const { steps } = form.value
  const [begun] = useState(steps.length > 0 || form.value.kind === 'solution')
  const now = useRef(steps)
  now.current = steps
  const set = (next: Step[]) => {
    now.current = next
    form.set({ steps: next })
  }
  const move = (at: number, by: number) => {
    const next = [...steps]
    const [step] = next.splice(at, 1)
    next.splice(at + by, 0, step!)
    set(next)
  }
  return (
    <details className="sheet kb-fold" open={begun}>
      <summary>
        <h2>{t('knowledge.steps')}</h2>
        <span className="muted">{steps.length === 0 ? t('knowledge.picturesNone') : steps.length}</span>
      </summary>
      <div className="kb-fields">
        <p className="set-help">{t('knowledge.stepsHelp')}</p>
        <ol className="kb-steps">
          {steps.map((step, at) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is nothing but its place and its words.
              key={at}
              step={step}
              at={at}
              count={steps.length}
              readOnly={readOnly}
              change={(next) => set(now.current.map((each, place) => (place === at ? next(each) : each)))}
              move={(by) => move(at, by)}
              remove={() => set(steps.filter((_, place) => place !== at))}
            />
          ))}
        </ol>
        {!readOnly && steps.length < MOST && (
          <Button className="kb-more" onClick={() => set([...steps, { text: '' }])}>
            {t('knowledge.stepAdd')}
          </Button>
        )}
      </div>
    </details>
  )
}
