// Two versions on one test set: figures side by side, and where they disagree.
import { problem, type Uuid } from '@ballast/contract'
import { type Comparison, NONE_INTENT } from '@ballast/contract/routes/language'
import type { IntentModel } from '@ballast/understanding/intent'
import { accuracy, macroF1 } from '@ballast/understanding/learn'
import { HELD_OUT } from '@ballast/understanding/shop'
import { openExamples } from './examples.ts'
import { askedOf } from './models.ts'
import type { LanguageParts } from './parts.ts'
import { type TakenRow, takeRows } from './rules/take-rows.ts'
import { readExamples } from './store.ts'
import { readModel } from './store-models.ts'

export interface Match {
  readonly left: number
  readonly right: number
  readonly csv?: string
}
const MOST_ROWS = 1_000
const MOST_DIFFERING = 200
/** A sentence takes about 60 µs of each model; others get their turn after this many. */
const BATCH = 25
const breath = () => new Promise<void>((done) => setImmediate(done))

/** Kept back from every training; and own examples younger than both versions. */
const heldOut = async (parts: LanguageParts, tenant: Uuid, { left, right }: Match): Promise<TakenRow[]> => {
  const builtIn = Object.entries(HELD_OUT).flatMap(([intent, { zh, en }]) =>
    [...zh, ...en].map((text) => ({ text, intent })),
  )
  const rows = await parts.database.as(tenant, async (tx) => {
    const made = await Promise.all(
      [left, right].map(async (version) => (await readModel(tx, tenant, version))?.createdAt.getTime() ?? 0),
    )
    const since = Math.max(...made)
    return since === 0 ? [] : (await readExamples(tx, tenant)).filter(({ addedAt }) => addedAt.getTime() > since)
  })
  const own = await openExamples(parts.secrets, tenant, rows.slice(0, MOST_ROWS))
  return [...own.map(({ text, intent }) => ({ text, intent })), ...builtIn]
}

const side = (version: number, gold: readonly string[], said: readonly string[]): Comparison['left'] => ({
  version,
  accuracy: accuracy(gold, said),
  macroF1: macroF1(gold, said),
  refused: said.filter((each) => each === NONE_INTENT).length,
})

const ask = async (models: readonly IntentModel[], rows: readonly TakenRow[]): Promise<string[][]> => {
  const said: string[][] = models.map(() => [])
  for (const [at, { text }] of rows.entries()) {
    if (at % BATCH === BATCH - 1) await breath()
    for (const [m, model] of models.entries()) said[m]!.push(askedOf(model, text))
  }
  return said
}

/** @throws Problem model.not-found, language.nothing-to-compare */
export const compareModels = async (parts: LanguageParts, tenant: Uuid, match: Match): Promise<Comparison> => {
  const models = [await parts.models.load(tenant, match.left), await parts.models.load(tenant, match.right)]
  const known = new Set([NONE_INTENT, ...models.flatMap(({ labels }) => labels)])
  const knows = (intent: string) => known.has(intent)
  const { rows, skipped } =
    match.csv === undefined
      ? { rows: (await heldOut(parts, tenant, match)).filter(({ intent }) => knows(intent)), skipped: [] }
      : takeRows(match.csv, { most: MOST_ROWS, held: new Set(), knows })
  if (rows.length === 0) throw problem('language.nothing-to-compare')
  const [left = [], right = []] = await ask(models, rows)
  const gold = rows.map(({ intent }) => intent)
  const differing = rows
    .map(({ text, intent }, at) => ({ text, intent, left: left[at]!, right: right[at]! }))
    .filter((row) => row.left !== row.right)
  return {
    rows: rows.length,
    left: side(match.left, gold, left),
    right: side(match.right, gold, right),
    differing: differing.slice(0, MOST_DIFFERING),
    skipped,
  }
}
