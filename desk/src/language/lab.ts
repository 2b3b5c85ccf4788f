// What the language lab asks the server, and how its intents are called in the reader's language.
import { NONE_INTENT } from '@ballast/contract/routes/language'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { queries, server } from '../app/server.ts'

export type Intent = Awaited<ReturnType<typeof server.listIntents>>['intents'][number]
export type Example = Awaited<ReturnType<typeof server.listExamples>>['examples'][number]
export type Model = Awaited<ReturnType<typeof server.listModels>>['models'][number]
export type Figures = NonNullable<Model['figures']>
export type Comparison = Awaited<ReturnType<typeof server.compareModels>>
export type Verdict = Awaited<ReturnType<typeof server.tryLanguage>>['verdict']

export const useIntents = () =>
  useQuery({ queryKey: ['language', 'intents'], queryFn: ({ signal }) => server.listIntents({}, signal) })
export const useModels = () =>
  useQuery({ queryKey: ['language', 'models'], queryFn: ({ signal }) => server.listModels({}, signal) })

/** Examples and counts changed. */
export const taught = (): void => {
  void queries.invalidateQueries({ queryKey: ['language', 'intents'] })
  void queries.invalidateQueries({ queryKey: ['language', 'examples'] })
}
/** Another version is there, or in use. */
export const versionsChanged = (): void => {
  void queries.invalidateQueries({ queryKey: ['language', 'models'] })
  void queries.invalidateQueries({ queryKey: ['language', 'intents'] })
}

export const useTitle = (): ((id: string) => string) => {
  const { t } = useTranslation()
  const which = usePreferences().language === 'zh-CN' ? 'zh' : 'en'
  const intents = useIntents().data?.intents
  return (id) =>
    id === NONE_INTENT ? t('language.none') : (intents?.find((intent) => intent.id === id)?.title[which] ?? id)
}
export const useMeaning = (): ((intent: Intent) => string) => {
  const which = usePreferences().language === 'zh-CN' ? 'zh' : 'en'
  return (intent) => intent.meaning?.[which] ?? ''
}
export const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 1 ? 1 : 0)} %`

/** Found by id, by title in either language, or by meaning. */
export const matching = (intents: readonly Intent[], words: string): Intent[] => {
  const wanted = words.trim().toLowerCase()
  return intents.filter(({ id, title, meaning }) =>
    `${id} ${title.zh} ${title.en} ${meaning?.zh ?? ''} ${meaning?.en ?? ''}`.toLowerCase().includes(wanted),
  )
}
