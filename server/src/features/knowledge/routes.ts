// Knowledge over HTTP: list, write and publish, take in a whole text, withdraw.
import * as routes from '@ballast/contract/routes/knowledge'
import { searchKnowledge } from '@ballast/contract/routes/search'
import * as usage from '@ballast/contract/routes/usage'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { importText } from './import-text.ts'
import { packRoutes } from './packs/routes.ts'
import type { KnowledgeParts } from './parts.ts'
import { publish } from './publish.ts'
import { list } from './read.ts'
import { serveStructure } from './routes-structure.ts'
import { type Decision, decideFound } from './rules/decide-found.ts'
import { save, saveDraft } from './save.ts'
import { listUsage, readUsage } from './usage/read-usage.ts'
import { compare, listVersions, readEntry, readOneVersion, rollBack } from './versions.ts'
import { withdraw } from './withdraw.ts'
import { writerOf } from './writer-of.ts'

export type KnowledgeRouteParts = KnowledgeParts & { readonly http: HttpServer; readonly gate: Gate }

export const knowledgeRoutes = (parts: KnowledgeRouteParts): void => {
  const { http, gate } = parts
  packRoutes(parts)
  serveStructure(http, gate, parts)
  serve(http, gate, routes.listKnowledge, async ({ principal, query }) => ({
    entries: await list(parts, writerOf(principal).tenant, query),
  }))
  serve(http, gate, routes.readKnowledge, async ({ principal, params }) => ({
    entry: await readEntry(parts, { ...writerOf(principal), ...params }),
  }))
  serve(http, gate, routes.saveKnowledge, async ({ principal, params, body: { baseVersion, ...draft } }) => ({
    entry: await save(parts, { ...writerOf(principal), ...params, baseVersion, draft }),
  }))
  serve(http, gate, routes.draftKnowledge, async ({ principal, params, body: { baseVersion, ...draft } }) => ({
    entry: await saveDraft(parts, { ...writerOf(principal), ...params, baseVersion, draft }),
  }))
  serve(http, gate, routes.publishKnowledge, async ({ principal, params, body }) => ({
    entry: await publish(parts, { ...writerOf(principal), ...params, ...body }),
  }))
  serve(http, gate, routes.importKnowledge, ({ principal, body }) =>
    importText(parts, { ...writerOf(principal), ...body }),
  )
  serve(http, gate, routes.withdrawKnowledge, async ({ principal, params }) => {
    await withdraw(parts, { ...writerOf(principal), ...params })
    return {}
  })
  serve(http, gate, usage.listUsage, async ({ principal, query }) => ({
    usage: await listUsage(parts, writerOf(principal).tenant, query),
  }))
  serve(http, gate, usage.readUsage, async ({ principal, params, query }) => ({
    versions: await readUsage(parts, writerOf(principal).tenant, { ...params, ...query }),
  }))
  serveSearch(parts)
  serveVersions(parts)
}

const chosenBy = <P>(decision: Decision<P>): readonly P[] =>
  decision.do === 'answer' ? [decision.passage] : decision.do === 'ask' ? decision.choices : []

const serveSearch = ({ http, gate, indexes }: KnowledgeRouteParts): void => {
  serve(http, gate, searchKnowledge, async ({ principal, query: { channel, level, region, productId, ...query } }) => {
    const asker = {
      ...(channel === undefined ? {} : { channel }),
      ...(level === undefined ? {} : { level }),
      ...(region === undefined ? {} : { region }),
      ...(productId === undefined ? {} : { productIds: [productId] }),
    }
    const found = await indexes.search({ ...query, tenant: writerOf(principal).tenant, for: asker })
    const passages = found.map(({ alone: _a, learned: _l, why, ...passage }) => ({
      ...passage,
      why: { words: [...why.words], parts: [...why.parts] },
    }))
    const decision = decideFound(passages)
    return { passages, decision: { do: decision.do, entryIds: chosenBy(decision).map(({ entryId }) => entryId) } }
  })
}

const serveVersions = (parts: KnowledgeRouteParts): void => {
  const { http, gate } = parts
  serve(http, gate, routes.listKnowledgeVersions, async ({ principal, params }) => ({
    versions: await listVersions(parts, { ...writerOf(principal), ...params }),
  }))
  serve(http, gate, routes.readKnowledgeVersion, async ({ principal, params: { entryId, version } }) => ({
    entry: await readOneVersion(parts, { ...writerOf(principal), entryId, version: Number(version) }),
  }))
  serve(http, gate, routes.compareKnowledgeVersions, async ({ principal, params, query }) => ({
    changes: await compare(parts, { ...writerOf(principal), ...params, ...query }),
  }))
  serve(http, gate, routes.rollBackKnowledge, async ({ principal, params, body }) => ({
    entry: await rollBack(parts, { ...writerOf(principal), ...params, ...body }),
  }))
}
