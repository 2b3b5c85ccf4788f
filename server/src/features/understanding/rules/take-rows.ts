// Rows of a CSV as examples: what can be used, and why the rest cannot.
import type { SKIPPED_WHY } from '@ballast/contract/routes/language'
import { covered } from './covered.ts'
import { plainCell, readCsv } from './csv.ts'
import { sameText } from './intent-set.ts'

export type Why = (typeof SKIPPED_WHY)[number]
export interface TakenRow {
  readonly text: string
  readonly intent: string
}
export interface Taken {
  readonly rows: TakenRow[]
  readonly skipped: { line: number; why: Why }[]
}

const LONGEST = 500
const HEADINGS = new Set(['text', 'sentence', 'utterance', '文本', '句子', '内容'])

/** Texts come back covered. `held`: texts that are there already, as `sameText` has them. `knows`: whether there is such an intent. */
export const takeRows = (
  csv: string,
  limits: { readonly most: number; readonly held: ReadonlySet<string>; readonly knows: (intent: string) => boolean },
): Taken => {
  const rows: TakenRow[] = []
  const skipped: Taken['skipped'] = []
  const seen = new Set<string>()
  for (const [at, { line, fields }] of readCsv(csv).entries()) {
    const [written, intent] = [plainCell(fields[0] ?? ''), plainCell(fields[1] ?? '')]
    if (at === 0 && HEADINGS.has(written.toLowerCase())) continue
    const text = written.length > LONGEST ? written : covered(written)
    const same = sameText(text)
    const why = whyNot({ text, same, intent }, { ...limits, seen, taken: rows.length })
    if (why === null) {
      seen.add(same)
      rows.push({ text, intent })
    } else if (skipped.length < 5000) skipped.push({ line, why })
  }
  return { rows, skipped }
}

const whyNot = (
  row: { readonly text: string; readonly same: string; readonly intent: string },
  now: {
    readonly most: number
    readonly held: ReadonlySet<string>
    readonly knows: (intent: string) => boolean
    readonly seen: ReadonlySet<string>
    readonly taken: number
  },
): Why | null => {
  if (row.same === '') return 'no-text'
  if (row.intent === '') return 'no-intent'
  if (row.text.length > LONGEST) return 'too-long'
  if (!now.knows(row.intent)) return 'unknown-intent'
  if (now.seen.has(row.same) || now.held.has(row.same)) return 'twice'
  return now.taken >= now.most ? 'too-many' : null
}
