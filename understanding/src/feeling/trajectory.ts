// How a conversation goes: anger that rises or stays counts, one loud message does not.
import { type Feeling, within } from './verdict.ts'

export interface Trajectory {
  /** Smoothed anger, 0..1; half of it is the last message. */
  readonly anger: number
  /** Smoothed polarity, -1..1. */
  readonly mood: number
  readonly trend: 'rising' | 'steady' | 'falling'
  /** Rising or lasting anger: what escalation reads. */
  readonly alarm: boolean
  /** `anger.rising`, `anger.lasting`, `mood.falling`, `calmed`; empty: nothing to tell. */
  readonly reasons: readonly string[]
}

/** A message counts towards lasting anger from here. */
const ANGRY = 0.3
/** Displeasure that a rise may start from, and anger it must end in. */
const DISPLEASED = 0.18
const FURIOUS = 0.5
const MEMORY = 0.5
const RISE = 0.15

/** Anger of one message: how sure times how strong; strong disappointment counts a third. */
export const angerOf = ({ emotion, probability, strength }: Feeling): number => {
  const force = Math.min(1, probability * strength * 1.25)
  if (emotion === 'angry') return force
  return emotion === 'sad' ? force / 3 : 0
}

const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
const smoothed = (values: readonly number[]): number =>
  values.reduce((held, value, i) => (i === 0 ? value : held + (value - held) * MEMORY), 0)

/** `feelings` of the customer's messages, oldest first; the last twelve are read. Pure. */
export const trajectory = (feelings: readonly Feeling[]): Trajectory => {
  const first = feelings[0]
  return first !== undefined && feelings.length === 1 ? begun(first) : gone(feelings)
}

/** One message goes nowhere yet. */
const begun = (feeling: Feeling): Trajectory => ({
  anger: within(angerOf(feeling), 0, 1),
  mood: within(feeling.polarity, -1, 1),
  trend: 'steady',
  alarm: false,
  reasons: [],
})

const gone = (feelings: readonly Feeling[]): Trajectory => {
  const recent = feelings.slice(-12)
  const angers = recent.map(angerOf)
  const moods = recent.map((feeling) => feeling.polarity)
  const last = angers.at(-1) ?? 0
  const lately = angers.slice(-3)
  const often = lately.filter((anger) => anger >= DISPLEASED).length >= 2
  const higher = mean(angers.slice(-2)) - mean(angers.slice(0, -2)) >= RISE
  const rising = often && last >= FURIOUS && (higher || last > angers.at(-2)! + RISE)
  const lasting = last >= ANGRY && angers.slice(-5).filter((anger) => anger >= ANGRY).length >= 3
  const calmed = last < ANGRY / 2 && Math.max(0, ...angers.slice(-4, -1)) >= ANGRY
  const sinking = moods.length >= 3 && mean(moods.slice(-2)) <= mean(moods.slice(0, -2)) - 0.5 && moods.at(-1)! < -0.3
  const reasons: string[] = []
  if (rising) reasons.push('anger.rising')
  if (lasting) reasons.push('anger.lasting')
  if (sinking) reasons.push('mood.falling')
  if (calmed) reasons.push('calmed')
  return {
    anger: within(smoothed(angers), 0, 1),
    mood: within(smoothed(moods), -1, 1),
    trend: rising || sinking ? 'rising' : calmed ? 'falling' : 'steady',
    alarm: rising || lasting,
    reasons,
  }
}
