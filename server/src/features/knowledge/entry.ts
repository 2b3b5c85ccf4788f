// The words of this feature.
import type { Uuid } from '@ballast/contract'

export type { Draft, KnowledgeEntry } from './rules/next-version.ts'

/** One number per tenant that changes with every save or withdrawal: how an index knows that it is old. */
export type Stamp = string

export interface Change {
  readonly tenant: Uuid
  readonly entryId: Uuid
  readonly staffId?: Uuid
}
