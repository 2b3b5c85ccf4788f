// Who insults whom: crude words by force, those told rather than made, those that only praise louder.
import { nfkcLower } from '../text/plain.ts'
import { ASKS_OF_WORD, HARMLESS, INSULTS, OTHERS, REPORTS, SELF, THING, US } from './insult-words.ts'
import type { Insult, Target } from './verdict.ts'

interface Found {
  readonly force: number
  readonly words: string
  readonly at: number
}

const foundIn = (text: string): Found[] => {
  const found: Found[] = []
  const taken = new Set<number>()
  for (const [force, pattern] of INSULTS) {
    // Nearly every message holds none, and to search is far cheaper than to list matches.
    if (text.search(pattern) < 0) continue
    for (const match of text.matchAll(pattern)) {
      if (taken.has(match.index)) continue
      taken.add(match.index)
      found.push({ force, words: match[0], at: match.index })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

const CLAUSE = /[，。！？；,.!?;\n]/
const clauseAround = (text: string, at: number): { before: string; after: string } => {
  let start = at
  while (start > 0 && !CLAUSE.test(text[start - 1]!)) start--
  let end = at
  while (end < text.length && !CLAUSE.test(text[end]!)) end++
  return { before: text.slice(start, at), after: text.slice(at, end) }
}

const lastOf = (text: string, pattern: RegExp): number => {
  let last = -1
  for (const match of text.matchAll(new RegExp(pattern.source, 'g'))) last = match.index
  return last
}

/** Who stands nearest before the insult; nobody there: who stands after it, then the rest of the message. */
const targetOf = (text: string, found: Found): Target => {
  const { before, after } = clauseAround(text, found.at)
  if (SELF.test(before)) return 'self'
  const near = (
    [
      ['us', lastOf(before, US)],
      ['product', lastOf(before, THING)],
      ['other', lastOf(before, OTHERS)],
    ] as const
  ).reduce((best, each) => (each[1] > best[1] ? each : best))
  if (near[1] >= 0) return near[0]
  if (US.test(after)) return 'us'
  if (OTHERS.test(after)) return 'other'
  if (THING.test(after)) return 'product'
  if (OTHERS.test(text) && !US.test(text)) return 'other'
  // A curse into the room is heard by whoever reads it; a crude word alone speaks of the goods.
  return found.force > 1 ? 'us' : 'product'
}

const FORCE: Readonly<Record<Target, readonly [crude: number, personal: number, hard: number]>> = {
  us: [0.45, 0.75, 0.93],
  product: [0.2, 0.35, 0.6],
  other: [0.3, 0.5, 0.65],
  self: [0.05, 0.1, 0.15],
  none: [0, 0, 0],
}

const QUOTE = /[“"「『'‘][^”"」』'’]*$/
const isTold = (text: string, found: Found): boolean => {
  const before = text.slice(0, found.at)
  const report = REPORTS.exec(before)
  if (report) {
    // Told, unless a new sentence began since, or the writer turns to us after the telling.
    const between = before.slice(report.index + report[0].length)
    if (!/[。！？!?.\n]/.test(between) && !/[，,].{0,4}你/.test(between)) return true
  }
  return QUOTE.test(before) && REPORTS.test(text.slice(0, found.at + 1))
}

const NONE: Insult = { probability: 0, target: 'none', quoted: false, words: [] }

/** `text` lower-case with obfuscations undone, as `normalise` gives it; a raw message works, with less recall. */
export const insultIn = (text: string): Insult => {
  const plain = nfkcLower(text.slice(0, 600)).replace(HARMLESS, (words) => ' '.repeat(words.length))
  const found = foundIn(plain)
  if (!found.length) return NONE
  const words = [...new Set(found.map((each) => each.words))].slice(0, 5)
  const made = found.filter((each) => !isTold(plain, each))
  if (!made.length) return { probability: 0.12, target: 'other', quoted: true, words }
  if (ASKS_OF_WORD.test(plain)) return { probability: 0.2, target: 'none', quoted: true, words }
  let probability = 0
  let target: Target = 'none'
  for (const each of made) {
    const who = targetOf(plain, each)
    const chance = FORCE[who][each.force - 1]!
    if (chance <= probability) continue
    probability = chance
    target = who
  }
  return { probability: Math.min(0.98, probability + 0.03 * (made.length - 1)), target, quoted: false, words }
}
