// The money guard: a message states a price, discount, date, deadline or duty only when code computed it in this turn or a
// cited entry says it word for word. Pure; what fails is replaced whole, or a person takes over.
import { MAX_TEXT, type Part } from '@ballast/contract/parts'
import { type Claim, claimsIn, MOST_CLAIMS, settled } from '@ballast/understanding/claims'
import type { Fact } from './fact.ts'
import { isKnown, type KnownValues, knownValues, knowsCount, knowsMoney } from './known-values.ts'
import { type Stated, statedBy } from './stated.ts'

/** What was stated and is not known, as a code: never the text. `long`: more than can be looked through. */
export type Fault = Claim['kind'] | 'card' | 'long'

export interface Grounds {
  readonly computed: readonly Fact[]
  /** Texts of the entry versions the message cites, valid at `now`: titles and answers. */
  readonly cited: readonly string[]
  /** Epoch ms. */
  readonly now: number
  /** The shop's, IANA: whose day an instant falls on. */
  readonly timeZone: string
}
export interface Guarded extends Grounds {
  readonly parts: readonly Part[]
  /** The same answer written by code alone, said instead when `parts` fail. It is guarded, too. */
  readonly instead?: readonly Part[]
}
export type Verdict =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly replaced: readonly Part[]; readonly faults: readonly Fault[] }
  | { readonly handOver: true; readonly faults: readonly Fault[] }

const IN_RUN = /[\p{N}零一二三四五六七八九 +-]/u
/** The whole row of numerals a claim stands in, such as a telephone number in groups: known or unknown as one. */
const runOf = (written: string, { start, end }: Claim): string => {
  let [from, to] = [start, end]
  while (from > 0 && IN_RUN.test(written[from - 1]!)) from--
  while (to < written.length && IN_RUN.test(written[to]!)) to++
  return written.slice(from, to).trim()
}

const faultsOfText = (text: string, grounds: Grounds, known: KnownValues): Fault[] => {
  if (text.length > MAX_TEXT) return ['long']
  const written = settled(text)
  if (known.texts.includes(written)) return []
  const claims = claimsIn(written, grounds)
  if (claims.length >= MOST_CLAIMS) return ['long']
  return claims
    .filter(
      (one) => !isKnown(one, written.slice(one.start, one.end), known) && !isKnown(one, runOf(written, one), known),
    )
    .map(({ kind }) => kind)
}

const isKnownCard = ({ money, counts, instants }: Stated, { computed }: Grounds, known: KnownValues): boolean =>
  money.every(({ amount, currency }) => knowsMoney(known, amount, currency)) &&
  counts.every((count) => knowsCount(known, count)) &&
  instants.every((at) => computed.some((fact) => fact.kind === 'instant' && fact.at === at))

/** Everything these parts state without ground, one code for each. */
export const faultsOf = (parts: readonly Part[], grounds: Grounds): Fault[] => {
  const known = knownValues(grounds.computed, grounds.cited, grounds.timeZone)
  return parts.flatMap((part) => {
    const stated = statedBy(part)
    const spoken = stated.texts.flatMap((text) => faultsOfText(text, grounds, known))
    return isKnownCard(stated, grounds, known) ? spoken : [...spoken, 'card' as const]
  })
}

export const guard = ({ parts, instead, ...grounds }: Guarded): Verdict => {
  const faults = faultsOf(parts, grounds)
  if (faults.length === 0) return { ok: true, parts }
  if (instead !== undefined && faultsOf(instead, grounds).length === 0) return { replaced: instead, faults }
  return { handOver: true, faults }
}

/** A numeral or a sign that more may follow: 19 of 199, 20 of 20 % off. */
const UNFINISHED = /[\p{N}\p{Sc}零一二两三四五六七八九十百千万亿半第满每买a-z%.,:/~\- ]*$/iu
const FINISHED = /[。！？!?…;；\n]$/

/** As much of a text under way as may be shown already: nothing that could still grow into another number. Null: none of it. */
export const showable = (soFar: string, grounds: Grounds): string | null => {
  const settledEnough = FINISHED.test(soFar) ? soFar : soFar.replace(UNFINISHED, '')
  if (settledEnough === '' || faultsOf([{ kind: 'text', text: settledEnough }], grounds).length > 0) return null
  return settledEnough
}
