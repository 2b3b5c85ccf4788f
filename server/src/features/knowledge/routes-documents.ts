// Documents and sites over HTTP.
import type { Principal } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import * as routes from '@ballast/contract/routes/documents'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { addDocument, reread } from './documents/add-document.ts'
import type { Documents } from './documents/create-documents.ts'
import type { Actor, DocumentParts } from './documents/parts.ts'
import { listDocuments, showDocument } from './documents/read-documents.ts'
import { removeDocument } from './documents/remove-document.ts'
import { crawlAgain, listSites, removeSite, saveSite } from './documents/sites.ts'

/** Only colleagues and API keys hold knowledge permissions; the gate has checked that. */
const actorOf = (principal: Principal): Actor => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}

export const serveDocuments = (http: HttpServer, gate: Gate, { parts }: Pick<Documents, 'parts'>): void => {
  serve(http, gate, routes.listDocuments, async ({ principal, query }) => ({
    documents: await listDocuments(parts, actorOf(principal).tenant, query),
  }))
  serve(http, gate, routes.readDocument, async ({ principal, params }) => ({
    document: await showDocument(parts, actorOf(principal).tenant, params.documentId),
  }))
  serve(http, gate, routes.uploadDocument, async ({ principal, query, request }) => {
    const { topic = '', source = 'upload', name, locale } = query
    const content = request.rawBody ?? Buffer.alloc(0)
    return { document: await addDocument(parts, { ...actorOf(principal), name, locale, topic, source, content }) }
  })
  serve(http, gate, routes.rereadDocument, async ({ principal, params }) => ({
    document: await reread(parts, actorOf(principal), params.documentId),
  }))
  serve(http, gate, routes.removeDocument, async ({ principal, params }) => {
    await removeDocument(parts, actorOf(principal), params.documentId)
    return {}
  })
  serveSites(http, gate, parts)
}

const serveSites = (http: HttpServer, gate: Gate, parts: DocumentParts): void => {
  serve(http, gate, routes.listSites, async ({ principal }) => ({
    sites: await listSites(parts, actorOf(principal).tenant),
  }))
  serve(http, gate, routes.saveSite, async ({ principal, params, body }) => ({
    site: await saveSite(parts, actorOf(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.crawlSite, async ({ principal, params }) => ({
    site: await crawlAgain(parts, actorOf(principal), params.siteId),
  }))
  serve(http, gate, routes.removeSite, async ({ principal, params }) => {
    await removeSite(parts, actorOf(principal), params.siteId)
    return {}
  })
}
