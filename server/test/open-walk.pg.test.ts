// docs/open-channel.md, executed: every `sh` block in order, in one shell, against a real server.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrowser, tokenOfLink } from './accounts-server.ts'
import { type OpenServer, startOpenServer } from './open-server.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await startOpenServer()
})
afterAll(async () => {
  await shop.stop()
  await shop.drop()
})

const page = readFileSync(join(import.meta.dirname, '../../docs/open-channel.md'), 'utf8')
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code]) => code!)

test('the walk-through does what it says', async () => {
  const owner = { name: 'Owner', email: 'owner@walk.example' }
  const { tenant, ownerId } = await shop.server.accounts.createTenant({ name: 'walk', owner })
  const browser = createBrowser(shop.server.http.app)
  const token = tokenOfLink(await shop.server.accounts.oneTimeLink(ownerId))
  await browser.call('POST', '/api/session/link', { body: { token } })
  const key = await browser.call('POST', '/api/keys', { body: { name: 'walk', permissions: ['inboxes.manage'] } })
  const script = blocks.map((code, index) => `echo "=== ${index}"\n${code}\necho`).join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    env: { ...process.env, BALLAST: shop.url, SESSION: key.body.secret as string },
  })
  const said = stdout.split(/=== \d+\n/).slice(1)
  expect(said).toHaveLength(6)
  const [, created, sent, events, done, signed] = said
  expect(created).toMatch(/^in_/)
  expect(JSON.parse(sent!)).toMatchObject({ seq: 1 })
  expect(events).toContain('"external_id":"room-7"')
  expect(done).toContain('{"ok":true}{"ok":true}')
  expect(JSON.parse(signed!)).toMatchObject({ seq: expect.any(Number) })
  const read = await shop.database.as(
    tenant,
    async (tx) =>
      (
        await sql`SELECT 1 FROM ballast.messages WHERE tenant = ${tenant} AND author_kind = 'bot' AND delivery = 'read'`.execute(
          tx,
        )
      ).rows,
  )
  expect(read).toHaveLength(1)
}, 60_000)
