// The demo shop fills a workspace once: a second start changes nothing, also after an interrupted one.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BallastServer, buildServer } from '../server/src/build-server.ts'
import { readConfiguration } from '../server/src/config.ts'
import { noCommerce } from '../server/src/features/commerce/index.ts'
import { systemClock } from '../server/src/platform/clock.ts'
import { newDatabase } from '../server/test/new-database.ts'
import { watchedLog } from '../server/test/watched-log.ts'
import { openDemoShop } from './serve-demo.ts'

let database: Awaited<ReturnType<typeof newDatabase>>
const dataDir = mkdtempSync(join(tmpdir(), 'ballast-demo-'))
const rootKey = randomBytes(32).toString('base64')
const servers: BallastServer[] = []
beforeAll(async () => {
  database = await newDatabase()
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = async () => {
  const server = await buildServer({
    config: readConfiguration({ ROOT_KEY: rootKey }),
    dataDir,
    database: { ...database, close: async () => undefined },
    log: watchedLog(),
    clock: systemClock,
    publicUrl: 'http://localhost:8080',
    version: '0.0.0',
    commerce: () => noCommerce(),
  })
  servers.push(server)
  return openDemoShop({ server, dataDir, say: () => undefined })
}
const replies = async (tenant: string) =>
  (
    await database.as(tenant, (tx) =>
      sql<{ shortcut: string; locale: string; owner: string | null }>`
        SELECT shortcut, locale, owner_id AS owner FROM ballast.canned_replies WHERE tenant = ${tenant}`.execute(tx),
    )
  ).rows

test('canned replies are written once, shared, in both languages; what was removed stays removed', async () => {
  const { tenant } = await start()
  const first = await replies(tenant)
  expect(first).toHaveLength(24)
  expect(new Set(first.map(({ locale, owner }) => `${locale} ${owner}`))).toEqual(new Set(['zh-CN null', 'en null']))
  const remove = (tx: Parameters<Parameters<typeof database.as>[1]>[0]) =>
    sql`DELETE FROM ballast.canned_replies WHERE shortcut IN ('hi', '你好')`.execute(tx)
  await database.as(tenant, remove)
  expect((await start()).tenant).toBe(tenant)
  expect(await replies(tenant)).toHaveLength(22)
  // A start that was interrupted before it could note that it had written them.
  const file = join(dataDir, 'secrets', 'demo.json')
  const { replies: _, ...kept } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify(kept))
  await start()
  expect(await replies(tenant)).toHaveLength(24)
})
