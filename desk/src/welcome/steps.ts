// The six first steps, where a reader stands among them, and what they typed so far. Kept on this device, by workspace.
import { go } from '../app/place.ts'
import { cell } from '../live/cell.ts'

export const STEPS = ['shop', 'look', 'knowledge', 'try', 'script', 'invite'] as const
export type StepName = (typeof STEPS)[number]

export interface Draft {
  id: string
  title: string
  questions: string[]
  answer: string
}
export interface SkippedLine {
  /** Null: it was pasted. */
  source: string | null
  line: number
  why: 'no-answer' | 'no-question' | 'too-long' | 'too-many'
}
export interface Progress {
  /** Where to come back to, from 1. */
  step: number
  /** Steps whose end no count of the server shows. */
  done: StepName[]
  /** A manager may not mark the workspace: put away for them alone. */
  putAway: boolean
  pasted: string
  drafts: Draft[] | null
  skipped: SkippedLine[]
}
const NOTHING: Progress = { step: 1, done: [], putAway: false, pasted: '', drafts: null, skipped: [] }

const keyOf = (tenant: string): string => `ballast.desk.welcome.${tenant}`

const read = (tenant: string): Progress => {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(keyOf(tenant)) ?? '{}') as Partial<Progress>) }
  } catch {
    return NOTHING
  }
}

const held = { tenant: '' }
export const progress = cell<Progress>(NOTHING)

/** Reads what this device knows of the workspace; call before `progress` is used. */
export const openProgress = (tenant: string): Progress => {
  if (held.tenant !== tenant) {
    held.tenant = tenant
    progress.set(read(tenant))
  }
  return progress.get()
}

export const keep = (change: Partial<Progress>): void => {
  progress.set((now) => ({ ...now, ...change }))
  try {
    localStorage.setItem(keyOf(held.tenant), JSON.stringify(progress.get()))
  } catch {
    // The storage is full or switched off: the page still works, it only forgets at a reload.
    return
  }
}

export const markDone = (step: StepName): void => {
  const { done } = progress.get()
  if (!done.includes(step)) keep({ done: [...done, step] })
}

export const goToStep = (step: number): void => {
  keep({ step })
  go({ page: 'welcome', step })
}
