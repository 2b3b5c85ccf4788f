// Knowledge over HTTP: list, write and publish, take in a whole text, withdraw.
import type { Principal, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { importKnowledge, listKnowledge, saveKnowledge, withdrawKnowledge } from '@ballast/contract/routes/knowledge'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { importText } from './import-text.ts'
import type { KnowledgeParts } from './parts.ts'
import { list } from './read.ts'
import { save } from './save.ts'
import { withdraw } from './withdraw.ts'

/** Only colleagues and API keys hold knowledge permissions; the gate has checked that. */
const writerOf = (principal: Principal): { tenant: Uuid; staffId?: Uuid } => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}

export const knowledgeRoutes = (parts: KnowledgeParts & { readonly http: HttpServer; readonly gate: Gate }): void => {
  const { http, gate } = parts
  serve(http, gate, listKnowledge, async ({ principal, query }) => ({
    entries: await list(parts, writerOf(principal).tenant, query),
  }))
  serve(http, gate, saveKnowledge, async ({ principal, params, body }) => {
    const { baseVersion, ...draft } = body
    const entry = await save(parts, { ...writerOf(principal), entryId: params.entryId, baseVersion, draft })
    return { entry }
  })
  serve(http, gate, importKnowledge, ({ principal, body }) => importText(parts, { ...writerOf(principal), ...body }))
  serve(http, gate, withdrawKnowledge, async ({ principal, params }) => {
    await withdraw(parts, { ...writerOf(principal), entryId: params.entryId })
    return {}
  })
}
