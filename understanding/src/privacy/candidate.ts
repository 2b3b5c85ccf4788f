// What the detectors pass on: a reading of some digit groups, and a finding in the folded message.
import type { Meaning } from './context.ts'
import type { PersonalType } from './span.ts'

export interface Finding {
  readonly from: number
  readonly to: number
  readonly type: PersonalType
  readonly score: number
}
export interface Candidate {
  readonly digits: string
  readonly sizes: readonly number[]
  /** The sizes of the groups, joined by blanks. */
  readonly shape: string
  readonly from: number
  readonly to: number
  readonly before: Meaning | undefined
  /** Lazily read: most candidates fail before it matters. */
  readonly after: () => Meaning | undefined
  readonly plus: boolean
  readonly dashed: boolean
  readonly bracketed: boolean
  /** Written with other signs than plain digits. */
  readonly disguised: boolean
  readonly attached: boolean
}
