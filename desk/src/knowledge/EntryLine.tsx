// One entry in the list.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { useTimes } from '../app/times.ts'
import { channelName } from '../settings/inboxes/channel-name.ts'
import { type Entry, languageName } from './entries.ts'
import { Marks } from './Marks.tsx'
import { COLUMNS, type Usage } from './usage.ts'

const useFacts = (entry: Entry): string[] => {
  const { t } = useTranslation()
  const times = useTimes()
  const { language } = usePreferences()
  return [
    languageName(entry.locale, language),
    ...(entry.kind === 'answer' ? [] : [t(`knowledge.kind.${entry.kind}`)]),
    ...(entry.topic === '' ? [] : [entry.topic]),
    ...(entry.channels.length === 0 ? [] : [entry.channels.map(channelName).join(', ')]),
    ...(entry.questions.length === 0 ? [] : [t('knowledge.wordings', { count: entry.questions.length })]),
    times.full(entry.updatedAt),
  ]
}

/** Nothing of an entry that was not used. */
const Figures = ({ usage }: { usage: Usage | undefined }) => {
  const { t } = useTranslation()
  const times = useTimes()
  if (usage === undefined) return null
  return (
    <span className="kb-usage">
      {COLUMNS.map((column) => (
        <span key={column}>
          <i>{t(`knowledge.usage.${column}`)} </i>
          {usage[column]}
        </span>
      ))}
      <span>
        <i>{t('knowledge.usage.lastUsed')} </i>
        {times.day(usage.lastUsedAt)}
      </span>
    </span>
  )
}

export const EntryLine = ({ entry, usage }: { entry: Entry; usage: Usage | undefined }) => (
  <li>
    <a className="kb-line" {...linkTo({ page: 'knowledge', at: `entries/${entry.id}` })}>
      <span className="kb-line-top">
        <b>{entry.title}</b>
        <Marks entry={entry} />
      </span>
      <span className="muted clamp">{entry.answer}</span>
      <small>{useFacts(entry).join(' · ')}</small>
      <Figures usage={usage} />
    </a>
  </li>
)
