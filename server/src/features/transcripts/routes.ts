// Transcripts over HTTP.
import { problem } from '@ballast/contract'
import { mailTranscript } from '@ballast/contract/routes/visits'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { Transcripts } from './create-transcripts.ts'

export const serveTranscripts = (http: HttpServer, gate: Gate, transcripts: Pick<Transcripts, 'ask'>): void => {
  serve(http, gate, mailTranscript, async ({ principal, params, body, request }) => {
    if (principal.kind !== 'visitor') throw problem('auth.forbidden')
    await transcripts.ask(principal, { ...params, ...body, from: addressKey(request.ip) })
    return {}
  })
}
