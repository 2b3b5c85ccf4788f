// From upload to answer and graph: one new document of ten pages, then a hundred of them, on a whole server with its own
// PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../server/src/main.ts'
import { docx, pdfOfLines } from '../server/test/sample-documents.ts'
import { type Benchmark, type Report, round } from './measure.ts'

interface Size {
  readonly count: number
  readonly pages: number
}
const LINES_OF_PAGE = 45
const UPLOADS_AT_ONCE = 4

const THINGS = '冲锋衣 登山鞋 帐篷 睡袋 头灯 背包 手套 雪镜 水壶 炉具 雨衣 羽绒服 护膝 登山杖 防潮垫 折叠椅'.split(' ')
const MATTERS = '退货 换货 保修 运费 发票 安装 保养 清洗 尺码 材质 赠品 预售 延迟 破损 少件 价保'.split(' ')
const ENDS = [
  '请在签收后尽快联系客服并提供订单号',
  '寄回时请保持吊牌完整并附上原包装',
  '费用由平台承担，审核通过后原路退回',
  '以商品详情页当日的说明为准',
  '节假日顺延，请留意短信通知',
]

/** One line of about thirty letters, never twice the same. */
const lineOf = (document: number, n: number): string => {
  const pick = (from: readonly string[], step: number) => from[(document * 7 + n * step) % from.length]!
  return `${pick(THINGS, 3)}的${pick(MATTERS, 5)}须在${1 + ((document + n) % 30)}天内提出，${pick(ENDS, 1)}。`
}
const headingOf = (document: number, page: number) =>
  `第${document}号手册：${THINGS[page % 16]}${MATTERS[(document + page) % 16]}`
/** Stands in no other document. */
const markOf = (document: number) => `编号${document}的暗语是蓝鲸${document}号`

const makeDocument = (document: number, pages: number): { name: string; content: Buffer } => {
  const all = Array.from({ length: pages }, (_, page) => {
    const lines = Array.from({ length: LINES_OF_PAGE - 1 }, (_, n) => lineOf(document, page * LINES_OF_PAGE + n))
    if (page === pages - 1) lines[10] = `${markOf(document)}。`
    // Asked for by its heading, as customers do; words that stand in a long text alone are no question.
    return { heading: page === pages - 1 ? markOf(document) : headingOf(document, page), lines }
  })
  if (document % 2 === 0) {
    const lines = all.flatMap(({ heading, lines }) => [[heading, 18] as const, ...lines])
    return { name: `handbook-${document}.pdf`, content: pdfOfLines(lines, LINES_OF_PAGE) }
  }
  const parts = all.flatMap(({ heading, lines }) => [['heading 1', heading] as const, ...lines])
  return { name: `handbook-${document}.docx`, content: docx(parts) }
}

const signIn = async (url: string, link: string) => {
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('link') ?? ''
  const reply = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token }),
  })
  if (!reply.ok) throw new Error(`sign-in: ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = async (method: string, path: string, body?: Buffer) => {
    const headers = { cookie, origin: url, ...(body ? { 'content-type': 'application/octet-stream' } : {}) }
    for (;;) {
      const answer = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: new Uint8Array(body) } : {}) })
      if (answer.ok) return (await answer.json()) as Record<string, never>
      if (answer.status !== 503 && answer.status !== 429) throw new Error(`${path}: ${await answer.text()}`)
      await sleep(500)
    }
  }
  return call
}
type Call = Awaited<ReturnType<typeof signIn>>

const upload = (call: Call, { name, content }: ReturnType<typeof makeDocument>) =>
  call('POST', `/api/documents?name=${name}&locale=zh-CN`, content)

const answered = async (call: Call, document: number): Promise<void> => {
  const query = encodeURIComponent(markOf(document))
  for (;;) {
    const { passages } = (await call('GET', `/api/knowledge/search?locale=zh-CN&text=${query}`)) as unknown as {
      passages: { answer: string }[]
    }
    if (passages.some(({ answer }) => answer.includes(markOf(document)))) return
    await sleep(25)
  }
}

const allRead = async (call: Call, count: number): Promise<number> => {
  for (;;) {
    const { documents } = (await call('GET', '/api/documents?limit=1000')) as unknown as {
      documents: { state: string; passages: number; problem: string | null }[]
    }
    const failed = documents.find(({ state }) => state === 'failed')
    if (failed) throw new Error(`a document failed: ${failed.problem}`)
    if (documents.filter(({ state }) => state === 'ready').length >= count)
      return documents.reduce((sum, { passages }) => sum + passages, 0)
    await sleep(100)
  }
}

/** The first pays for the start of the reading thread and its libraries. */
const measureSingles = async (report: Report, call: Call, { count, pages }: Size): Promise<void> => {
  for (const n of [count, count + 1, count + 2]) {
    const file = makeDocument(n, pages)
    const began = performance.now()
    await upload(call, file)
    await answered(call, n)
    const seconds = round((performance.now() - began) / 1000)
    const kind = file.name.split('.')[1]!
    report({ name: 'one document', kind, pages, first: n === count, seconds, bar: 5 })
  }
}

const countStructure = async (call: Call): Promise<number> =>
  ((await call('GET', '/api/structure?limit=1')) as unknown as { total: number }).total

const measureMany = async (report: Report, call: Call, { count, pages }: Size): Promise<void> => {
  const files = Array.from({ length: count }, (_, n) => makeDocument(n, pages))
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  const began = performance.now()
  let next = 0
  const sender = async () => {
    while (next < count) await upload(call, files[next++]!)
  }
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, sender))
  const uploaded = (performance.now() - began) / 1000
  const passages = await allRead(call, count + 3)
  await answered(call, count - 1)
  const seconds = (performance.now() - began) / 1000
  stalls.disable()
  const things = await countStructure(call)
  report({
    name: 'many documents',
    documents: count,
    pages,
    megabytes: round(files.reduce((sum, { content }) => sum + content.length, 0) / 2 ** 20, 1),
    passages,
    things,
    uploadSeconds: round(uploaded),
    seconds: round(seconds),
    bar: 60,
    // The generator shares the server's loop: its own making of requests is in here.
    stallMsP99: round(stalls.percentile(99) / 1e6, 1),
    stallMsMost: round(stalls.max / 1e6, 1),
  })
}

const benchmark: Benchmark = async (report, options) => {
  const size = { count: Number(options.documents ?? 100), pages: Number(options.pages ?? 10) }
  const folder = mkdtempSync(join(tmpdir(), 'ballast-documents-'))
  const server = await run({ demo: true, port: 0, env: { DATA_DIR: folder, LOG_LEVEL: 'silent', PUBLIC_RATE: '0' } })
  try {
    const call = await signIn(server.url, server.deskLink!)
    await measureSingles(report, call, size)
    await measureMany(report, call, size)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
export default benchmark
