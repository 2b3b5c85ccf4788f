// The command against a real server: a folder of good and bad files, a site, and the question afterwards.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Running, run } from '../../server/src/main.ts'
import { docx, pdf, pdfOfLines, xlsx } from '../../server/test/sample-documents.ts'

// Each command is a process of its own that loads what it needs.
vi.setConfig({ testTimeout: 90_000 })

let folder: string
let server: Running
let site: Server
const env = () => ({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ALLOW_PRIVATE_SITES: 'true' })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ballast-knowledge-'))
  server = await run({ demo: true, port: 0, env: env() })
  site = createServer((request, reply) => {
    if (request.url !== '/') return void reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': 'text/html' }).end('<h1>积分</h1><p>积分每年年底清零，请在此之前兑换。</p>')
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
}, 60_000)
afterAll(async () => {
  site?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const command = (words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['tools/knowledge.ts', ...words], { env: { ...process.env, ...env() } })
    let out = ''
    let err = ''
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
    })
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    child.on('exit', (code) => done({ code, out, err }))
  })
/** The demo shop knows much already: what is new is among the first. */
const found = async (question: string): Promise<string> => {
  const { out } = await command(['search', question, '--json', '--url', server.url])
  const { passages } = JSON.parse(out) as { passages: { title: string; answer: string }[] }
  return passages.map(({ title, answer }) => `${title}: ${answer}`).join('\n')
}

it('takes a folder in: a line for every file, the reason for each that failed, exit code 1', async () => {
  const docs = join(folder, 'docs')
  mkdirSync(join(docs, 'deep'), { recursive: true })
  const files = {
    'a.docx': docx([['heading 1', '刻字服务'], '刻字需要三天，刻字商品不支持退货。']),
    'deep/b.pdf': pdfOfLines([['礼盒包装', 18], '礼盒包装每件收费十五元。']),
    'c.xlsx': xlsx({
      海外: [
        ['国家', '运费'],
        ['日本', 60],
        ['法国', 120],
      ],
    }),
    'd.md': '# 团购\n\n二十件起可以团购，联系客服报价。\n',
    'sealed.pdf': pdf([[]], { sealed: true }),
    'scan.pdf': pdf([[]], { picture: true }),
    'half.docx': docx(['x']).subarray(0, 200),
    'empty.txt': '',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(docs, name), content)
  const { code, out, err } = await command(['import', docs, '--url', server.url, '--json'])
  expect(code, err).toBe(1)
  const result = JSON.parse(out) as {
    documents: number
    failed: number
    all: { name: string; problem: string | null }[]
  }
  expect(result).toMatchObject({ documents: 8, failed: 4 })
  expect(Object.fromEntries(result.all.map(({ name, problem }) => [name, problem]))).toEqual({
    'a.docx': null,
    'c.xlsx': null,
    'd.md': null,
    'deep/b.pdf': null,
    'empty.txt': 'document.empty',
    'half.docx': 'document.broken',
    'scan.pdf': 'document.scanned',
    'sealed.pdf': 'document.encrypted',
  })
  expect(err.match(/✗/g)).toHaveLength(4)
  expect(err).toMatch(/✗ sealed\.pdf: The document has a password/)
  expect(await found('礼盒包装多少钱')).toContain('礼盒包装: 礼盒包装每件收费十五元。')
  expect(await found('法国运费多少')).toContain('国家 | 运费\n日本 | 60\n法国 | 120')
})

it('takes one file and a site in, and all is well', async () => {
  const file = join(folder, 'storage.txt')
  writeFileSync(file, '寄存说明\n\n门店可以免费寄存行李两小时。\n')
  const { port } = site.address() as AddressInfo
  const { code, out, err } = await command(['import', file, `http://127.0.0.1:${port}/`, '--url', server.url])
  expect(code, err).toBe(0)
  expect(out).toBe('2 of 2 documents read, 2 passages.\n')
  expect(await found('积分什么时候清零')).toContain('积分: 积分每年年底清零，请在此之前兑换。')
})

it('says what is wrong with its words', async () => {
  expect((await command([])).code).toBe(2)
  expect((await command(['import', '--nonsense'])).code).toBe(2)
  const missing = await command(['import', join(folder, 'nowhere'), '--url', server.url])
  expect([missing.code, missing.err]).toEqual([1, `There is no file or folder ${join(folder, 'nowhere')}.\n`])
  const key = await command(['search', 'x', '--url', server.url, '--key', 'blst_wrong'])
  expect(key.code).toBe(1)
  expect(key.err).toContain('auth.invalid')
})
