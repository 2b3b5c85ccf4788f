// Replies and notes on their way: shown at once, settled by the server's ack, sent again with the same id until then.

import type { Message } from '@ballast/contract/conversation'
import type { ServerFrame } from '@ballast/contract/live'
import type { Part } from '@ballast/contract/parts'
import { Problem } from '@ballast/contract/problems'
import { type Cell, cell } from './cell.ts'
import type { Line } from './connection.ts'
import { newId } from './new-id.ts'

export interface Pending {
  readonly id: string
  readonly conversationId: string
  readonly parts: readonly Part[]
  readonly note: boolean
  readonly madeAt: string
  readonly state: 'sending' | 'failed'
  /** A problem code, or `offline`. Only when failed. */
  readonly why?: string
}
export interface OutboxParts {
  readonly line: Pick<Line, 'send' | 'onFrame' | 'state'>
  /** The same send over HTTP, used when the line is down or silent. */
  readonly post: (pending: Pending) => Promise<{ message: Message }>
  readonly settled: (pending: Pending, message: Message | Extract<ServerFrame, { t: 'ack' }>) => void
  /** How long the line may stay silent before HTTP is tried, in ms. */
  readonly patienceMs?: number
}
export interface Outbox {
  readonly pending: Cell<readonly Pending[]>
  send(conversationId: string, parts: readonly Part[], note: boolean): string
  retry(id: string): void
  discard(id: string): void
}

export const createOutbox = (parts: OutboxParts): Outbox => {
  const pending = cell<readonly Pending[]>([])
  const find = (id: string) => pending.get().find((each) => each.id === id)
  const discard = (id: string) => pending.set((now) => now.filter((each) => each.id !== id))
  const failed = (id: string, why: string) =>
    pending.set((now) => now.map((each) => (each.id === id ? { ...each, state: 'failed' as const, why } : each)))
  const settle = (item: Pending, message: Parameters<OutboxParts['settled']>[1]) => {
    parts.settled(item, message)
    discard(item.id)
  }
  const overHttp = async (item: Pending) => {
    try {
      const { message } = await parts.post(item)
      if (find(item.id)) settle(item, message)
    } catch (error) {
      failed(item.id, error instanceof Problem ? error.code : 'offline')
    }
  }
  const dispatch = (item: Pending) => {
    const { id, conversationId, note } = item
    if (!parts.line.send({ t: 'reply', id, conversationId, parts: [...item.parts], note })) return void overHttp(item)
    setTimeout(() => {
      if (find(id)?.state === 'sending') void overHttp(item)
    }, parts.patienceMs ?? 8_000)
  }
  parts.line.onFrame((frame) => {
    if (frame.t === 'ack') {
      const item = find(frame.id)
      if (item) settle(item, frame)
    } else if (frame.t === 'message') {
      const item = find(frame.message.id)
      if (item) settle(item, frame.message)
    } else if (frame.t === 'refused' && frame.ref !== undefined && find(frame.ref)) {
      failed(frame.ref, frame.problem.code)
    }
  })
  return {
    pending,
    discard,
    send: (conversationId, content, note) => {
      const madeAt = new Date().toISOString()
      const item: Pending = { id: newId(), conversationId, parts: content, note, madeAt, state: 'sending' }
      pending.set((now) => [...now, item])
      dispatch(item)
      return item.id
    },
    retry: (id) => {
      const item = find(id)
      if (!item) return
      const { why: _, ...rest } = item
      const again: Pending = { ...rest, state: 'sending' }
      pending.set((now) => now.map((each) => (each.id === id ? again : each)))
      dispatch(again)
    },
  }
}
