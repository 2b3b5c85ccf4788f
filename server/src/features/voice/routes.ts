// The voice of the brand over HTTP.
import { type Principal, problem } from '@ballast/contract'
import * as routes from '@ballast/contract/routes/voice'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { StaffSide, VoiceParts, Voices } from './parts.ts'
import { previewVoice } from './rules/preview-voice.ts'
import { saveVoice } from './save.ts'
import { readVoices } from './store.ts'

/** A colleague or an API key; the gate has checked the permission. */
const ours = (principal: Principal): StaffSide => {
  if (principal.kind === 'staff' || principal.kind === 'key') return principal
  throw problem('auth.forbidden')
}

export const serveVoices = (http: HttpServer, gate: Gate, parts: VoiceParts & { readonly voices: Voices }): void => {
  serve(http, gate, routes.listVoices, async ({ principal }) => {
    const { tenant } = ours(principal)
    return { voices: await parts.database.as(tenant, (tx) => readVoices(tx, tenant)) }
  })
  serve(http, gate, routes.saveVoice, async ({ principal, params, body }) => {
    const by = ours(principal)
    const voice = await saveVoice(parts, by, { scope: params.scope, ...body })
    parts.voices.forget(by.tenant)
    return { voice }
  })
  serve(http, gate, routes.previewVoice, async ({ principal, body }) => {
    ours(principal)
    return previewVoice(body, parts.clock.now())
  })
}
