// The words of this feature.
import type { Uuid } from '@ballast/contract'

export type { Draft, KnowledgeEntry } from './rules/next-version.ts'

export interface Change {
  readonly tenant: Uuid
  readonly entryId: Uuid
  readonly staffId?: Uuid
}
