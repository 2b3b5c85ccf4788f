// Language models over HTTP.
import { type Principal, problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/models'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { ModelsDoor } from './create-models.ts'
import type { StaffSide } from './parts.ts'
import { readModels } from './read.ts'
import { saveModel } from './save.ts'
import { stopModels } from './stop.ts'
import { readCalls } from './store.ts'

/** A colleague or an API key; the gate has checked the permission. */
const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}

export const serveModels = (http: HttpServer, gate: Gate, models: ModelsDoor): void => {
  const { parts } = models
  serve(http, gate, routes.readModels, async ({ principal }) => readModels(parts, ours(principal).tenant))
  serve(http, gate, routes.saveModel, async ({ principal, params, body }) => {
    const by = ours(principal)
    const saved = await saveModel(parts, by, params.use, body)
    await models.refresh(by.tenant)
    return saved
  })
  serve(http, gate, routes.stopModels, async ({ principal, body }) => {
    const by = ours(principal)
    await stopModels(parts, by, body.stopped)
    await models.refresh(by.tenant)
    return { stopped: body.stopped }
  })
  serve(http, gate, routes.tryModel, async ({ principal, params }) => models.try(ours(principal).tenant, params.use))
  serve(http, gate, routes.listModelCalls, async ({ principal }) => {
    const { tenant } = ours(principal)
    return { calls: await parts.database.as(tenant, (tx) => readCalls(tx, tenant)) }
  })
}
