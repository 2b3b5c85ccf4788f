// Intents: make, rename, switch on and off, remove.
import { problem, type Uuid } from '@ballast/contract'
import { type Intent, NONE_INTENT } from '@ballast/contract/routes/language'
import { appendFacts } from '../../platform/facts/append.ts'
import { MOST_INTENTS } from './examples.ts'
import { mustKnow, readAllIntents } from './list-intents.ts'
import { byWhom, type LanguageParts, type StaffSide } from './parts.ts'
import { isBuiltIn } from './rules/intent-set.ts'
import { deleteIntent, lockLanguage, readIntents, writeIntent } from './store.ts'

export interface IntentDraft {
  readonly title?: { readonly zh: string; readonly en: string }
  readonly on: boolean
}

/** @throws Problem intent.built-in for the title of a built-in one, intent.not-found for a new one without title */
export const saveIntent = (
  parts: LanguageParts,
  by: StaffSide,
  { intentId: id, title, on }: IntentDraft & { readonly intentId: string },
): Promise<Intent> => {
  const { tenant } = by
  const builtIn = isBuiltIn(id)
  if (builtIn && (title !== undefined || id === NONE_INTENT)) throw problem('intent.built-in')
  return parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    const rows = await readIntents(tx, tenant)
    const before = rows.find((row) => row.id === id)
    if (!builtIn && before === undefined) {
      if (title === undefined) throw problem('intent.not-found')
      if (rows.filter((row) => !row.builtIn).length >= MOST_INTENTS) throw problem('language.full')
    }
    const titleZh = title?.zh ?? before?.titleZh ?? ''
    await writeIntent(tx, tenant, { id, builtIn, on, titleZh, titleEn: title?.en ?? before?.titleEn ?? '' })
    await appendFacts(tx, [fact(parts, by, 'intent.saved', { intent: id, on })])
    return mustKnow(await readAllIntents(tx, tenant), id)
  })
}

/** With its examples. @throws Problem intent.built-in, intent.not-found */
export const removeIntent = async (parts: LanguageParts, by: StaffSide, id: string): Promise<void> => {
  const { tenant } = by
  if (isBuiltIn(id)) throw problem('intent.built-in')
  await parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    mustKnow(await readAllIntents(tx, tenant), id)
    const removed = await deleteIntent(tx, tenant, id)
    await appendFacts(tx, [
      fact(parts, by, 'intent.removed', { intent: id }),
      ...(removed > 0 ? [fact(parts, by, 'language.taught', { added: 0, removed })] : []),
    ])
  })
}

type LanguageFact = 'intent.saved' | 'intent.removed' | 'language.taught' | 'language.trained' | 'language.published'
/** Facts of language are about the workspace. */
export const fact = (
  parts: Pick<LanguageParts, 'ids' | 'clock'>,
  by: StaffSide,
  type: LanguageFact,
  data: object,
): { id: Uuid; tenant: Uuid; type: LanguageFact; subject: Uuid; at: number; data: object } => ({
  id: parts.ids.uuid(),
  tenant: by.tenant,
  type,
  subject: by.tenant,
  at: parts.clock.now(),
  data: { ...data, ...byWhom(by) },
})
