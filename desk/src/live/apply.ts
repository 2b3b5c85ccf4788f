// Folds live frames into what the screen shows: lists, the open thread, who types, who looks on.
import type { Conversation, ConversationRow, Message } from '@ballast/contract/conversation'
import type { ServerFrame } from '@ballast/contract/live'
import type { QueryClient } from '@tanstack/react-query'
import { lists } from '../inbox/here.ts'
import { paced } from '../inbox/pace.ts'
import { type Counts, shiftCounts } from '../inbox/rows.ts'
import { cell } from './cell.ts'
import type { Line } from './connection.ts'
import { hasGap, heldUpTo, merge, type Thread } from './thread.ts'

export interface Typist {
  readonly conversationId: string
  readonly who: string
  readonly name: string | null
  readonly until: number
}
/** Who writes right now; an entry dies by itself when no further frame comes. */
export const typists = cell<readonly Typist[]>([])
/** conversation -> colleagues who have it open. */
export const viewers = cell<ReadonlyMap<string, readonly { id: string; name: string }[]>>(new Map())

const TYPING_MS = 6_000

const noteTyping = (frame: Extract<ServerFrame, { t: 'typing' }>): void => {
  const who = `${frame.author.kind}:${frame.author.id ?? ''}`
  const others = (list: readonly Typist[]) =>
    list.filter((each) => each.conversationId !== frame.conversationId || each.who !== who)
  if (!frame.on) {
    typists.set(others)
    return
  }
  const until = Date.now() + TYPING_MS
  const entry = { conversationId: frame.conversationId, who, name: frame.author.name ?? null, until }
  typists.set((list) => [...others(list), entry])
  setTimeout(() => typists.set((list) => list.filter((each) => each.until > Date.now())), TYPING_MS + 50)
}

export const addMessages = (queries: QueryClient, conversationId: string, messages: readonly Message[]): void => {
  queries.setQueryData<Thread>(['thread', conversationId], (held) =>
    held ? { ...held, messages: merge(held.messages, messages) } : held,
  )
}
const repair = (queries: QueryClient, line: Pick<Line, 'send'>, conversationId: string): void => {
  const held = queries.getQueryData<Thread>(['thread', conversationId])
  if (held && hasGap(held.messages)) line.send({ t: 'resume', conversationId, afterSeq: heldUpTo(held.messages) })
}

/** Counts follow soon, but a rush of changes asks for them once in a while only. */
const recounts = new WeakMap<QueryClient, () => void>()
const recount = (queries: QueryClient): void => {
  const ask = () => {
    for (const key of ['counts', 'views']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const run = recounts.get(queries) ?? paced(ask, { soonMs: 400, everyMs: 3_000 })
  recounts.set(queries, run)
  run()
}
export const applyRow = (queries: QueryClient, row: ConversationRow, me: string): void => {
  lists.apply(row, me)
  const before = queries.getQueryData<{ row: ConversationRow }>(['conversation', row.conversation.id])?.row
  if (before && before.conversation.version < row.conversation.version)
    queries.setQueryData<Counts>(['counts'], (held) => held && shiftCounts(held, { before, after: row, me }))
  queries.setQueryData<{ row: ConversationRow }>(['conversation', row.conversation.id], (held) =>
    held && held.row.conversation.version <= row.conversation.version ? { ...held, row } : held,
  )
  recount(queries)
}

/** A verb's reply or a frame carries the conversation alone: the rest of its row is what we hold. */
export const withConversation = (held: ConversationRow, conversation: Conversation): ConversationRow => {
  const same = held.conversation.assigneeId === conversation.assigneeId
  return { ...held, conversation, assigneeName: same ? held.assigneeName : null }
}
export const applyConversation = (queries: QueryClient, conversation: Conversation, me: string): void => {
  const held = queries.getQueryData<{ row: ConversationRow }>(['conversation', conversation.id])?.row
  if (!held) return
  applyRow(queries, withConversation(held, conversation), me)
  const same = held.conversation.assigneeId === conversation.assigneeId
  if (!same) void queries.invalidateQueries({ queryKey: ['conversation', conversation.id] })
}

const applyRead = (queries: QueryClient, frame: Extract<ServerFrame, { t: 'read' }>, me: string): void => {
  const held = queries.getQueryData<{ row: ConversationRow }>(['conversation', frame.conversationId])
  if (!held) return
  const mark = frame.by === 'agent' ? { agentReadSeq: frame.seq } : { customerReadSeq: frame.seq }
  const unread = frame.by === 'agent' && frame.seq >= held.row.conversation.seq ? 0 : held.row.unread
  applyRow(queries, { ...held.row, unread, conversation: { ...held.row.conversation, ...mark } }, me)
}

export const applyFrame = (
  at: { queries: QueryClient; line: Pick<Line, 'send'>; me: string },
  frame: ServerFrame,
): void => {
  const { queries, line, me } = at
  switch (frame.t) {
    case 'message':
    case 'updated':
      addMessages(queries, frame.message.conversationId, [frame.message])
      repair(queries, line, frame.message.conversationId)
      break
    case 'replay':
      addMessages(queries, frame.conversationId, frame.messages)
      break
    case 'row':
      applyRow(queries, frame.row, me)
      break
    case 'conversation':
      applyConversation(queries, frame.conversation, me)
      break
    case 'read':
      applyRead(queries, frame, me)
      break
    case 'typing':
      noteTyping(frame)
      break
    case 'presence':
      viewers.set((now) => new Map(now).set(frame.conversationId, frame.staff))
      break
  }
}
