// The words of this feature.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeEntry as Schema } from '@ballast/contract/routes/knowledge'
import type { Static } from 'typebox'

export type KnowledgeEntry = Static<typeof Schema>

/** What a writer gives; the rest is ours to keep. */
export interface Draft {
  readonly locale: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly topic: string
}

/** One number per tenant that changes with every save or withdrawal: how an index knows that it is old. */
export type Stamp = string

export interface Change {
  readonly tenant: Uuid
  readonly entryId: Uuid
  readonly staffId?: Uuid
}
