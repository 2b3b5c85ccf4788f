// Growth over HTTP.
import * as courts from '@ballast/contract/routes/courts'
import * as routes from '@ballast/contract/routes/growth'
import * as chats from '@ballast/contract/routes/old-chats'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { adviseTenant, readAdvice } from './advise.ts'
import { cancelChatImport, importChats, listChatImports, previewChats, readChatImport } from './chat-imports.ts'
import { dismissCluster, listClusters, readCluster } from './clusters.ts'
import { listCourts, publishFromCourt, readCourt, undoCourt } from './courts.ts'
import type { Growth } from './create-growth.ts'
import { draftFromCluster } from './draft-from-cluster.ts'
import { holdCourt } from './hold-court.ts'
import { actorOf } from './parts.ts'
import { mergeClusters, renameCluster, splitCluster } from './shape-clusters.ts'
import { readTrial } from './trial.ts'

export const serveGrowth = (http: HttpServer, gate: Gate, growth: Growth): void => {
  const { parts } = growth
  serve(http, gate, routes.listClusters, async ({ principal, query }) => ({
    clusters: await listClusters(parts, actorOf(principal).tenant, query),
  }))
  serve(http, gate, routes.readCluster, ({ principal, params }) =>
    readCluster(parts, actorOf(principal).tenant, params.clusterId),
  )
  serve(http, gate, routes.draftFromCluster, ({ principal, params, body }) =>
    draftFromCluster(parts, actorOf(principal), { ...params, ...body }),
  )
  serve(http, gate, routes.dismissCluster, async ({ principal, params, body }) => ({
    cluster: await dismissCluster(parts, actorOf(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.readAdvice, ({ principal }) => readAdvice(parts, actorOf(principal).tenant))
  serve(http, gate, routes.adviseNow, async ({ principal }) => {
    const { tenant } = actorOf(principal)
    await adviseTenant(parts, tenant)
    return readAdvice(parts, tenant)
  })
  serve(http, gate, routes.renameCluster, async ({ principal, params, body }) => ({
    cluster: await renameCluster(parts, actorOf(principal), { ...params, ...body }),
  }))
  serve(http, gate, routes.mergeClusters, ({ principal, params, body }) =>
    mergeClusters(parts, actorOf(principal), { ...params, ...body }),
  )
  serve(http, gate, routes.splitCluster, async ({ principal, params, body }) => ({
    cluster: await splitCluster(parts, actorOf(principal), { ...params, ...body }),
  }))
  serveCourts(http, gate, growth)
  serveImports(http, gate, growth)
}

const serveImports = (http: HttpServer, gate: Gate, { parts }: Growth): void => {
  serve(http, gate, chats.previewChats, ({ principal, body }) => {
    actorOf(principal)
    return previewChats(body)
  })
  serve(http, gate, chats.importChats, async ({ principal, body }) => ({
    import: await importChats(parts, actorOf(principal), body),
  }))
  serve(http, gate, chats.listChatImports, async ({ principal }) => ({
    imports: await listChatImports(parts, actorOf(principal).tenant),
  }))
  serve(http, gate, chats.readChatImport, async ({ principal, params }) => ({
    import: await readChatImport(parts, actorOf(principal).tenant, params.importId),
  }))
  serve(http, gate, chats.cancelChatImport, async ({ principal, params }) => ({
    import: await cancelChatImport(parts, actorOf(principal).tenant, params.importId),
  }))
}

const serveCourts = (http: HttpServer, gate: Gate, { parts }: Growth): void => {
  serve(http, gate, courts.holdCourt, async ({ principal, body }) => ({
    court: await holdCourt(parts, actorOf(principal), body.entryId),
  }))
  serve(http, gate, courts.readTrial, async ({ principal, params }) => ({
    trial: await readTrial(parts, actorOf(principal).tenant, params.entryId),
  }))
  serve(http, gate, courts.listCourts, async ({ principal, query }) => ({
    courts: await listCourts(parts, actorOf(principal).tenant, query),
  }))
  serve(http, gate, courts.readCourt, async ({ principal, params }) => ({
    court: await readCourt(parts, actorOf(principal).tenant, params.courtId),
  }))
  serve(http, gate, courts.publishFromCourt, async ({ principal, params }) => ({
    entry: await publishFromCourt(parts, actorOf(principal), params.courtId),
  }))
  serve(http, gate, courts.undoCourt, async ({ principal, params }) => ({
    court: await undoCourt(parts, actorOf(principal), params.courtId),
  }))
}
