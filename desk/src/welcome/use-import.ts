// One button through the taking in of texts: first it reads, then, with everything in sight, it publishes.
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { useCell } from '../live/cell.ts'
import { act } from '../ui/act.ts'
import { keep, progress } from './steps.ts'
import { previewOf, takeIn } from './take-in.ts'

export type Took = 'nothing' | 'read' | 'taken' | 'failed'

/** `told` hears how many were published. */
export const useImport = (
  told: (count: number) => void = () => undefined,
): { label: string | undefined; run: () => Promise<Took> } => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { pasted, drafts } = useCell(progress, (now) => now)
  const kept = (drafts ?? []).filter(({ title, answer }) => title.trim() !== '' && answer.trim() !== '')
  const read = async (): Promise<Took> => {
    const found = await act(() => previewOf([{ name: null, text: pasted }], language))
    if (found === null) return 'failed'
    keep(found)
    return 'read'
  }
  const publish = async (): Promise<Took> => {
    const count = await act(() => takeIn(kept, language))
    if (count === null) return 'failed'
    keep({ drafts: null, skipped: [], pasted: '' })
    told(count)
    return 'taken'
  }
  if (drafts !== null && kept.length > 0) return { label: t('welcome.takeIn', { count: kept.length }), run: publish }
  if (drafts === null && pasted.trim() !== '') return { label: t('welcome.read'), run: read }
  return { label: undefined, run: async () => 'nothing' }
}
