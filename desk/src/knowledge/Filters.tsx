// Narrows the list: language, topic, kind, standing, channel. What is not chosen is not asked for.
import { ENTRY_KINDS } from '@ballast/contract/routes/knowledge'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { channelName } from '../settings/inboxes/channel-name.ts'
import { CHANNELS } from '../settings/inboxes/channels.ts'
import { type Filter, LOCALES, languageName, useEntries } from './entries.ts'

type Narrow = Omit<Filter, 'search'>
interface Choice {
  readonly value: string
  readonly label: string
}

const One = (props: {
  name: keyof Narrow
  choices: readonly Choice[]
  filter: Narrow
  change: (next: Narrow) => void
}) => {
  const { t } = useTranslation()
  const { name, choices, filter, change } = props
  const label = t(`knowledge.filter.${name}`)
  const choose = (value: string | undefined) => {
    const { [name]: _, ...rest } = filter
    change(value === undefined ? rest : ({ ...rest, [name]: value } as Narrow))
  }
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={name === 'topic' ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      value={filter[name] ?? null}
      options={[...choices]}
      onChange={(value) => choose(value ?? undefined)}
    />
  )
}

/** Topics of the newest entries: what is being worked on. */
const useTopics = (): Choice[] => {
  const { entries } = useEntries({})
  const topics = [...new Set(entries.map(({ topic }) => topic).filter(Boolean))].sort()
  return topics.map((value) => ({ value, label: value }))
}

export const Filters = ({ filter, change }: { filter: Narrow; change: (next: Narrow) => void }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const topics = useTopics()
  const choices: Record<keyof Narrow, readonly Choice[]> = {
    status: (['published', 'draft', 'withdrawn'] as const).map((value) => ({ value, label: t(`entry.${value}`) })),
    locale: LOCALES.map((value) => ({ value, label: languageName(value, language) })),
    kind: ENTRY_KINDS.map((value) => ({ value, label: t(`knowledge.kind.${value}`) })),
    topic: topics,
    channel: CHANNELS.map(({ id }) => ({ value: id, label: channelName(id) })),
  }
  return (
    <search className="kb-filters" aria-label={t('knowledge.filters')}>
      {(Object.keys(choices) as (keyof Narrow)[]).map((name) => (
        <One key={name} name={name} choices={choices[name]} filter={filter} change={change} />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button type="text" onClick={() => change({})}>
          {t('knowledge.filterOff')}
        </Button>
      )}
    </search>
  )
}
