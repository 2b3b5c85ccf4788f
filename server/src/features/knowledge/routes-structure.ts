// The structure of knowledge over HTTP: list, picture, one thing, edits and taking them back.
import * as routes from '@ballast/contract/routes/structure'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import type { KnowledgeParts } from './parts.ts'
import { editStructure, listEdits, undoEdit } from './structure/edit.ts'
import { drawStructure, listStructure, showNode } from './structure/look.ts'
import { writerOf } from './writer-of.ts'

export const serveStructure = (http: HttpServer, gate: Gate, parts: KnowledgeParts): void => {
  serve(http, gate, routes.listStructure, ({ principal, query }) =>
    listStructure(parts, writerOf(principal).tenant, query),
  )
  serve(http, gate, routes.drawStructure, ({ principal, query }) =>
    drawStructure(parts, writerOf(principal).tenant, query),
  )
  serve(http, gate, routes.readStructureNode, ({ principal, params }) =>
    showNode(parts, writerOf(principal).tenant, params.nodeId),
  )
  serve(http, gate, routes.editStructure, async ({ principal, body }) => ({
    edit: await editStructure(parts, writerOf(principal), body.deed),
  }))
  serve(http, gate, routes.listStructureEdits, async ({ principal }) => ({
    edits: await listEdits(parts, writerOf(principal).tenant),
  }))
  serve(http, gate, routes.undoStructureEdit, async ({ principal, params }) => ({
    edit: await undoEdit(parts, writerOf(principal), params.editId),
  }))
}
