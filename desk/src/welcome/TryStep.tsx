// Step 4: talk to the bot as a customer would, with what it answers from beside it.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import { Button } from '../ui/Button.tsx'
import { ChatFrame, tell } from './ChatFrame.tsx'
import { NeedsInbox } from './NeedsInbox.tsx'
import type { Entry } from './QuickEntry.tsx'
import { Step } from './Step.tsx'
import { goToStep } from './steps.ts'
import { refreshWorkspace } from './workspace.ts'

const EditEntry = lazy(() => import('./EditEntry.tsx'))
const MOST_SHOWN = 30

const AnswersFrom = (props: { entries: Entry[]; ask: (text: string) => void; edit: (entry: Entry) => void }) => {
  const { t } = useTranslation()
  const { entries, ask, edit } = props
  if (entries.length === 0)
    return (
      <section aria-label={t('welcome.answersFrom')}>
        <h2>{t('welcome.answersFrom')}</h2>
        <p className="muted">{t('welcome.nothingToSay')}</p>
        <Button onClick={() => goToStep(3)}>{t('welcome.import')}</Button>
      </section>
    )
  return (
    <section aria-label={t('welcome.answersFrom')}>
      <h2>{t('welcome.answersFrom')}</h2>
      <p className="muted">{t('welcome.tapToAsk')}</p>
      <ul className="first-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" className="first-ask" onClick={() => ask(entry.title)}>
              <b>{entry.title}</b>
              <span className="muted clamp">{entry.answer}</span>
            </button>
            <Button look="quiet" onClick={() => edit(entry)}>
              {t('welcome.edit')}
            </Button>
          </li>
        ))}
      </ul>
      <small>{t('welcome.wrongAnswer')}</small>
    </section>
  )
}

export const TryStep = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const frame = useRef<HTMLIFrameElement>(null)
  const [edited, setEdited] = useState<Entry | null>(null)
  const { data } = useQuery({
    queryKey: ['knowledge', 'newest'],
    queryFn: ({ signal }) => server.listKnowledge({ query: { limit: MOST_SHOWN } }, signal),
  })
  const entries = (data?.entries ?? []).filter(({ status }) => status === 'published')
  const onMessage = useCallback(() => void refreshWorkspace(), [])
  return (
    // The editor is a form of its own: what it submits must not reach the step's.
    <>
      <Step name="try" title={t('welcome.tryTitle')} lead={t('welcome.tryLead')} wide>
        <NeedsInbox>
          {(inbox) => (
            <div className="first-halves first-try">
              <ChatFrame frame={frame} inbox={inbox} locale={language} onMessage={onMessage} />
              <AnswersFrom entries={entries} ask={(text) => tell(frame, { t: 'ask', text })} edit={setEdited} />
            </div>
          )}
        </NeedsInbox>
      </Step>
      {edited !== null && (
        <Suspense fallback={null}>
          <EditEntry entry={edited} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </>
  )
}
