// Reading: every intent with its counts, the examples of one, all own examples as CSV.
import { problem, type Uuid } from '@ballast/contract'
import type { Example, Intent } from '@ballast/contract/routes/language'
import type { Tx } from '../../platform/database/open.ts'
import { openExamples } from './examples.ts'
import type { LanguageParts } from './parts.ts'
import { writeCsv } from './rules/csv.ts'
import { intentsOf, sameText, sayingsOf } from './rules/intent-set.ts'
import { countExamples, readExamples, readIntents } from './store.ts'

export const readAllIntents = async (tx: Tx, tenant: Uuid): Promise<Intent[]> =>
  intentsOf(await readIntents(tx, tenant), await countExamples(tx, tenant))

export const mustKnow = (intents: readonly Intent[], id: string): Intent => {
  const intent = intents.find((each) => each.id === id)
  if (intent === undefined) throw problem('intent.not-found')
  return intent
}

export const listIntents = async (
  parts: LanguageParts,
  tenant: Uuid,
): Promise<{ intents: Intent[]; inUse: number }> => ({
  intents: await parts.database.as(tenant, (tx) => readAllIntents(tx, tenant)),
  inUse: await parts.models.inUse(tenant),
})

/** Own ones, newest first, then the built-in ones that no own example anywhere has taken over. */
export const listExamples = async (parts: LanguageParts, tenant: Uuid, intentId: string): Promise<Example[]> => {
  const { secrets, database } = parts
  const rows = await database.as(tenant, async (tx) => {
    mustKnow(await readAllIntents(tx, tenant), intentId)
    return readExamples(tx, tenant)
  })
  const all = await openExamples(secrets, tenant, rows)
  const taken = new Set(all.map(({ text }) => sameText(text)))
  const builtIn = sayingsOf(intentId)
    .filter((text) => !taken.has(sameText(text)))
    .map((text) => ({ id: null, intent: intentId, text, source: 'built-in' as const, addedAt: null }))
  return [...all.filter(({ intent }) => intent === intentId), ...builtIn]
}

export const exportExamples = async (parts: LanguageParts, tenant: Uuid): Promise<string> => {
  const rows = await parts.database.as(tenant, (tx) => readExamples(tx, tenant))
  const examples = await openExamples(parts.secrets, tenant, rows)
  return writeCsv([['text', 'intent'], ...examples.map(({ text, intent }) => [text, intent])])
}
