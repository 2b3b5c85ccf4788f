// Knowledge over HTTP: list, write and publish, take in a whole text, withdraw.
import { importKnowledge, listKnowledge, saveKnowledge, withdrawKnowledge } from '@ballast/contract/routes/knowledge'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { importText } from './import-text.ts'
import { packRoutes } from './packs/routes.ts'
import type { KnowledgeParts } from './parts.ts'
import { list } from './read.ts'
import { save } from './save.ts'
import { withdraw } from './withdraw.ts'
import { writerOf } from './writer-of.ts'

export const knowledgeRoutes = (parts: KnowledgeParts & { readonly http: HttpServer; readonly gate: Gate }): void => {
  const { http, gate } = parts
  packRoutes(parts)
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
