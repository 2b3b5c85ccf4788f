// Step 4: talk to the bot as a customer would, with what it answers from beside it.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import type { Entry } from '../knowledge/EntryEditor.tsx'
import { Button } from '../ui/Button.tsx'
import { ChatFrame, tell } from './ChatFrame.tsx'
import { NeedsInbox } from './NeedsInbox.tsx'
import { Step } from './Step.tsx'
import { goToStep } from './steps.ts'
import { refreshWorkspace } from './workspace.ts'

const EditEntry = lazy(() => import('./EditEntry.tsx'))
const MOST_SHOWN = 30

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
  const ask = (text: string) => tell(frame, { t: 'ask', text })
  return (
    <Step name="try" title={t('welcome.tryTitle')} lead={t('welcome.tryLead')} wide>
      <NeedsInbox>
        {(inbox) => (
          <div className="first-halves first-try">
            <ChatFrame frame={frame} inbox={inbox} locale={language} onMessage={onMessage} />
            <section aria-label={t('welcome.answersFrom')}>
              <h2>{t('welcome.answersFrom')}</h2>
              {entries.length === 0 && (
                <p className="muted">
                  {t('welcome.nothingToSay')}{' '}
                  <Button look="quiet" onClick={() => goToStep(3)}>
                    {t('welcome.import')}
                  </Button>
                </p>
              )}
              {entries.length > 0 && <p className="muted">{t('welcome.tapToAsk')}</p>}
              <ul className="first-entries">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <button type="button" className="first-ask" onClick={() => ask(entry.title)}>
                      <b>{entry.title}</b>
                      <span className="muted clamp">{entry.answer}</span>
                    </button>
                    <Button look="quiet" onClick={() => setEdited(entry)}>
                      {t('welcome.edit')}
                    </Button>
                  </li>
                ))}
              </ul>
              {entries.length > 0 && <small>{t('welcome.wrongAnswer')}</small>}
            </section>
          </div>
        )}
      </NeedsInbox>
      {edited !== null && (
        <Suspense fallback={null}>
          <EditEntry entry={edited} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </Step>
  )
}
