// The stand-in's canned replies, and the changing of one's own messages.
import type { Message } from '@ballast/contract/conversation'
import type { ServerFrame } from '@ballast/contract/live'
import { Problem, type ProblemCode } from '@ballast/contract/problems'
import { ago, cannedReplies, ME, type Talk } from './mock-data.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown

export const cannedRoutes = (): Record<string, Handle> => {
  let replies = cannedReplies()
  return {
    listCannedReplies: () => ({ replies }),
    saveCannedReply: ({ params, body }) => {
      const others = replies.filter(({ id }) => id !== params.replyId)
      if (others.some(({ shortcut }) => shortcut === body.shortcut)) throw new Problem('canned-reply.shortcut-taken')
      const reply = { ...body, locale: body.locale ?? null, id: params.replyId, ownerId: ME, updatedAt: ago(0) }
      replies = [...others, reply]
      return { reply }
    },
    removeCannedReply: ({ params }) => {
      replies = replies.filter(({ id }) => id !== params.replyId)
      return {}
    },
  }
}

export const ownRoutes = (find: (id: string) => Talk, say: (frame: ServerFrame) => void) => {
  const refusals: ProblemCode[] = []
  const change =
    (how: (message: Message, body: { parts: Message['parts'] }) => Message): Handle =>
    ({ params, body }) => {
      const refusal = refusals.shift()
      if (refusal !== undefined) throw new Problem(refusal)
      const { messages } = find(params.conversationId)
      const at = messages.findIndex(({ id }) => id === params.messageId)
      const held = messages[at]
      if (held === undefined || held.author.id !== ME) throw new Problem('message.not-found')
      const message = how(held, body)
      messages[at] = message
      say({ t: 'updated', message })
      return { message }
    }
  const routes: Record<string, Handle> = {
    editMessage: change((message, { parts }) => ({ ...message, parts, editedAt: ago(0) })),
    recallMessage: change((message) => ({ ...message, parts: [{ kind: 'text', text: '…' }], recalled: true })),
  }
  const means = (at: Record<string, string>, intent: string): void => {
    const { messages } = find(at.conversationId ?? '')
    const place = messages.findIndex(({ id }) => id === at.messageId)
    const held = messages[place]
    if (held === undefined) throw new Problem('message.not-found')
    const message = { ...held, verdict: { ...held.verdict, meant: intent } }
    messages[place] = message
    say({ t: 'updated', message })
  }
  return { routes, means, refuseChange: (code: ProblemCode) => void refusals.push(code) }
}
