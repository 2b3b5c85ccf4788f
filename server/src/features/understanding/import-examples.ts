// Examples from CSV, all that can be used in one transaction.
import { problem } from '@ballast/contract'
import { appendFacts } from '../../platform/facts/append.ts'
import { fact } from './change-intents.ts'
import { MOST_EXAMPLES, openExamples, toRow } from './examples.ts'
import { readAllIntents } from './list-intents.ts'
import { type LanguageParts, type StaffSide, staffIdOf } from './parts.ts'
import { sameText } from './rules/intent-set.ts'
import { type Taken, takeRows } from './rules/take-rows.ts'
import { type ExampleRow, lockLanguage, readExamples, writeExamples } from './store.ts'

const MOST_ROWS = 5_000

/** @throws Problem language.full when nothing fits any more */
export const importExamples = async (
  parts: LanguageParts,
  by: StaffSide,
  { csv, preview = false }: { readonly csv: string; readonly preview?: boolean },
): Promise<{ added: number; skipped: Taken['skipped'] }> => {
  const { tenant } = by
  const before = await parts.database.as(tenant, async (tx) => ({
    intents: await readAllIntents(tx, tenant),
    rows: await readExamples(tx, tenant),
  }))
  const room = MOST_EXAMPLES - before.rows.length
  if (room <= 0) throw problem('language.full')
  const known = new Set(before.intents.map(({ id }) => id))
  const own = await openExamples(parts.secrets, tenant, before.rows)
  const taken = takeRows(csv, {
    most: Math.min(MOST_ROWS, room),
    held: new Set(own.map(({ text }) => sameText(text))),
    knows: (intent) => known.has(intent),
  })
  if (preview || taken.rows.length === 0) return { added: taken.rows.length, skipped: taken.skipped }
  const addedAt = new Date(parts.clock.now())
  const common = { source: 'imported' as const, contact: null, staffId: staffIdOf(by), addedAt }
  const rows: ExampleRow[] = []
  for (const row of taken.rows)
    rows.push(await toRow(parts.secrets, tenant, { ...row, ...common, id: parts.ids.uuid() }))
  const added = await parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    // Somebody may have taught one of them since they were read.
    const now = new Set((await readExamples(tx, tenant)).map(({ mark }) => mark.toString('hex')))
    const fresh = rows.filter(({ mark }) => !now.has(mark.toString('hex')))
    await writeExamples(tx, tenant, fresh)
    await appendFacts(tx, [fact(parts, by, 'language.taught', { added: fresh.length, removed: 0 })])
    return fresh.length
  })
  return { added, skipped: taken.skipped }
}
