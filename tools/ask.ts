// `npm run ask`: a customer in a terminal. One question from the words, or many as JSON lines on stdin.
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { findServer } from './ask/find-server.ts'
import { createOpenVisitors } from './ask/open-visitors.ts'
import { type Answer, createVisitors } from './ask/visitors.ts'

const HELP = `npm run -s ask -- "我的订单到哪了"
  --url URL        a running server; without it the one on this clone's data/ is used, or one is started
  --customer ID    speak as a customer of the demo shop, signed in
  --locale TAG     the customer's language, such as en
  --channel NAME   web (default, as the widget) or open (as an entry of the shop's own)
  --json           print the whole answer as JSON
  --stdin          read {"id", "conversation"?, "customer"?, "text"} a line, write one JSON line for each
  --rate N         with --stdin: start N lines a second (default 20); lines of one conversation go in order
  --timeout MS     longest wait for one answer (default 15000)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    customer: { type: 'string' },
    locale: { type: 'string' },
    channel: { type: 'string', default: 'web' },
    json: { type: 'boolean', default: false },
    stdin: { type: 'boolean', default: false },
    rate: { type: 'string', default: '20' },
    timeout: { type: 'string', default: '15000' },
    help: { type: 'boolean', default: false },
  },
})

interface Line {
  readonly id: string
  readonly conversation?: string
  readonly customer?: string
  readonly text: string
}

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(2)
}

/** A line of input, or what is wrong with it. */
const readLine = (text: string, number: number): Line => {
  const wrong = (what: string): never => fail(`Line ${number}: ${what}`)
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    return wrong('is not JSON.')
  }
  const { id, conversation, customer, text: said } = (line ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return wrong('needs an "id".')
  if (typeof said !== 'string') return wrong('needs a "text".')
  return {
    id: String(id),
    text: said,
    ...(typeof conversation === 'string' ? { conversation } : {}),
    ...(typeof customer === 'string' ? { customer } : {}),
  }
}

const printed = (answer: Answer): string => {
  const sources = answer.sources.map((source) => `  〔${source.title}〕`).join('\n')
  const about = `  ${answer.outcome}${answer.intent ? ` · ${answer.intent}` : ''} · ${answer.latencyMs} ms`
  return [answer.text || '(silence)', ...(sources ? [sources] : []), about].join('\n')
}

if (values.help) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
if (!values.stdin && positionals.join(' ') === '') fail(HELP)
const channels: Record<string, typeof createVisitors> = { web: createVisitors, open: createOpenVisitors }
const create = channels[values.channel] ?? fail(`There is no channel ${values.channel}: web or open.`)
const server = await findServer(values.url).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
const visitors = create({
  url: server.url,
  timeoutMs: Number(values.timeout),
  ...(values.locale ? { locale: values.locale } : {}),
})

const askOne = async (): Promise<void> => {
  const text = positionals.join(' ')
  const answer = await visitors.ask({ id: '1', text, ...(values.customer ? { customer: values.customer } : {}) })
  process.stdout.write(`${values.json ? JSON.stringify(answer) : printed(answer)}\n`)
}

const askMany = async (): Promise<void> => {
  const gap = 1000 / Math.max(0.1, Number(values.rate))
  const turns = new Map<string, Promise<unknown>>()
  const all: Promise<unknown>[] = []
  const start = performance.now()
  let number = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue
    const line = readLine(text, ++number)
    const due = start + (number - 1) * gap
    const early = due - performance.now()
    if (early > 1) await new Promise((done) => setTimeout(done, early))
    const customer = line.customer ?? values.customer
    const ask = async () => {
      const answer = await visitors.ask({ ...line, ...(customer ? { customer } : {}) })
      process.stdout.write(`${JSON.stringify(answer)}\n`)
    }
    // A conversation's next line waits for the answer to the one before, as a person would.
    const key = line.conversation ?? `line ${number}`
    const turn = (turns.get(key) ?? Promise.resolve()).then(ask)
    turns.set(key, turn)
    all.push(turn)
  }
  await Promise.all(all)
}

await (values.stdin ? askMany() : askOne())
await visitors.close()
await server.stop()
process.exit(0)
