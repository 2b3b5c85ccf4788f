// The operator's way to a first shop, on real processes: without a server, beside a running one, and with mistakes.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { run } from '../server/src/main.ts'
import { clearAway, newFolder } from './life/server-process.ts'

afterEach(clearAway)

/** In a process of its own, while ours goes on serving. */
const newShop = (dataDir: string, ...words: string[]) => {
  const { DATABASE_URL, PUBLIC_URL, ...own } = process.env
  const file = join(import.meta.dirname, 'new-shop.ts')
  const env = { ...own, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  return new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
    const child = execFile(process.execPath, [file, ...words], { env }, (_, stdout, stderr) =>
      done({ status: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
const signIn = async (url: string, link: string) => {
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('link')
  const reply = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token }),
  })
  return reply.status
}

test('a shop made before the first start, and another one beside the running server', async () => {
  const dataDir = newFolder()
  const first = await newShop(dataDir, '--name', 'Harbour', '--email', 'mei@harbour.example', '--locale', 'zh-CN')
  expect(first.status, first.stderr).toBe(0)
  expect(first.stdout).toMatch(/^http:\/\/localhost:8080\/desk\/#link=[\w-]{43}\n$/)
  expect(first.stderr).toContain('npm start')
  const said: string[] = []
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const server = await run({ demo: false, port: 0, env, say: (text) => said.push(text) })
  try {
    expect(said.join('\n')).not.toContain('no shop here yet')
    const second = await newShop(dataDir, '--name', 'Ridge', '--email', 'lan@ridge.example')
    expect(second.status, second.stderr).toBe(0)
    expect(second.stdout.startsWith(`${server.url}/desk/#link=`)).toBe(true)
    for (const { stdout } of [first, second]) expect(await signIn(server.url, stdout.trim())).toBe(200)
    expect(await signIn(server.url, second.stdout.trim())).toBe(401)
    const again = await newShop(dataDir, '--name', 'Ridge', '--email', 'LAN@ridge.example')
    expect([again.status, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toContain('in a workspace here already')
  } finally {
    await server.stop()
  }
})

test('a server without a shop says how to make one; mistakes are said in words', async () => {
  const dataDir = newFolder()
  const said: string[] = []
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const server = await run({ demo: false, port: 0, env, say: (text) => said.push(text) })
  await server.stop()
  expect(said.join('\n')).toContain('npm run -s new-shop -- --name')
  const wrong: [string[], string][] = [
    [['--name', 'x'], '--email'],
    [['--name', 'x', '--email', 'mei'], '«mei» is not an e-mail address'],
    [['--name', ' ', '--email', 'a@shop.example'], '1 to 120'],
    [['--name', 'x', '--email', 'a@shop.example', '--locale', '中文'], '--locale'],
  ]
  for (const [words, expected] of wrong) {
    const made = await newShop(dataDir, ...words)
    expect([made.status, made.stdout]).toEqual([1, ''])
    expect(made.stderr).toContain(expected)
    expect(made.stderr).not.toMatch(/\.ts:\d/)
  }
})
