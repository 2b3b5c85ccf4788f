// Growth over HTTP.
import * as routes from '@ballast/contract/routes/growth'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { readAdvice } from './advise.ts'
import { dismissCluster, listClusters, readCluster } from './clusters.ts'
import { listCourts, publishFromCourt, readCourt, undoCourt } from './courts.ts'
import type { Growth } from './create-growth.ts'
import { draftFromCluster } from './draft-from-cluster.ts'
import { holdCourt } from './hold-court.ts'
import { importChats } from './import-chats.ts'
import { actorOf } from './parts.ts'

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
  serve(http, gate, routes.importChats, ({ principal, body }) => importChats(parts, actorOf(principal), body))
  serveCourts(http, gate, growth)
}

const serveCourts = (http: HttpServer, gate: Gate, { parts }: Growth): void => {
  serve(http, gate, routes.holdCourt, async ({ principal, body }) => ({
    court: await holdCourt(parts, actorOf(principal), body.entryId),
  }))
  serve(http, gate, routes.listCourts, async ({ principal, query }) => ({
    courts: await listCourts(parts, actorOf(principal).tenant, query),
  }))
  serve(http, gate, routes.readCourt, async ({ principal, params }) => ({
    court: await readCourt(parts, actorOf(principal).tenant, params.courtId),
  }))
  serve(http, gate, routes.publishFromCourt, async ({ principal, params }) => ({
    entry: await publishFromCourt(parts, actorOf(principal), params.courtId),
  }))
  serve(http, gate, routes.undoCourt, async ({ principal, params }) => ({
    court: await undoCourt(parts, actorOf(principal), params.courtId),
  }))
}
