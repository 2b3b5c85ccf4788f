// Conversations over HTTP: who may, which verb. Rights by inbox are the verbs' own.
import { type Principal, problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/conversations'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Conversations } from './create-conversations.ts'
import { serveViews } from './routes-views.ts'

type Staff = Extract<Principal, { kind: 'staff' }>
type StaffSide = Extract<Principal, { kind: 'staff' | 'key' }>

/** A colleague or an API key; the gate has checked the permission. */
const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}
/** A person with a name: a key cannot take a conversation or sign a reply. */
const person = (principal: Principal): Staff => {
  if (principal.kind === 'staff') return principal
  throw problem('auth.forbidden')
}

export const serveConversations = (http: HttpServer, gate: Gate, verbs: Conversations): void => {
  serveReads(http, gate, verbs)
  serveWriting(http, gate, verbs)
  serveHands(http, gate, verbs)
  serveViews(http, gate, verbs)
}

const serveReads = (http: HttpServer, gate: Gate, verbs: Conversations): void => {
  serve(http, gate, routes.listConversations, ({ principal, query }) => verbs.listConversations(ours(principal), query))
  serve(http, gate, routes.countConversations, ({ principal }) => verbs.countConversations(ours(principal)))
  serve(http, gate, routes.readConversation, ({ principal, params }) =>
    verbs.readConversation(ours(principal), params.conversationId),
  )
  serve(http, gate, routes.listMessages, ({ principal, params, query }) =>
    verbs.listMessages(ours(principal), { ...params, ...query }),
  )
  serve(http, gate, routes.markRead, async ({ principal, params, body }) => ({
    seq: await verbs.markRead(ours(principal), { ...params, ...body }),
  }))
}

const serveWriting = (http: HttpServer, gate: Gate, verbs: Conversations): void => {
  serve(http, gate, routes.replyToConversation, ({ principal, params, body }) =>
    verbs.reply(person(principal), { ...params, id: body.id, parts: body.parts, note: body.note ?? false }),
  )
  serve(http, gate, routes.editMessage, async ({ principal, params, body }) => ({
    message: await verbs.edit(person(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.recallMessage, async ({ principal, params }) => ({
    message: await verbs.recall(person(principal), params),
  }))
}

const serveHands = (http: HttpServer, gate: Gate, verbs: Conversations): void => {
  const changed = async (
    work: Promise<{ conversation: Awaited<ReturnType<Conversations['take']>>['conversation'] }>,
  ) => ({
    conversation: (await work).conversation,
  })
  serve(http, gate, routes.takeConversation, ({ principal, params, body }) =>
    changed(verbs.take(person(principal), { ...params, force: body.force ?? false })),
  )
  serve(http, gate, routes.handBackConversation, ({ principal, params }) =>
    changed(verbs.handBack(person(principal), params.conversationId)),
  )
  serve(http, gate, routes.transferConversation, ({ principal, params, body }) =>
    changed(verbs.transfer(person(principal), { ...params, ...body })),
  )
  serve(http, gate, routes.handOverConversation, ({ principal, params, body }) =>
    changed(verbs.handOver(ours(principal), { ...params, ...body })),
  )
  serve(http, gate, routes.snoozeConversation, ({ principal, params, body }) =>
    changed(verbs.snooze(person(principal), { ...params, until: Date.parse(body.until) })),
  )
  serve(http, gate, routes.resolveConversation, ({ principal, params }) =>
    changed(verbs.resolve(ours(principal), params.conversationId)),
  )
  serve(http, gate, routes.reopenConversation, ({ principal, params }) =>
    changed(verbs.reopen(person(principal), params.conversationId)),
  )
}
