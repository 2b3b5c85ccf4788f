// Numbers that are personal by their digits and by the words beside them: telephones, identity and bank cards, social
// security numbers. Runs of digit groups are read left to right, the longest reading first.

import type { Candidate, Finding } from './candidate.ts'
import { fromIssuer, isIdCard, isOldIdCard, luhn } from './checks.ts'
import { type Meaning, meaningAfter, meaningBefore } from './context.ts'
import { phoneScore } from './phones.ts'
import type { Run } from './runs.ts'
import type { PersonalType } from './span.ts'

const MAX_DIGITS = 23
const MAX_GROUPS = 21
const HARD_GAP = /[-.·]/

const readAs = (candidate: Candidate, text: string): { type: PersonalType; score: number; to: number } | undefined => {
  const { digits, before, after, to } = candidate
  if (digits.length < 7) return undefined
  const order = before === 'order' && after() !== 'id' && after() !== 'bank'
  const id = order || candidate.attached ? undefined : idCard(candidate, text)
  if (id) return { type: 'id-card', ...id }
  if (!order && isBankCard(candidate)) return { type: 'bank-card', score: 0.95, to }
  if (isSsn(candidate)) return { type: 'ssn', score: 0.95, to }
  const phone = phoneScore(candidate)
  return phone > 0 ? { type: 'phone', score: phone, to } : undefined
}

/** What may touch the last digit: the X of an identity card, the x of an extension. */
const TAIL = /^(?:[xX](?![A-Za-z0-9])|x\d)/
const TAIL_X = /^[ -]?[xX](?![A-Za-z0-9])/
const idCard = ({ digits, before, after, to }: Candidate, text: string): { score: number; to: number } | undefined => {
  const isNamed = () => before === 'id' || after() === 'id'
  if (digits.length === 17) {
    const tail = TAIL_X.exec(text.slice(to, to + 3))
    if (!tail) return undefined
    return isIdCard(`${digits}X`) || isNamed() ? { score: 0.97, to: to + tail[0].length } : undefined
  }
  if (digits.length === 18 && (isIdCard(digits) || (!luhn(digits) && isNamed()))) return { score: 0.97, to }
  if (digits.length === 15 && isOldIdCard(digits) && isNamed()) return { score: 0.9, to }
  return undefined
}
const isBankCard = ({ digits, before, after, attached, disguised }: Candidate): boolean => {
  if (attached && !disguised) return false
  if (digits.length === 12 && before === 'bank') return !attached && /^[506]/.test(digits)
  if (digits.length < 13 || digits.length > 19 || before === 'measure') return false
  if (digits.length >= 14 && fromIssuer(digits) && luhn(digits)) return true
  const could = fromIssuer(digits) || (luhn(digits) && digits.length >= 15) || /^(?:62|4)/.test(digits)
  return could && (before === 'bank' || after() === 'bank')
}
const isSsn = ({ digits, shape, before, after, dashed }: Candidate): boolean => {
  if (digits.length !== 9 || before === 'order') return false
  return before === 'ssn' || after() === 'ssn' || (shape === '3 2 4' && dashed && before !== 'measure')
}

interface Reader {
  readonly text: string
  readonly run: Run
  /** Where the words before the first group may begin. */
  readonly floor: number
  /** The last message of the same person: says what a number without words of its own is. */
  readonly asked: Meaning | undefined
}

const EXTENSION = /^,? ?(?:ext\.?|x) ?\d{1,6}/i

const beforeOf = ({ text, run, floor, asked }: Reader, first: number): Meaning | undefined => {
  const from = run[first]!.from
  return meaningBefore(text, from, floor) ?? (floor === 0 && from < 6 ? asked : undefined)
}
interface Reading {
  readonly first: number
  readonly last: number
  readonly digits: string
  readonly before: Meaning | undefined
}
const candidateOf = ({ text, run }: Reader, { first, last, digits, before }: Reading): Candidate => {
  const groups = run.slice(first, last + 1)
  const start = groups[0]!
  const end = groups.at(-1)!
  const plus = text[start.from - 1] === '+'
  let from = plus ? start.from - 1 : start.from
  const inside = text.slice(start.from, end.to)
  const bracketed = inside.includes(')')
  if (bracketed && text[from - 1] === '(' && !inside.includes('(')) from--
  return {
    digits,
    sizes: groups.map((group) => group.digits.length),
    shape: groups.map((group) => group.digits.length).join(' '),
    from,
    to: end.to,
    before,
    after: () => meaningAfter(text, end.to),
    plus,
    dashed: groups.length > 1 && groups.slice(0, -1).some((group) => HARD_GAP.test(group.gap)),
    bracketed,
    disguised: !/^[\d\s().·+-]*$/.test(inside),
    attached: start.attachedLeft || (end.attachedRight && !TAIL.test(text.slice(end.to, end.to + 3))),
  }
}
/** A group tied to its neighbour by a dash or a dot may not be cut off. */
const isTied = (run: Run, at: number) =>
  at >= 0 && at < run.length - 1 && HARD_GAP.test(run[at]!.gap) && !/[+(]/.test(run[at]!.gap)

const longestFrom = (reader: Reader, first: number): { finding: Finding; next: number } | undefined => {
  const { run, text } = reader
  if (isTied(run, first - 1)) return undefined
  const lengths: string[] = []
  let before: { meaning: Meaning | undefined } | undefined
  let digits = ''
  for (let last = first; last < run.length && last - first < MAX_GROUPS; last++) {
    if (last > first && run[last - 1]!.gap.includes('+')) break
    digits += run[last]!.digits.length > MAX_DIGITS ? '0'.repeat(MAX_DIGITS + 1) : run[last]!.digits
    if (digits.length > MAX_DIGITS) break
    lengths.push(digits)
  }
  for (let last = first + lengths.length - 1; last >= first; last--) {
    const whole = lengths[last - first]!
    if (whole.length < 7 || isTied(run, last)) continue
    before ??= { meaning: beforeOf(reader, first) }
    const candidate = candidateOf(reader, { first, last, digits: whole, before: before.meaning })
    const read = readAs(candidate, text)
    if (!read) continue
    const extension = read.type === 'phone' ? EXTENSION.exec(text.slice(read.to, read.to + 12)) : null
    const to = read.to + (extension?.[0].length ?? 0)
    return { finding: { from: candidate.from, to, type: read.type, score: read.score }, next: last + 1 }
  }
  return undefined
}

/** What the runs of a message hold. `asked` is what the person's last message was about. */
export const numbersIn = (text: string, runs: readonly Run[], asked: Meaning | undefined): Finding[] => {
  const found: Finding[] = []
  let floor = 0
  for (const run of runs) {
    let group = 0
    while (group < run.length) {
      const longest = longestFrom({ text, run, floor, asked }, group)
      if (longest) {
        found.push(longest.finding)
        floor = longest.finding.to
      } else if (run[group]!.digits.length >= 5 && group + 1 < run.length && !HARD_GAP.test(run[group]!.gap)) {
        // The words before this number have been spent on it.
        floor = run[group + 1]!.from
      }
      group = longest ? longest.next : group + 1
    }
  }
  return found
}
