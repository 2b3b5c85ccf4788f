// Saved views over HTTP.
import { type Principal, problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/workspace'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Conversations } from './create-conversations.ts'
import type { StaffSide } from './parts.ts'

/** A colleague or an API key; the gate has checked the permission. */
const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}

export const serveViews = (http: HttpServer, gate: Gate, verbs: Conversations): void => {
  serve(http, gate, routes.listSavedViews, async ({ principal }) => ({
    views: await verbs.listSavedViews(ours(principal)),
  }))
  serve(http, gate, routes.saveView, async ({ principal, params, body }) => ({
    view: await verbs.saveView(ours(principal), { viewId: params.viewId, draft: body }),
  }))
  serve(http, gate, routes.removeView, async ({ principal, params }) => {
    await verbs.removeView(ours(principal), params.viewId)
    return {}
  })
}
