// Why a message was taken for what it was: the words that decided, the mood, and how the conversation goes.
import type { Message } from '@ballast/contract/conversation'
import { plainText } from '@ballast/contract/parts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { percent, useTitle } from '../language/lab.ts'
import { MarkedSentence } from '../language/MarkedSentence.tsx'

const useWhy = (text: string) =>
  useQuery({
    queryKey: ['language', 'try', 'in use', text],
    queryFn: ({ signal }) => server.tryLanguage({ body: { text } }, signal),
    staleTime: 60_000,
  })

export const WhyHeard = ({ message }: { message: Message }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const text = plainText(message.parts).slice(0, 500)
  const words = useWhy(text).data?.verdict.words ?? []
  const { intent, confidence = 0, emotion, feeling, trajectory, reasons = [] } = message.verdict ?? {}
  const mood = emotion !== undefined && feeling !== undefined && emotion !== 'neutral'
  return (
    <section className="why-heard">
      <MarkedSentence className="lab-quote" text={text} words={words} />
      <ul className="why-list">
        {intent !== undefined && (
          <li>{t('verdict.takenFor', { intent: title(intent), share: percent(confidence) })}</li>
        )}
        {mood && <li>{t('verdict.feels', { emotion: t(`emotion.${emotion}`), share: percent(feeling.certainty) })}</li>}
        {trajectory !== undefined && trajectory.anger >= 0.1 && (
          <li>{t('verdict.angerNow', { share: percent(trajectory.anger) })}</li>
        )}
        {reasons.map((reason) => (
          <li key={reason}>{t(`reason.${reason.replace('.', '-')}`, { defaultValue: reason })}</li>
        ))}
      </ul>
    </section>
  )
}
