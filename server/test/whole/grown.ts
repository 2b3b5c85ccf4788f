// Clusters and trials of a workspace, made without waiting for five customers.
import { randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import { takeQuestions } from '../../src/features/growth/take-questions.ts'
import { writeCodes } from '../../src/features/help/store.ts'
import type { Browser } from '../accounts-server.ts'
import { newId } from '../change-sets.ts'
import { png } from '../sample-files.ts'
import { KETTLE, type WholeServer } from '../whole-server.ts'

interface Shop {
  readonly tenant: Uuid
  readonly mark: string
  readonly owner: { readonly browser: Browser }
}
type Node = Pick<WholeServer, 'server' | 'clock' | 'database'>

const call = async <T>({ owner }: Shop, method: 'POST' | 'PUT', path: string, body: object): Promise<T> => {
  const reply = await owner.browser.call(method, path, { body })
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`)
  return reply.body as T
}

let made = 0

/** Asked by two, in words of its own. */
const asked = async (
  node: Node,
  { tenant, mark }: Shop,
): Promise<{ readonly text: string; readonly clusterId: Uuid; readonly questionId: Uuid }> => {
  const text = `do you engrave ${mark} rings number x${made++}`
  const { parts } = node.server.growth
  const one = { text, answer: null, contact: null, conversation: null, language: 'en', why: 'unsure' as const }
  const [first, second] = [newId(), newId()]
  await takeQuestions(
    parts,
    tenant,
    [first, second].map((id) => ({ ...one, id, at: node.clock.now() })),
  )
  const clusterId = await parts.held.use(tenant, async (_, clusters) => clusters.clusterOf(first) as Uuid)
  return { text, clusterId, questionId: first }
}
export const grownCluster = async (node: Node, shop: Shop): Promise<{ clusterId: Uuid; questionId: Uuid }> => {
  const { clusterId, questionId } = await asked(node, shop)
  return { clusterId, questionId }
}

export const OLD_CHATS = 'question,answer\ndo you engrave rings?,yes we do'

/** An import of old chats; what a job makes of it nobody waits for. */
export const begunImport = async (shop: Shop): Promise<{ importId: Uuid }> => {
  const body = { text: OLD_CHATS, locale: 'en' }
  const made = await call<{ import: { id: Uuid } }>(shop, 'POST', '/api/growth/chats', body)
  return { importId: made.import.id }
}

/** A trial that was won; `published`: and put to use. */
export const wonCourt = async (node: Node, shop: Shop, published = false): Promise<{ courtId: Uuid }> => {
  const { text: title } = await asked(node, shop)
  const entryId = newId()
  const body = { locale: 'en', title, questions: [title], answer: `yes, ${title}`, topic: '', baseVersion: 0 }
  await call(shop, 'PUT', `/api/knowledge/${entryId}/draft`, body)
  const { court } = await call<{ court: { id: Uuid } }>(shop, 'POST', '/api/growth/courts', { entryId })
  // Whether it wins depends on what earlier examples published; who may see and publish it does not.
  await node.database.as(shop.tenant, (tx) =>
    sql`UPDATE growth_courts SET won = true WHERE tenant = ${shop.tenant} AND id = ${court.id}`.execute(tx),
  )
  if (published) await call(shop, 'POST', `/api/growth/courts/${court.id}/publish`, {})
  return { courtId: court.id }
}

/** A code of product help, and a picture of an answer. */
export const helped = async (
  { app, database, clock }: WholeServer,
  { tenant, owner }: Shop,
  inboxId: Uuid,
): Promise<{ helpCode: string; mediumId: Uuid }> => {
  const { id: productId, title } = KETTLE
  const code = randomBytes(8).toString('hex').replaceAll(/[01]/g, '2').slice(0, 8)
  const row = { code, inboxId, productId, title, image: null, on: true, createdAt: new Date(clock.now()) }
  await database.as(tenant, (tx) => writeCodes(tx, tenant, [row]))
  const headers = { cookie: owner.browser.cookie(), 'sec-fetch-site': 'same-origin', 'content-type': 'image/png' }
  const uploaded = await app.inject({ method: 'POST', url: '/api/media', headers, payload: png() })
  if (uploaded.statusCode !== 200) throw new Error(`media: ${uploaded.body}`)
  return { helpCode: code, mediumId: (uploaded.json() as { fileId: Uuid }).fileId }
}
