// The values a turn may state, ready to be compared: by value what code computed, word for word what an entry says.
import type { Claim, DayClaim } from '@ballast/understanding/claims'
import { hasVerbatim, settled } from '@ballast/understanding/claims'
import type { Fact } from './fact.ts'

interface Moment {
  readonly iso: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly minutes: number
}
export interface KnownValues {
  /** Settled writing. */
  readonly texts: readonly string[]
  readonly facts: readonly Fact[]
  readonly moments: readonly Moment[]
}

const zones = new Map<string, Intl.DateTimeFormat>()
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = zones.get(timeZone)
  if (known) return known
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, ...numeric, hourCycle: 'h23' })
  zones.set(timeZone, made)
  return made
}
const momentOf = (at: string, timeZone: string): Moment => {
  const [iso, clock] = formatIn(timeZone).format(new Date(at)).split(' ') as [string, string]
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return { iso, year, month, day, minutes: hours * 60 + minutes }
}

export const knownValues = (facts: readonly Fact[], cited: readonly string[], timeZone: string): KnownValues => ({
  texts: [...cited, ...facts.flatMap((fact) => (fact.kind === 'words' ? [fact.text] : []))].map(settled),
  facts,
  moments: facts.flatMap((fact) => (fact.kind === 'instant' ? [momentOf(fact.at, timeZone)] : [])),
})

const MINUTES_A_DAY = 1440
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.005
/** `amount` is compared in minor units; a currency that is not said may be any. */
export const knowsMoney = ({ facts }: KnownValues, amount: number, currency: string | null): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'money' &&
      same(fact.money.amount, amount) &&
      (currency === null || currency === fact.money.currency),
  )
export const knowsCount = ({ facts }: KnownValues, count: number): boolean =>
  facts.some((fact) => fact.kind === 'count' && same(fact.value, count))

const fits = (reading: DayClaim, moment: Moment): boolean =>
  (reading.year ?? moment.year) === moment.year &&
  (reading.month ?? moment.month) === moment.month &&
  (reading.day ?? moment.day) === moment.day

/** A number without a unit may be any value that was computed; 11.11 may be a day. */
const knowsNumber = ({ facts, moments }: KnownValues, value: number): boolean =>
  facts.some(
    (fact) =>
      (fact.kind === 'money' && same(fact.money.amount, value * 100)) ||
      (fact.kind === 'count' && same(fact.value, value)) ||
      (fact.kind === 'span' && same(fact.amount, value)) ||
      (fact.kind === 'share' && same(fact.percent, value)),
  ) || moments.some(({ month, day }) => same(value, month + day / 100))

const isComputed = (claim: Claim, known: KnownValues): boolean => {
  const { facts, moments } = known
  switch (claim.kind) {
    case 'money':
      return claim.amounts.every((amount) => knowsMoney(known, amount, claim.currency))
    case 'deal':
      return claim.amounts.length > 0 && claim.amounts.every((amount) => knowsMoney(known, amount, null))
    case 'share':
      return claim.percents.every((percent) =>
        facts.some((fact) => fact.kind === 'share' && fact.off === claim.off && same(fact.percent, percent)),
      )
    case 'span':
      return claim.amounts.every((amount) =>
        facts.some((fact) => fact.kind === 'span' && fact.unit === claim.unit && same(fact.amount, amount)),
      )
    case 'day':
      return claim.readings.some((reading) => moments.some((moment) => fits(reading, moment)))
    case 'days':
      return moments.some(({ iso }) => iso === claim.from || (iso > claim.from && iso < claim.to))
    case 'clock':
      return claim.readings.some((minutes) => moments.some((moment) => moment.minutes === minutes % MINUTES_A_DAY))
    case 'number':
      return knowsNumber(known, claim.value)
  }
}

/** `stretch`: the claim as it is written, settled. */
export const isKnown = (claim: Claim, stretch: string, known: KnownValues): boolean =>
  isComputed(claim, known) || known.texts.some((text) => hasVerbatim(stretch, text))
