// The conditions of a filter in the reader's words.
import type { ViewFilter } from '@ballast/contract/routes/workspace'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'

export type Field = keyof ViewFilter
export const FIELDS: readonly Field[] = [
  'statuses',
  'assignee',
  'waitingMs',
  'inboxIds',
  'channels',
  'teamIds',
  'levels',
  'locales',
  'handoverReasons',
]

export const useInboxes = () =>
  useQuery({ queryKey: ['inboxes'], queryFn: ({ signal }) => server.listInboxes({}, signal) }).data?.inboxes ?? []
export const useTeams = () =>
  useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => server.listTeams({}, signal) }).data?.teams ?? []

/** A language in the reader's own: `zh-CN` is “Chinese (China)” or “中文（中国）”. */
export const languageName = (locale: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}

export const useWording = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const inboxes = useInboxes()
  const teams = useTeams()
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? t('views.gone')
  const wordOf: Record<Field, (value: string) => string> = {
    statuses: (value) => t(`status.${value}`),
    assignee: (value) => t(`views.assignee.${value}`),
    waitingMs: (value) => t('views.minutes', { count: Math.round(Number(value) / 60_000) }),
    inboxIds: (value) => nameIn(inboxes, value),
    channels: (value) => t(`channel.${value}`, { defaultValue: value }),
    teamIds: (value) => nameIn(teams, value),
    levels: (value) => value,
    locales: (value) => languageName(value, language),
    handoverReasons: (value) => t(`handover.${value}`),
  }
  return { fieldName: (field: Field) => t(`views.field.${field}`), wordOf }
}

/** One entry a condition: its field and all it allows. */
export const useConditions = (filter: ViewFilter) => {
  const { t } = useTranslation()
  const { fieldName, wordOf } = useWording()
  return FIELDS.flatMap((field) => {
    const value = filter[field]
    if (value === undefined) return []
    const values = (Array.isArray(value) ? value : [value]).map((each) => wordOf[field](String(each)))
    return [{ field, name: fieldName(field), value: values.join(t('views.or')) }]
  })
}

export const without = (filter: ViewFilter, field: Field): ViewFilter => {
  const { [field]: _gone, ...rest } = filter
  return rest
}
