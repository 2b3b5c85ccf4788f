// An answer as the bot would say it in this voice, before anything is saved.
import { useQuery } from '@tanstack/react-query'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { useEntries } from '../knowledge/entries.ts'
import { useSettled } from '../knowledge/use-settled.ts'
import { Failed } from '../ui/Blank.tsx'
import { sayable, type Voice } from './voice-data.ts'

const MOMENTS = ['first', 'later', 'greeting', 'bye'] as const
type Moment = (typeof MOMENTS)[number]
const MOST = 2_000
const CHOICES = 20

/** Sentences to listen to: our own lines, and the newest entries of the shop. */
const useSamples = (moment: Moment) => {
  const { t } = useTranslation()
  const { entries } = useEntries({ status: 'published' })
  const own = (['zh', 'en'] as const).map((language) => ({
    value: language as string,
    label: t(`voice.sampleOf.${language}`),
    text: t(`voice.sample.${moment === 'bye' || moment === 'greeting' ? moment : 'answer'}.${language}`),
    language,
  }))
  const theirs = entries.slice(0, CHOICES).map(({ id, title, answer, locale }) => ({
    value: id,
    label: title,
    text: answer.slice(0, MOST),
    language: locale.startsWith('zh') ? ('zh' as const) : ('en' as const),
  }))
  return [...own, ...theirs]
}

export const VoicePreview = ({ voice, label }: { voice: Voice; label: string }) => {
  const { t, i18n } = useTranslation()
  const [moment, setMoment] = useState<Moment>('first')
  const [which, setWhich] = useState<string>(i18n.language.startsWith('zh') ? 'zh' : 'en')
  const samples = useSamples(moment)
  const { text, language } = samples.find(({ value }) => value === which) ?? samples[0]!
  const body = useSettled(JSON.stringify({ voice: sayable(voice), language, text, moment }))
  const query = useQuery({
    queryKey: ['voices', 'preview', body],
    queryFn: ({ signal }) => server.previewVoice({ body: JSON.parse(body) }, signal),
    placeholderData: (before) => before,
  })
  const heard = query.data
  return (
    <aside className="sheet padded voice-preview" aria-label={label}>
      <h2>{label}</h2>
      <Select
        aria-label={t('voice.moment')}
        value={moment}
        options={MOMENTS.map((value) => ({ value, label: t(`voice.momentOf.${value}`) }))}
        onChange={setMoment}
      />
      <Select
        aria-label={t('voice.sampleWhich')}
        value={which}
        options={samples.map(({ value, label: name }) => ({ value, label: name }))}
        onChange={setWhich}
      />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {heard !== undefined && (
        <div className="voice-said" role="status" aria-busy={query.isPlaceholderData}>
          <small>{voice.nickname ?? t('voice.nameless')}</small>
          {heard.said !== null && <p className="kb-bubble">{heard.said}</p>}
          {heard.refused !== null && (
            <p className="set-wrong">{t(`voice.refused.${heard.refused.replace('.', '-')}`)}</p>
          )}
        </div>
      )}
    </aside>
  )
}
