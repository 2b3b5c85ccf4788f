// Personal data stays in the house: a placeholder goes out in its place, and what comes back gets the words again.
import { findPersonal } from '@ballast/understanding/privacy'

export interface Covered {
  readonly text: string
  /** `[phone-1]` -> what stands there. */
  readonly kept: ReadonlyMap<string, string>
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly kind: string
}

const occurrences = (text: string, wanted: string, kind: string): Stretch[] => {
  const found: Stretch[] = []
  if (wanted.trim() === '') return found
  const within = text.toLowerCase()
  const sought = wanted.toLowerCase()
  if (within.length !== text.length) return found
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length))
    found.push({ start: at, end: at + sought.length, kind })
  return found
}

/** Anything long with figures in it may be somebody's number, whatever it is called. */
const NUMBERED = /[a-z0-9]*\d(?:[ .-]?[a-z0-9]){5,}/giu
const numbered = (text: string): Stretch[] =>
  [...text.matchAll(NUMBERED)]
    .filter(([one]) => (one.match(/\d/g)?.length ?? 0) >= 5)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'number' }))

/** `names`: what this person is called. `orders`: numbers of orders named in the text. */
export const cover = (text: string, names: readonly string[], orders: readonly string[]): Covered => {
  const stretches = [
    ...findPersonal(text).map(({ start, end, type }) => ({ start, end, kind: type as string })),
    ...orders.flatMap((one) => occurrences(text, one, 'order')),
    ...names.flatMap((one) => (one.trim().length < 2 ? [] : occurrences(text, one.trim(), 'name'))),
    ...numbered(text),
  ].sort((one, other) => one.start - other.start || other.end - one.end)
  const kept = new Map<string, string>()
  const named = new Map<string, string>()
  let covered = ''
  let past = 0
  for (const { start, end, kind } of stretches) {
    if (end <= past) continue
    // Two that overlap are covered to the end of the later one: half a number is a number.
    const from = Math.max(start, past)
    const words = text.slice(from, end)
    const name = named.get(words) ?? `[${kind}-${kept.size + 1}]`
    named.set(words, name)
    kept.set(name, words)
    covered += text.slice(past, from) + name
    past = end
  }
  return { text: covered + text.slice(past), kept }
}

export const PLACEHOLDER = /\[[a-z-]+-\d+\]/g

/** Null: it names a placeholder that nobody gave it. */
export const uncover = (text: string, kept: Covered['kept']): string | null => {
  if ((text.match(PLACEHOLDER) ?? []).some((name) => !kept.has(name))) return null
  return text.replace(PLACEHOLDER, (name) => kept.get(name)!)
}
