// Every route Ballast serves, in one object: the server, the client, OpenAPI and the API page are folded from it.

import type { Route } from '../route.ts'
import * as accounts from './accounts.ts'
import * as conversations from './conversations.ts'
import * as courts from './courts.ts'
import * as delivery from './delivery.ts'
import * as documents from './documents.ts'
import * as files from './files.ts'
import * as growth from './growth.ts'
import * as help from './help.ts'
import * as inboxes from './inboxes.ts'
import * as knowledge from './knowledge.ts'
import * as language from './language.ts'
import * as models from './models.ts'
import * as oldChats from './old-chats.ts'
import * as open from './open.ts'
import * as packs from './packs.ts'
import * as promotions from './promotions.ts'
import * as search from './search.ts'
import * as structure from './structure.ts'
import * as usage from './usage.ts'
import * as visits from './visits.ts'
import * as voice from './voice.ts'
import * as workspace from './workspace.ts'

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value
type OnlyRoutes<M> = { [K in keyof M as M[K] extends Route ? K : never]: M[K] }
const only = <M extends object>(module: M) =>
  Object.fromEntries(Object.entries(module).filter(([, value]) => isRoute(value))) as OnlyRoutes<M>

export const ROUTES = {
  ...only(accounts),
  ...only(inboxes),
  ...only(conversations),
  ...only(files),
  ...only(knowledge),
  ...only(usage),
  ...only(promotions),
  ...only(documents),
  ...only(packs),
  ...only(structure),
  ...only(search),
  ...only(growth),
  ...only(courts),
  ...only(oldChats),
  ...only(help),
  ...only(delivery),
  ...only(open),
  ...only(visits),
  ...only(workspace),
  ...only(language),
  ...only(voice),
  ...only(models),
}
export type Routes = typeof ROUTES
export type RouteName = keyof Routes
