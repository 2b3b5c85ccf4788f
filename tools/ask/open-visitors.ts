// The same customers through the open channel: sent over HTTP, answers fetched by polling. One poll serves them all.
import { randomUUID } from 'node:crypto'
import type { OpenEvent } from '@ballast/contract'
import { createOpenClient, type OpenClient } from '@ballast/contract/open-client'
import { PROBLEMS, Problem } from '@ballast/contract/problems'
import type { Answer, Question, VisitorsOptions } from './visitors.ts'

type Reply = Extract<OpenEvent, { type: 'message_created' | 'message_updated' }>
const WITH_PEOPLE = new Set<string>(['waiting', 'agent', 'snoozed'])
/** A reply nobody asked for (an agent's) is not kept for ever. */
const MOST_EARLY = 1000

const listen = (client: OpenClient, from: string) => {
  const ended = new AbortController()
  const waiting = new Map<string, (reply: Reply) => void>()
  const early = new Map<string, Reply>()
  const statuses = new Map<string, string>()
  const hear = (event: OpenEvent) => {
    if (event.type === 'conversation_typing_on') return
    statuses.set(event.data.contact.id, event.data.status)
    if (event.type !== 'message_created' || event.data.author.kind !== 'bot') return
    const { in_reply_to: to } = event.data
    if (to === undefined) return
    const give = waiting.get(to)
    if (give !== undefined) return give(event)
    early.set(to, event)
    if (early.size > MOST_EARLY) early.delete(early.keys().next().value as string)
  }
  const poll = async () => {
    let cursor = from
    while (!ended.signal.aborted) {
      try {
        const page = await client.events(cursor, { wait: 20, signal: ended.signal })
        cursor = page.cursor
        for (const event of page.events) hear(event)
      } catch {
        // The server is away for a moment; the cursor knows where we were.
        if (!ended.signal.aborted) await new Promise((done) => setTimeout(done, 500))
      }
    }
  }
  const polling = poll()
  return {
    statusOf: (sender: string) => statuses.get(sender) ?? 'bot',
    /** The bot's reply to that message; rejects when it does not come in time. */
    replyTo: async (id: string, ms: number): Promise<Reply> => {
      const known = early.get(id)
      if (known !== undefined) return known
      const { promise, resolve, reject } = Promise.withResolvers<Reply>()
      const timer = setTimeout(() => reject(new Error('timeout')), ms)
      waiting.set(id, resolve)
      return promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(id)
      })
    },
    close: async () => {
      ended.abort()
      await polling
    },
  }
}

const connect = async (url: string) => {
  const reply = await fetch(`${url}/demo/open.json`)
  if (!reply.ok)
    throw new Error(`${url}/demo/open.json answered ${reply.status}: is this a demo server on this machine?`)
  const { publicKey, apiKey } = (await reply.json()) as { publicKey: string; apiKey: string }
  const client = createOpenClient({ baseUrl: url, publicKey, apiKey })
  const { cursor } = await client.events('latest')
  return { client, line: listen(client, cursor) }
}

export const createOpenVisitors = (options: VisitorsOptions) => {
  const run = randomUUID()
  const connected = connect(options.url)

  const answered = ({ data }: Reply): Partial<Answer> => ({
    outcome: data.turn?.outcome === 'unsure' ? 'asked' : (data.turn?.outcome ?? 'answered'),
    text: data.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n') || '…',
    parts: data.parts,
    sources: data.parts.flatMap((part) => (part.kind === 'sources' ? part.sources : [])),
    action: data.turn?.action ?? null,
    intent: data.turn?.intent ?? null,
    handedOver: data.turn?.outcome === 'handed-over' || WITH_PEOPLE.has(data.status),
  })

  const exchange = async (question: Question): Promise<Partial<Answer>> => {
    const { client, line } = await connected
    const thread = question.conversation ?? question.id
    const sender = `${run} ${thread}`
    const { customer } = question
    const sent = await client.send({
      sender: { id: sender },
      conversation_id: thread,
      message: { id: randomUUID(), type: 'text', text: question.text },
      ...(customer === undefined ? {} : { external_id: customer }),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    })
    if (WITH_PEOPLE.has(line.statusOf(sender))) return { outcome: 'silent', handedOver: true }
    return answered(await line.replyTo(sent.id, options.timeoutMs))
  }

  return {
    ask: async (question: Question): Promise<Answer> => {
      const began = performance.now()
      const more = await exchange(question).catch((error: unknown): Partial<Answer> => {
        if (error instanceof Problem)
          return { outcome: 'refused', text: `${error.code}: ${PROBLEMS[error.code].message}` }
        return { outcome: 'timeout', text: 'No answer came in time.' }
      })
      return {
        id: question.id,
        conversation: question.conversation ?? null,
        outcome: 'answered',
        text: '',
        parts: [],
        sources: [],
        action: null,
        handedOver: false,
        intent: null,
        latencyMs: Math.round((performance.now() - began) * 10) / 10,
        ...more,
      }
    },
    close: async () => {
      await (await connected).line.close()
    },
  }
}
