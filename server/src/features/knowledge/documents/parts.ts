// What documents and sites stand on.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeDocument, KnowledgeSite } from '@ballast/contract/routes/documents'
import type { Database } from '../../../platform/database/open.ts'
import type { Log } from '../../../platform/log.ts'
import type { KnowledgeParts } from '../parts.ts'
import type { Reader } from '../reading/reader.ts'

export interface DocumentParts extends KnowledgeParts {
  readonly database: Pick<Database, 'as' | 'worker'>
  readonly log: Log
  readonly reader: Reader
  /** Soon, here or on another node, once for however many calls. */
  readonly later: (job: 'read' | 'crawl', ids: { readonly tenant: Uuid; readonly siteId?: Uuid }) => Promise<void>
  /** The operator's word: sites may lie in private networks. */
  readonly allowPrivate: boolean
  /** Between two requests to a site, ms, when it does not ask for more; default 250. */
  readonly politenessMs?: number
}

export type Document = KnowledgeDocument
export type Site = KnowledgeSite

export interface Actor {
  readonly tenant: Uuid
  readonly staffId?: Uuid
}
export const byWhom = ({ staffId }: Actor) => (staffId === undefined ? {} : { byStaffId: staffId })
