// What teaches a workspace: the built-in set, less what it switched off, with what it added.
import { type Example as ContractExample, type Intent, NONE_INTENT } from '@ballast/contract/routes/language'
import { fold } from '@ballast/understanding'
import { patternExamples, SHOP_INTENTS, SHOP_SAYINGS, STRANGERS } from '@ballast/understanding/shop'

/** A row of the workspace: an own intent, or what it says of a built-in one. */
export interface OwnIntent {
  readonly id: string
  readonly builtIn: boolean
  readonly on: boolean
  readonly titleZh: string
  readonly titleEn: string
}
export interface Taught {
  readonly text: string
  readonly label: string
}

/** Two texts that fold to the same teach the same. */
export const sameText = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()

const NONE: Intent = {
  id: NONE_INTENT,
  title: { zh: '都不是', en: 'None of these' },
  meaning: { zh: '不属于任何意图的话。', en: 'Sentences that mean none of the intents.' },
  builtIn: true,
  on: true,
  examples: { builtIn: 0, own: 0 },
}

export const isBuiltIn = (id: string): boolean => id === NONE_INTENT || Object.hasOwn(SHOP_INTENTS, id)

/** The built-in sentences of an intent, Chinese first. */
export const sayingsOf = (id: string): readonly string[] => {
  const said = Object.hasOwn(SHOP_SAYINGS, id) ? SHOP_SAYINGS[id] : undefined
  return said === undefined ? [] : [...said.zh, ...said.en]
}

/** Built-in intents in their own order, then own ones by title, `none` last. */
export const intentsOf = (rows: readonly OwnIntent[], counts: ReadonlyMap<string, number>): Intent[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const own = (id: string) => counts.get(id) ?? 0
  const builtIn = Object.entries(SHOP_INTENTS).map(([id, { title, meaning }]) => ({
    id,
    title: { ...title },
    meaning: { ...meaning },
    builtIn: true,
    on: byId.get(id)?.on ?? true,
    examples: { builtIn: sayingsOf(id).length, own: own(id) },
  }))
  const added = rows
    .filter((row) => !row.builtIn)
    .map(({ id, on, titleZh: zh, titleEn: en }) => ({
      id,
      title: { zh, en },
      builtIn: false,
      on,
      examples: { builtIn: 0, own: own(id) },
    }))
    .sort((one, other) => (one.title.en < other.title.en ? -1 : 1))
  return [...builtIn, ...added, { ...NONE, examples: { builtIn: 0, own: own(NONE_INTENT) } }]
}

/** An own example wins over a built-in one that says the same. */
export const trainingSet = (
  rows: readonly OwnIntent[],
  own: readonly Pick<ContractExample, 'text' | 'intent'>[],
): Taught[] => {
  const off = new Set(rows.filter((row) => !row.on).map(({ id }) => id))
  const known = new Set(rows.map(({ id }) => id))
  const taken = new Set(own.map(({ text }) => sameText(text)))
  const said = Object.keys(SHOP_SAYINGS)
    .filter((id) => !off.has(id))
    .flatMap((label) => sayingsOf(label).map((text) => ({ text, label })))
  const strangers = [...STRANGERS.zh, ...STRANGERS.en].map((text) => ({ text, label: NONE_INTENT }))
  const patterns = patternExamples(NONE_INTENT).filter(({ label }) => !off.has(label))
  // What no shop is asked for bounds the built-in intents; a workspace with none but its own draws its own line.
  const builtIn = said.length === 0 ? [] : [...said, ...strangers, ...patterns]
  const added = own
    .filter(({ intent }) => !off.has(intent) && (isBuiltIn(intent) || known.has(intent)))
    .map(({ text, intent }) => ({ text, label: intent }))
  return [...builtIn.filter(({ text }) => !taken.has(sameText(text))), ...added]
}

/** A model needs two intents to tell apart. */
export const isTooLittle = (set: readonly Taught[]): boolean =>
  new Set(set.map(({ label }) => label).filter((label) => label !== NONE_INTENT)).size < 2
