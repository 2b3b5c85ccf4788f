// Starting: in folders only root may enter, beside others, on a taken port, with wrong settings, on a PostgreSQL elsewhere.
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../server/src/platform/database/embedded.ts'
import { silentLog } from '../../server/src/platform/log.ts'
import { createVisitors } from '../ask/visitors.ts'
import {
  clearAway,
  isGone,
  newFolder,
  postgresOf,
  type ServerProcess,
  startServer,
  stopServer,
} from './server-process.ts'

const answerOf = async (url: string): Promise<string> => {
  const visitors = createVisitors({ url, timeoutMs: 15_000 })
  const { outcome } = await visitors.ask({ id: '1', text: '支持七天无理由退货吗？' })
  await visitors.close()
  return outcome
}
const refusal = async (server: ServerProcess): Promise<string> => {
  expect((await server.ended).code).toBe(1)
  // One sentence for a person, never a stack.
  expect(server.said()).not.toMatch(/\n\s+at /)
  return server.said()
}

describe('a server in a folder only its owner may enter', () => {
  let dataDir: string
  let server: ServerProcess
  let url: string
  beforeAll(async () => {
    dataDir = join(newFolder(), 'data')
    server = startServer(dataDir)
    ;({ url } = await server.ready)
  })
  afterAll(clearAway)

  test('answers', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await answerOf(url)).toBe('answered')
  })

  test('keeps a second one off its folder', async () => {
    const second = startServer(dataDir)
    expect(await refusal(second)).toContain(
      `Another Ballast (process ${server.pid}) is using the data folder ${dataDir}`,
    )
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('lives beside one on another folder', async () => {
    const other = startServer(join(newFolder(), 'other'))
    const { url: otherUrl } = await other.ready
    expect(otherUrl).not.toBe(url)
    expect(await Promise.all([answerOf(url), answerOf(otherUrl)])).toEqual(['answered', 'answered'])
    await stopServer(other)
    expect(await answerOf(url)).toBe('answered')
  })

  test('keeps its port: who wants it too is told so', async () => {
    const folder = newFolder()
    const { port } = new URL(url)
    const late = startServer(join(folder, 'data'), { PORT: port })
    expect(await refusal(late)).toContain(`PORT ${port} is already in use`)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  test('is back within seconds, with a new way in', async () => {
    const before = await server.ready
    await stopServer(server)
    const began = performance.now()
    server = startServer(dataDir)
    const { url: again, deskLink } = await server.ready
    const seconds = (performance.now() - began) / 1000
    process.stderr.write(`A later start took ${seconds.toFixed(1)} s.\n`)
    expect(seconds).toBeLessThan(15)
    expect(server.said()).not.toContain('Filling')
    expect(deskLink).not.toBe(before.deskLink)
    expect(await answerOf(again)).toBe('answered')
    url = again
  })
})

describe('what is wrong is said in one sentence', () => {
  afterEach(clearAway)

  test('a setting', async () => {
    const data = join(newFolder(), 'data')
    expect(await refusal(startServer(data, { PORT: 'abc' }))).toContain('PORT: "abc" is not accepted. It takes a whole')
    expect(await refusal(startServer(data, { HOST: '192.0.2.1' }))).toContain('HOST 192.0.2.1 is not an address')
    expect(existsSync(data)).toBe(false)
  })

  test('a port another program listens on at every address', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, done))
    const { port } = other.address() as { port: number }
    expect(await refusal(startServer(join(newFolder(), 'data'), { PORT: String(port) }))).toContain(`PORT ${port} is`)
    await new Promise((done) => other.close(done))
  })

  test('a data folder that cannot be', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const said = await refusal(startServer(join(file, 'data')))
    expect(said).toContain(`The data folder ${join(file, 'data')} cannot be written to`)
    expect(said).toContain('DATA_DIR')
  })

  // The one folder that is there and that nobody, root included, may write to.
  test.runIf(process.platform === 'linux')('a data folder that is not writable', async () => {
    expect(await refusal(startServer('/proc/self'))).toContain('The data folder /proc/self cannot be written to')
  })

  test('a database that is not there', async () => {
    const url = 'postgres://somebody:secret@localhost:1/shop'
    const said = await refusal(startServer(join(newFolder(), 'data'), { DATABASE_URL: url }))
    expect(said).toContain('PostgreSQL at localhost:1 does not let somebody in')
    expect(said).toContain('ECONNREFUSED')
    expect(said).not.toContain('secret')
  })
})

describe('interrupted while starting', () => {
  afterEach(clearAway)

  test('it ends calmly and leaves no PostgreSQL behind; the next start completes', async () => {
    const dataDir = join(newFolder(), 'data')
    const server = startServer(dataDir)
    await expect.poll(() => postgresOf(dataDir), { timeout: 20_000, interval: 10 }).toBeGreaterThan(0)
    const postgres = postgresOf(dataDir) as number
    server.signal('SIGINT')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(isGone(postgres)).toBe(true)
    expect(postgresOf(dataDir)).toBeUndefined()
    const { url } = await startServer(dataDir).ready
    expect(await answerOf(url)).toBe('answered')
  })

  test('even while PostgreSQL is being made', async () => {
    const dataDir = join(newFolder(), 'data')
    const server = startServer(dataDir)
    const draft = join(dataDir, 'postgres.new', 'PG_VERSION')
    await expect.poll(() => existsSync(draft), { timeout: 20_000, interval: 2 }).toBe(true)
    server.signal('SIGINT')
    expect(await server.ended, server.said()).toEqual({ code: 0, signal: null })
    expect(server.said()).not.toContain('initdb')
    await startServer(dataDir).ready
  })

  test('killed while the shop is being filled, the next start completes it', async () => {
    const dataDir = join(newFolder(), 'data')
    const server = startServer(dataDir)
    await expect.poll(() => server.said(), { timeout: 20_000, interval: 5 }).toContain('Filling')
    server.signal('SIGKILL')
    await server.ended
    const { url, deskLink } = await startServer(dataDir).ready
    expect(await answerOf(url)).toBe('answered')
    expect(deskLink).toContain(url)
  })
})

describe('on a PostgreSQL elsewhere', () => {
  afterEach(clearAway)

  test('it serves, leaves that PostgreSQL running, and finds everything again', async () => {
    const folder = newFolder()
    const remote = await startEmbedded({ dataDir: join(folder, 'remote'), tcp: true, log: silentLog })
    const { host, port } = remote.target
    const env = { DATABASE_URL: `postgresql://postgres:${remote.password}@${host}:${port}/shop` }
    try {
      const first = startServer(join(folder, 'data'), env)
      expect(await answerOf((await first.ready).url)).toBe('answered')
      expect(first.said()).toContain('Connecting to PostgreSQL')
      await stopServer(first)
      expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false)
      expect(isGone(remote.pid)).toBe(false)
      const second = startServer(join(folder, 'data'), env)
      expect(await answerOf((await second.ready).url)).toBe('answered')
      expect(second.said()).not.toContain('Filling')
      await stopServer(second)
    } finally {
      await remote.stop()
    }
  })
})
