// Step 2: how the chat looks and greets. Makes the shop's web inbox when there is none.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { queries, server, useSession } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { Step } from './Step.tsx'
import { ensureInbox, type Inbox, useWebInbox } from './workspace.ts'

export const COLOURS = ['#1f5f5b', '#1d4f91', '#6b3fa0', '#b03a48', '#b8621b', '#2b2f36'] as const
const MOST_STARTERS = 6
const LONGEST_STARTER = 80

interface Form {
  color: string
  greeting: string
  /** One a line. */
  starters: string
}
const formOf = (look: Partial<Inbox['look']> | undefined, greeting: string): Form => ({
  color: look?.color ?? COLOURS[0],
  greeting: look?.greeting ?? greeting,
  starters: (look?.starters ?? []).join('\n'),
})
const startersOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim().slice(0, LONGEST_STARTER)))]
    .filter(Boolean)
    .slice(0, MOST_STARTERS)

/** Black or white, whichever reads better on the colour. */
const inkOn = (color: string): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.18 ? '#111' : '#fff'
}

const Preview = ({ form, name }: { form: Form; name: string }) => {
  const { t } = useTranslation()
  const accent = { background: form.color, color: inkOn(form.color) }
  const starters = startersOf(form.starters)
  return (
    <figure className="look-preview" aria-label={t('welcome.preview')}>
      <div className="look-panel">
        <div className="look-head">
          <i style={accent} aria-hidden="true">
            {[...name.trim()][0]}
          </i>
          <b>{name}</b>
        </div>
        <p className="look-bubble">{form.greeting.trim() || t('welcome.greetingExample', { name })}</p>
        {starters.map((starter) => (
          <span key={starter} className="look-starter" style={{ borderColor: form.color }}>
            {starter}
          </span>
        ))}
      </div>
      <span className="look-launcher" style={accent} aria-hidden="true">
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          width="24"
          height="24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M12 3.500c-5 0-9 3.400-9 7.600 0 2.400 1.300 4.500 3.300 5.900l-.6 3.500 3.900-2c.8.2 1.600.2 2.400.2 5 0 9-3.400 9-7.600s-4-7.600-9-7.600Z" />
        </svg>
      </span>
    </figure>
  )
}

const ColourPick = ({ color, pick }: { color: string; pick: (color: string) => void }) => {
  const { t } = useTranslation()
  return (
    <fieldset className="first-choice swatches">
      <legend>{t('welcome.color')}</legend>
      {COLOURS.map((each) => (
        <label key={each} style={{ background: each }} title={each}>
          <input type="radio" name="color" aria-label={each} checked={color === each} onChange={() => pick(each)} />
        </label>
      ))}
      <input
        type="color"
        aria-label={t('welcome.ownColor')}
        value={color}
        onChange={(event) => pick(event.target.value)}
      />
    </fieldset>
  )
}

export const LookStep = () => {
  const { t } = useTranslation()
  const { tenant } = useSession()
  const { language } = usePreferences()
  const inbox = useWebInbox()
  const greeting = t('welcome.greetingExample', { name: tenant.name })
  const [form, setForm] = useState<Form | null>(null)
  const shown = form ?? formOf(inbox?.look, greeting)
  useEffect(() => {
    if (inbox) setForm(formOf(inbox.look, greeting))
  }, [inbox, greeting])
  const save = async () => {
    const starters = startersOf(shown.starters)
    const made = await act(async () => {
      const { id, look } = await ensureInbox(tenant.name, language)
      const change = { ...look, color: shown.color, greeting: shown.greeting.trim(), starters }
      return server.changeInbox({ params: { inboxId: id }, body: { look: change } })
    })
    await queries.invalidateQueries({ queryKey: ['inboxes'] })
    return made !== null
  }
  return (
    <Step name="look" title={t('welcome.lookTitle')} lead={t('welcome.lookLead')} save={save} wide>
      <div className="first-halves">
        <div>
          <ColourPick color={shown.color} pick={(color) => setForm({ ...shown, color })} />
          <Labelled label={t('welcome.greeting')}>
            <textarea
              className="first-field"
              rows={3}
              maxLength={300}
              value={shown.greeting}
              onChange={(event) => setForm({ ...shown, greeting: event.target.value })}
            />
          </Labelled>
          <Labelled label={t('welcome.starters')}>
            <textarea
              className="first-field"
              rows={4}
              placeholder={t('welcome.startersExample')}
              value={shown.starters}
              onChange={(event) => setForm({ ...shown, starters: event.target.value })}
            />
          </Labelled>
        </div>
        <Preview form={shown} name={tenant.name} />
      </div>
    </Step>
  )
}
