// A message as every model reads it: one way of writing for many, with the way back to what was typed.
import type { Draft } from './edits.ts'
import { type Folded, fold, REPEATS } from './fold.ts'
import { type Signals, signalsOf } from './signals.ts'
import { simplify } from './simplify.ts'
import { squeeze } from './squeeze.ts'
import { KANA, TRADITIONAL } from './units.ts'
import { unmask } from './unmask.ts'

export interface Normal {
  /** NFKC, lower case, one width, simplified (unless there is kana), disguises undone, long repeats short, trimmed. */
  readonly text: string
  readonly raw: string
  /**
   * Where in `raw` (UTF-16) the unit `text[index]` was typed; `at(text.length)` is where the last one ended.
   * Never decreases; an index outside is taken as the nearest inside.
   */
  at(index: number): number
  /** Read from `raw` on first use. */
  readonly signals: Signals
}

class Normalised implements Normal {
  readonly text: string
  readonly raw: string
  readonly #from: Int32Array | null
  #signals: Signals | null = null

  constructor(raw: string, draft: Draft) {
    this.raw = raw
    this.text = draft.text
    this.#from = draft.from
  }

  at(index: number): number {
    const inside = Math.min(Math.max(0, Math.trunc(index) || 0), this.text.length)
    return this.#from ? this.#from[inside]! : inside
  }

  get signals(): Signals {
    this.#signals ??= signalsOf(this.raw)
    return this.#signals
  }
}

interface Step extends Draft {
  /** Nothing was undone that could show more to undo. */
  readonly settled: boolean
}

const step = (folded: Folded): Step => {
  const { hints } = folded
  const simplified =
    hints & TRADITIONAL && !(hints & KANA) ? { text: simplify(folded.text), from: folded.from } : folded
  const open = unmask(simplified, hints)
  const { text, from } = hints & REPEATS ? squeeze(open) : open
  return { text, from, settled: folded.settled && text === simplified.text }
}

const through = (inner: Draft, outer: Int32Array | null): Draft => {
  if (outer === null) return inner
  return { text: inner.text, from: inner.from ? inner.from.map((index) => outer[index]!) : outer }
}

/** What is undone may show more to undo; beyond this many rounds a text is art, not writing. */
const ROUNDS = 6

/** Any string, of any length; never throws. Normalising a normal text gives the same text. */
export const normalise = (raw: string): Normal => {
  const first = step(fold(raw))
  let draft: Draft = first
  for (let round = 1; round < ROUNDS && !first.settled && draft.text !== raw; round++) {
    const again = step(fold(draft.text))
    if (again.text === draft.text) break
    draft = through(again, draft.from)
  }
  return new Normalised(raw, draft)
}
