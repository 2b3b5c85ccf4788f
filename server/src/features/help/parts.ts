// What the verbs of product help stand on.
import { type Principal, problem, type Uuid } from '@ballast/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import type { appendFacts } from '../../platform/facts/append.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Commerce } from '../commerce/index.ts'
import type { KnowledgeSearch, Showing } from '../knowledge/index.ts'

/** Of an inbox, what a page with its chat needs. */
export interface HelpInbox {
  readonly publicKey: string
  readonly enabled: boolean
  readonly channel: string
}

export interface HelpParts {
  readonly database: Pick<Database, 'as' | 'statement'>
  readonly clock: Clock
  readonly ids: Ids
  readonly appendFacts: typeof appendFacts
  readonly commerce: Pick<Commerce, 'getProduct' | 'getProducts' | 'searchProducts'>
  readonly knowledge: KnowledgeSearch
  readonly showing: Showing
  readonly inboxOf: (tenant: Uuid, inboxId: Uuid) => Promise<HelpInbox | null>
  /** Origin that QR codes name. */
  readonly publicUrl: string
}

export const createHelp = (parts: HelpParts): HelpParts => parts

/** Who acts: a colleague, or an API key that holds the right. */
export interface Actor {
  readonly tenant: Uuid
  readonly staffId?: Uuid
}
export const actorOf = (principal: Principal): Actor => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}

export const addressOf = ({ publicUrl }: Pick<HelpParts, 'publicUrl'>, code: string): string =>
  new URL(`/h/${code}`, publicUrl).href
