// Canned replies over HTTP.
import { type Principal, problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/workspace'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { listCannedReplies } from './list.ts'
import type { CannedParts, StaffSide } from './parts.ts'
import { removeCannedReply } from './remove.ts'
import { saveCannedReply } from './save.ts'

/** A colleague or an API key; the gate has checked the permission. */
const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}

export const serveCannedReplies = (http: HttpServer, gate: Gate, parts: CannedParts): void => {
  serve(http, gate, routes.listCannedReplies, async ({ principal }) => ({
    replies: await listCannedReplies(parts, ours(principal)),
  }))
  serve(http, gate, routes.saveCannedReply, async ({ principal, params, body }) => ({
    reply: await saveCannedReply(parts, ours(principal), { replyId: params.replyId, draft: body }),
  }))
  serve(http, gate, routes.removeCannedReply, async ({ principal, params }) => {
    await removeCannedReply(parts, ours(principal), params.replyId)
    return {}
  })
}
