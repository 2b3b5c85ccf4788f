// A pack being fitted to the shop: languages, values, what it would say with them, installing and taking out.
import { Problem } from '@ballast/contract/problems'
import type { PackValue } from '@ballast/contract/routes/packs'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { toast } from '../ui/toasts.tsx'
import { knowledgeChanged } from './entries.ts'
import { emptyIn, type Pack, type PackLocale, readyValues, sideOf, type Values } from './packs.ts'
import { useSettled } from './use-settled.ts'

export type Preview = Awaited<ReturnType<typeof server.previewPack>>['entries']

const usePreview = (pack: Pack, locales: readonly PackLocale[], values: Values, enabled: boolean) =>
  useQuery({
    queryKey: ['knowledge', 'pack', pack.id, locales, values],
    queryFn: ({ signal }) =>
      server.previewPack({ params: { pack: pack.id }, body: { locales: [...locales], values } }, signal),
    enabled,
    placeholderData: (before) => before,
    staleTime: 0,
  })

/** The key of a field the server pointed at. */
const keyIn = (error: unknown): string | undefined =>
  error instanceof Problem ? /\/values\/(\w+)/.exec(error.path ?? '')?.[1] : undefined

export const usePackForm = (pack: Pack) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [locales, setLocales] = useState<readonly PackLocale[]>(pack.installed.length > 0 ? pack.installed : [language])
  const [values, setValues] = useState<Values>(pack.values)
  const [busy, setBusy] = useState(false)
  const sides = locales.map(sideOf)
  const empty = emptyIn(pack.fields, values, sides)
  const settled = useSettled(values)
  const preview = usePreview(pack, locales, readyValues(settled), empty.length === 0 && locales.length > 0)
  const refused = keyIn(preview.error)
  const install = async (): Promise<boolean> => {
    setBusy(true)
    try {
      const body = { locales: [...locales], values: readyValues(values) }
      const made = await server.installPack({ params: { pack: pack.id }, body })
      toast(t('packs.didInstall', { count: made.added + made.changed, kept: made.kept }))
      knowledgeChanged()
      return true
    } catch (error) {
      toast(explain(error), { tone: 'problem' })
      return false
    } finally {
      setBusy(false)
    }
  }
  const remove = async () => {
    const gone = await act(() => server.removePack({ params: { pack: pack.id } }))
    if (gone === null) return
    toast(t('packs.didRemove', { count: gone.withdrawn, kept: gone.kept }))
    knowledgeChanged()
  }
  return {
    ...{ locales, setLocales, values, busy, sides, preview, install, remove },
    wrong: refused === undefined ? empty : [...empty, refused],
    change: (key: string, value: PackValue) => setValues((now) => ({ ...now, [key]: value })),
  }
}
export type PackForm = ReturnType<typeof usePackForm>
