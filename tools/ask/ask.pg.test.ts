// The terminal customer against a real server: one line out for each line in, in order within a conversation.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, run } from '../../server/src/main.ts'
import { readLine } from '../../server/test/watched-log.ts'
import type { Answer } from './visitors.ts'

let folder: string
let server: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-ask-'))
  server = await run({ demo: true, port: 0, env: { DATA_DIR: folder, LOG_LEVEL: 'debug' }, logTo: { write: readLine } })
}, 60_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (words: readonly string[], input = ''): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['tools/ask.ts', '--url', server.url, ...words])
    let out = ''
    let err = ''
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
    })
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    child.on('exit', (code) => done({ code, out, err }))
    child.stdin.end(input)
  })
const answers = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)

describe('npm run ask', () => {
  it('answers one question with its source', async () => {
    const { code, out } = await ask(['--json', '退货政策是什么'])
    expect(code).toBe(0)
    const [answer] = answers(out)
    expect(answer).toMatchObject({ outcome: 'answered', handedOver: false })
    expect(answer!.sources.length).toBeGreaterThan(0)
    expect(answer!.text).not.toBe('')
  })

  it('speaks as a demo customer and reads their real order', async () => {
    const [answer] = answers((await ask(['--json', '--customer', 'demo-001', '我的订单到哪了'])).out)
    expect(answer).toMatchObject({ outcome: 'acted', action: 'order.read' })
    expect(answer!.parts.map((part) => part.kind)).toContain('order-card')
  })

  it('writes exactly one line for each line, in order within a conversation', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({
      id: `${n}`,
      conversation: `c${n % 6}`,
      text: n >= 24 ? '在吗' : n >= 18 ? '转人工' : `运费怎么算？${n}`,
    }))
    const { out, code } = await ask(['--stdin', '--rate', '200'], lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(code).toBe(0)
    const got = answers(out)
    expect(got.map((answer) => answer.id).sort()).toEqual(lines.map((line) => line.id).sort())
    for (const conversation of new Set(lines.map((line) => line.conversation))) {
      const mine = got.filter((answer) => answer.conversation === conversation)
      expect(mine.map((answer) => Number(answer.id))).toEqual(
        mine.map((answer) => Number(answer.id)).sort((a, b) => a - b),
      )
      expect(mine.at(-2)).toMatchObject({ outcome: 'handed-over', handedOver: true })
      expect(mine.at(-1)).toMatchObject({ outcome: 'silent', handedOver: true, text: '' })
    }
    for (const answer of got) if (answer.outcome !== 'silent') expect(answer.text).not.toBe('')
  })

  it('speaks through the open channel with the same output', async () => {
    const lines = [
      { id: '1', conversation: 'a', text: '退货政策是什么' },
      { id: '2', conversation: 'a', text: '转人工' },
      { id: '3', conversation: 'a', text: '在吗' },
      { id: '4', conversation: 'b', customer: 'demo-002', text: '我的订单到哪了' },
      { id: '5', conversation: 'c', text: 'x'.repeat(9_000) },
    ]
    const words = ['--stdin', '--channel', 'open', '--rate', '50']
    const { out, code } = await ask(words, lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(code).toBe(0)
    const got = new Map(answers(out).map((answer) => [answer.id, answer]))
    expect(got.get('1')).toMatchObject({ outcome: 'answered', handedOver: false, conversation: 'a' })
    expect(got.get('1')!.sources.length).toBeGreaterThan(0)
    expect(got.get('2')).toMatchObject({ outcome: 'handed-over', handedOver: true })
    expect(got.get('3')).toMatchObject({ outcome: 'silent', handedOver: true, text: '' })
    expect(got.get('4')).toMatchObject({ outcome: 'acted', action: 'order.read' })
    expect(got.get('5')!.text).toContain('message.too-long')
  })

  it('says which line is wrong', async () => {
    const { code, err, out } = await ask(['--stdin'], '{"id":1,"text":"hi"}\n{"text":"no id"}\n')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Line 2: needs an "id".')
  })

  it('a refused message is an outcome, not a crash', async () => {
    const [answer] = answers((await ask(['--json', 'x'.repeat(9_000)])).out)
    expect(answer).toMatchObject({ outcome: 'refused' })
    expect(answer!.text).toContain('message.too-long')
  })
})
