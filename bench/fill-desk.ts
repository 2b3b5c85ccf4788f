// Fills a folder with one workspace of many conversations, as years of work leave them, for the desk's benchmark.
// `node bench/fill-desk.ts --data=<folder> --port=<port> --conversations=100000`; prints a one-time link into the desk.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Part, Uuid } from '@ballast/contract'
import pino from 'pino'
import { type BallastServer, buildServer } from '../server/src/build-server.ts'
import { readConfiguration } from '../server/src/config.ts'
import { noCommerce } from '../server/src/features/commerce/index.ts'
import { sealField } from '../server/src/features/contacts/index.ts'
import { sealBody, sealPreview } from '../server/src/features/conversations/sealing.ts'
import { systemClock } from '../server/src/platform/clock.ts'
import type { ChangeSet } from '../server/src/platform/database/change-set.ts'
import { openDatabase } from '../server/src/platform/database/open.ts'
import { createLog } from '../server/src/platform/log.ts'
import { inquiry, newId, stateOf } from '../server/test/change-sets.ts'

const AT_ONCE = 512
const FAMILY = ['王', '李', '张', '刘', '陈', 'Miller ', 'García ', 'Tanaka ', 'Kim ', 'Brown ']
const GIVEN = ['小燕', '明', '思远', '佳怡', '子涵', 'Anna', 'José', 'Yuki', 'Minjun', 'Grace']
const LAST = [
  '我的快递到哪里了？已经三天没有更新了',
  '这件外套还有 L 码吗',
  'Can I change the address of my order?',
  '好的，谢谢您！',
  'The zipper broke after one wash. What can you do?',
  '请问双十一的满减可以和会员价一起用吗？我购物车里有三件',
]

export interface Workspace {
  readonly tenant: Uuid
  readonly inboxId: Uuid
  readonly staffIds: readonly Uuid[]
}

/** Of a hundred conversations: 80 resolved, 10 with the bot, 6 with agents, 3 waiting, 1 snoozed. */
const placeOf = (number: number, { staffIds }: Workspace, now: number) => {
  const turn = number % 100
  const ago = (number * 7919) % 86_400_000
  if (turn < 80) return { status: 'resolved', resolvedAt: now - ago }
  if (turn < 90) return { status: 'bot' }
  if (turn < 96)
    return {
      status: 'agent',
      assigneeId: staffIds[number % staffIds.length]!,
      waitingSince: number % 2 ? now - ago : null,
    }
  if (turn < 99) return { status: 'waiting', handoverReason: 'asked', waitingSince: now - ago }
  return { status: 'snoozed', snoozedUntil: now + ago, assigneeId: staffIds[0]! }
}

const conversation = async (server: BallastServer, shop: Workspace, number: number): Promise<ChangeSet> => {
  const { tenant } = shop
  const at = { tenant, conversationId: newId(), contactId: newId(), version: 0 }
  const { wrapped } = await server.secrets.newPersonKey(tenant)
  const key = await server.secrets.openPersonKey(tenant, wrapped)
  const name = `${FAMILY[number % 10]}${GIVEN[Math.floor(number / 10) % 10]}`
  const text = LAST[number % LAST.length]!
  const parts: Part[] = [{ kind: 'text', text }]
  const set = inquiry(at)
  return {
    ...set,
    state: stateOf(at.contactId, {
      inboxId: shop.inboxId,
      ...placeOf(number, shop, Date.now()),
      lastAuthor: 'customer',
      preview: sealPreview(key, tenant, at.conversationId, text),
    }),
    contact: {
      id: at.contactId,
      verified: false,
      personKey: wrapped,
      channel: 'web',
      name: sealField(key, { tenant, contactId: at.contactId, field: 'name' }, name),
      ...(number % 7 === 0 ? { level: 'gold' } : {}),
    },
    messages: set.messages.map((message) => ({
      ...message,
      body: sealBody(key, { tenant, messageId: message.id }, { parts }),
    })),
  }
}

const fill = async (server: BallastServer, shop: Workspace, count: number): Promise<void> => {
  let next = 0
  const worker = async () => {
    while (next < count) {
      const { outcome } = await server.train.commit(await conversation(server, shop, next++))
      if (outcome !== 'committed') throw new Error(`a conversation came back ${outcome}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const main = async (): Promise<void> => {
  const words = Object.fromEntries(process.argv.slice(2).map((word) => word.slice(2).split('=')))
  const dataDir = String(words.data)
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  const log = createLog({ level: 'warn', destination: pino.destination(join(dataDir, 'logs', 'fill.log')) })
  const database = await openDatabase({ dataDir, log, poolSize: 16 })
  const server = await buildServer({
    config: readConfiguration({ DATA_DIR: dataDir }),
    dataDir,
    database,
    log,
    clock: systemClock,
    version: '0.0.0-bench',
    commerce: () => noCommerce(),
    publicUrl: `http://127.0.0.1:${words.port}`,
  })
  const { tenant, ownerId } = await server.accounts.createTenant({
    name: 'Long-standing shop',
    owner: { name: 'Owner', email: 'owner@shop.example' },
    setUp: true,
  })
  const inbox = await server.accounts.createInbox(tenant, { name: 'Website', channel: 'web', locale: 'zh-CN' })
  await fill(server, { tenant, inboxId: inbox.id, staffIds: [ownerId, newId(), newId()] }, Number(words.conversations))
  process.stdout.write(
    `${JSON.stringify({ publicKey: inbox.publicKey, link: await server.accounts.oneTimeLink(ownerId) })}\n`,
  )
  await server.stop()
}
await main()
process.exit()
