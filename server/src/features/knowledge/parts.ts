// What the verbs of knowledge need.
import type { Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'
import type { Indexes } from './indexes.ts'

export interface KnowledgeParts {
  readonly database: Pick<Database, 'as'>
  readonly clock: { now(): number }
  readonly ids: { uuid(): Uuid }
  readonly appendFacts: typeof appendFacts
  readonly indexes: Indexes
}
