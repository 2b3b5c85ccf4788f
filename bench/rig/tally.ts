// Every inquiry that was offered ends in exactly one outcome; the sum is checked. Latency counts from the intended send.
import { quantile, round } from '../measure.ts'

export const IN_TIME_MS = 1_000

export const OUTCOMES = ['inTime', 'late', 'refused', 'failed', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Counts = Record<Outcome, number>

export interface Tally {
  /** Times in ms of one clock. */
  offered(id: string, intendedAt: number, sentAt: number): void
  acked(id: string, at: number): void
  answered(id: string, at: number): void
  /** Shed with notice. */
  refused(id: string): void
  failed(id: string): void
  /** Offered and not at its end yet. */
  open(): number
  /** What is still open becomes unknown. @throws when the outcomes do not add up to what was offered */
  finish(): Result
}
export interface Result extends Counts {
  readonly offered: number
  readonly ackP50: number
  readonly ackP99: number
  readonly answerP50: number
  /** Over everything offered: what was never answered counts as infinitely late (null). */
  readonly answerP99: number | null
  /** How late the generator itself was. */
  readonly sendLagP99: number
}

interface Open {
  readonly intendedAt: number
  acked: boolean
}

export const createTally = (): Tally => {
  const open = new Map<string, Open>()
  const counts: Counts = { inTime: 0, late: 0, refused: 0, failed: 0, unknown: 0 }
  const acks: number[] = []
  const answers: number[] = []
  const lags: number[] = []
  let offered = 0
  const end = (id: string, outcome: Outcome): boolean => {
    if (!open.delete(id)) return false
    counts[outcome]++
    return true
  }
  return {
    offered: (id, intendedAt, sentAt) => {
      offered++
      lags.push(sentAt - intendedAt)
      open.set(id, { intendedAt, acked: false })
    },
    acked: (id, at) => {
      const inquiry = open.get(id)
      if (inquiry === undefined || inquiry.acked) return
      inquiry.acked = true
      acks.push(at - inquiry.intendedAt)
    },
    answered: (id, at) => {
      const inquiry = open.get(id)
      if (inquiry === undefined) return
      const ms = at - inquiry.intendedAt
      answers.push(ms)
      end(id, ms <= IN_TIME_MS ? 'inTime' : 'late')
    },
    refused: (id) => void end(id, 'refused'),
    failed: (id) => void end(id, 'failed'),
    open: () => open.size,
    finish: () => {
      for (const id of [...open.keys()]) end(id, 'unknown')
      const sum = OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0)
      if (sum !== offered) throw new Error(`${offered} inquiries were offered, ${sum} have an outcome`)
      return { offered, ...counts, ...latencies({ acks, answers, lags, offered }) }
    },
  }
}

const latencies = (all: { acks: number[]; answers: number[]; lags: number[]; offered: number }) => {
  for (const list of [all.acks, all.answers, all.lags]) list.sort((a, b) => a - b)
  const missing = Array.from({ length: all.offered - all.answers.length }, () => Number.POSITIVE_INFINITY)
  const answerP99 = quantile([...all.answers, ...missing], 0.99)
  return {
    ackP50: round(quantile(all.acks, 0.5)),
    ackP99: round(quantile(all.acks, 0.99)),
    answerP50: round(quantile(all.answers, 0.5)),
    answerP99: Number.isFinite(answerP99) ? round(answerP99) : null,
    sendLagP99: round(quantile(all.lags, 0.99)),
  }
}
