// Customers of the demo shop, each with their own live line; asks a question and waits for what the bot makes of it.
import type { Message, Part, ServerFrame, Source } from '@ballast/contract'
import { connectVisitor, type LiveClient, SendRefused } from '@ballast/contract/live-client'
import { plainText } from '@ballast/contract/parts'

export interface Question {
  readonly id: string
  /** Questions with the same name are one conversation; without one, a conversation of its own. */
  readonly conversation?: string
  readonly customer?: string
  readonly text: string
}

export interface Answer {
  readonly id: string
  readonly conversation: string | null
  readonly outcome: 'answered' | 'asked' | 'acted' | 'handed-over' | 'silent' | 'refused' | 'timeout'
  readonly text: string
  readonly parts: readonly Part[]
  readonly sources: readonly Source[]
  readonly action: string | null
  readonly handedOver: boolean
  readonly intent: string | null
  readonly latencyMs: number
}

export interface VisitorsOptions {
  readonly url: string
  readonly timeoutMs: number
  readonly locale?: string
}

interface Visitor {
  readonly line: LiveClient
  readonly hears: Set<(frame: ServerFrame | { t: 'heard'; message: Message }) => void>
  status: string
}

const WITH_PEOPLE = new Set(['waiting', 'agent', 'snoozed'])

const askJson = async <T>(url: string, init?: RequestInit): Promise<T> => {
  for (let tries = 0; ; tries++) {
    const reply = await fetch(url, init)
    if (reply.status === 429 && tries < 20) {
      await new Promise((done) =>
        setTimeout(done, Number(reply.headers.get('retry-after') ?? 1) * 1000 * Math.random() + 50),
      )
      continue
    }
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`)
    return (await reply.json()) as T
  }
}

export const createVisitors = (options: VisitorsOptions) => {
  const { url } = options
  const visitors = new Map<string, Promise<Visitor>>()
  const shop = askJson<{ inbox: string }>(`${url}/demo/shop.json`)

  const open = async (customer: string | undefined): Promise<Visitor> => {
    const { inbox } = await shop
    const identity = customer
      ? (await askJson<{ jwt: string }>(`${url}/demo/identity?customer=${encodeURIComponent(customer)}&inbox=${inbox}`))
          .jwt
      : undefined
    const visit = await askJson<{ token: string }>(`${url}/visit/${inbox}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...(identity ? { identity } : {}),
        ...(options.locale ? { locale: options.locale } : {}),
      }),
    })
    const hears: Visitor['hears'] = new Set()
    const visitor: Visitor = {
      hears,
      status: 'bot',
      line: connectVisitor({
        url,
        token: visit.token,
        transports: ['websocket'],
        history: 0,
        onMessage: (message) => {
          for (const hear of hears) hear({ t: 'heard', message })
        },
        onFrame: (frame) => {
          if (frame.t === 'conversation') visitor.status = frame.conversation.status
          if (frame.t === 'welcome' && frame.conversation) visitor.status = frame.conversation.status
          for (const hear of hears) hear(frame)
        },
      }),
    }
    return visitor
  }

  const visitorOf = (question: Question): Promise<Visitor> => {
    const key = question.conversation ?? `alone ${question.id} ${visitors.size}`
    const known = visitors.get(key)
    if (known) return known
    const opening = open(question.customer)
    visitors.set(key, opening)
    return opening
  }

  /** Sends, then waits for the bot's reply to just this message, or for the server to say that none will come. */
  const exchange = async (visitor: Visitor, question: Question, began: number): Promise<Answer> => {
    const done = Promise.withResolvers<Message | 'silent'>()
    let own: string | null = null
    const early: Message[] = []
    const hear = (frame: ServerFrame | { t: 'heard'; message: Message }) => {
      if (frame.t !== 'heard' || frame.message.author.kind !== 'bot') return
      if (own === null) early.push(frame.message)
      else if (frame.message.inReplyTo === own) done.resolve(frame.message)
    }
    visitor.hears.add(hear)
    const timer = setTimeout(() => done.reject(new Error('timeout')), options.timeoutMs)
    const end = (more: Partial<Answer>): Answer => ({
      id: question.id,
      conversation: question.conversation ?? visitor.line.conversationId(),
      outcome: 'answered',
      text: '',
      parts: [],
      sources: [],
      action: null,
      handedOver: WITH_PEOPLE.has(visitor.status),
      intent: null,
      latencyMs: Math.round((performance.now() - began) * 10) / 10,
      ...more,
    })
    try {
      const { acked } = visitor.line.send([{ kind: 'text', text: question.text }])
      const ack = await Promise.race([acked, done.promise.then(() => acked)])
      own = ack.messageId
      const answered = early.find((message) => message.inReplyTo === own)
      if (answered) done.resolve(answered)
      else if (ack.reply === 'none') done.resolve('silent')
      const reply = await done.promise
      if (reply === 'silent') return end({ outcome: 'silent' })
      const turn = reply.turn
      const handedOver = turn?.outcome === 'handed-over' || WITH_PEOPLE.has(visitor.status)
      return end({
        outcome: turn?.outcome === 'unsure' ? 'asked' : (turn?.outcome ?? 'answered'),
        text: plainText(reply.parts) || '…',
        parts: reply.parts,
        sources: reply.parts.flatMap((part) => (part.kind === 'sources' ? part.sources : [])),
        action: turn?.action ?? null,
        intent: turn?.intent ?? null,
        handedOver,
      })
    } catch (error) {
      if (error instanceof SendRefused)
        return end({ outcome: 'refused', text: `${error.problem.code}: ${error.problem.message}` })
      return end({ outcome: 'timeout', text: 'No answer came in time.' })
    } finally {
      clearTimeout(timer)
      visitor.hears.delete(hear)
    }
  }

  return {
    ask: async (question: Question): Promise<Answer> => {
      const visitor = await visitorOf(question)
      return exchange(visitor, question, performance.now())
    },
    close: async () => {
      for (const visitor of visitors.values()) (await visitor).line.close()
    },
  }
}
