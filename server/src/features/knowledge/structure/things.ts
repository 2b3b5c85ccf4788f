// The words of the structure's verbs and stores.
import type { Uuid } from '@ballast/contract'
import type { StructureEdge, StructureNode } from '@ballast/contract/routes/structure'
import type { Database } from '../../../platform/database/open.ts'
import type { appendFacts } from '../../../platform/facts/append.ts'
import type { Found, NodeKind } from '../rules/structure/found.ts'

export type { StructureEdge, StructureNode }

export interface StructureParts {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  readonly ids: { uuid(): Uuid }
  readonly appendFacts: typeof appendFacts
  readonly indexes: { refresh(tenant: Uuid): Promise<void> }
}
/** What was read in one entry. */
export interface ReadEntry {
  readonly entryId: Uuid
  readonly found: Found
  /** The version that was read; absent: the one that is live now. */
  readonly version?: number
}
export interface Narrow {
  readonly search?: string
  readonly kind?: NodeKind
  readonly documentId?: Uuid
  readonly edited?: boolean
}
