// Promotions over HTTP: versions, tables, checks, what a cart costs, and what customers were told wrongly.
import type { Principal, Reply } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import * as routes from '@ballast/contract/routes/promotions'
import type { Static } from 'typebox'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { importFile } from './import-file.ts'
import type { PromotionParts, Writer } from './parts.ts'
import { priceCart } from './price-cart.ts'
import { publish, rollBack } from './publish.ts'
import { headOf } from './rules/compile.ts'
import { openBlock } from './rules/layout.ts'
import { digitsOf } from './rules/money.ts'
import { correctionText } from './rules/quotes.ts'
import { save } from './save.ts'
import { listVersions, readStanding, type VersionRow } from './store.ts'
import { correct, wrongAnswers } from './wrong-answers.ts'

const MOST_VERSIONS = 100
const MOST_LISTED = 500
const DEFAULT_PAGE = 100
/** China Standard Time. */
const DEFAULT_AHEAD = 480

/** Only colleagues and API keys hold these permissions; the gate has checked that. */
const writerOf = (principal: Principal): Writer => {
  if (principal.kind === 'staff') return { tenant: principal.tenant, staffId: principal.staffId }
  if (principal.kind === 'key') return { tenant: principal.tenant }
  throw problem('auth.forbidden')
}

const viewOf = (row: VersionRow, inForce: number | null): Static<typeof routes.RuleVersion> => ({
  version: row.version,
  base: row.writtenFrom,
  rules: row.rules,
  broken: row.broken,
  note: row.note,
  staffId: row.staffId,
  createdAt: row.createdAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
  inForce: row.version === inForce,
})

type Served = PromotionParts & { readonly http: HttpServer; readonly gate: Gate }

const serveVersions = (parts: Served): void => {
  const { http, gate, database } = parts
  serve(http, gate, routes.listRuleVersions, async ({ principal }) => {
    const { tenant } = writerOf(principal)
    return database.as(tenant, async (tx) => {
      const { inForce } = await readStanding(tx, tenant)
      const rows = await listVersions(tx, tenant, MOST_VERSIONS)
      return { inForce, versions: rows.map((row) => viewOf(row, inForce)) }
    })
  })
  serve(http, gate, routes.saveRules, async ({ principal, body }) => {
    const { base, note = '', ...changes } = body
    return { version: viewOf(await save(parts, { ...writerOf(principal), base, note, changes }), null) }
  })
  serve(http, gate, routes.publishRules, async ({ principal, params }) => {
    const row = await publish(parts, { ...writerOf(principal), version: Number(params.version) })
    return { version: viewOf(row, row.version) }
  })
  serve(http, gate, routes.rollBackRules, async ({ principal }) => {
    const row = await rollBack(parts, writerOf(principal))
    return { version: viewOf(row, row.version) }
  })
}

const serveReading = (parts: Served): void => {
  const { http, gate, blocks, workshop } = parts
  const load = (principal: Principal, version: string) => blocks.load(writerOf(principal).tenant, Number(version))
  serve(http, gate, routes.readRules, async ({ principal, params, query }) => {
    const { head, rules, total, more } = await workshop.do('page', await load(principal, params.version), {
      ...query,
      limit: query.limit ?? DEFAULT_PAGE,
    })
    return { head, rules: [...rules], total, more }
  })
  serve(http, gate, routes.checkRules, async ({ principal, params }) => {
    const buffer = await load(principal, params.version)
    const ids = await parts.productIds?.(writerOf(principal).tenant)
    const known = { now: parts.clock.now(), ...(ids === undefined ? {} : { products: new Set(ids) }) }
    return { findings: await workshop.do('findings', buffer, known) }
  })
  serve(http, gate, routes.compareRules, async ({ principal, params, query }) => {
    const [before, after] = await Promise.all([load(principal, query.since), load(principal, params.version)])
    const { added, removed, changed, head } = await workshop.do('difference', before, after)
    return {
      counts: { added: added.length, removed: removed.length, changed: changed.length },
      head,
      added: added.slice(0, MOST_LISTED),
      removed: removed.slice(0, MOST_LISTED),
      changed: changed.slice(0, MOST_LISTED).map((one) => ({ ...one, fields: [...one.fields] })),
    }
  })
  serve(http, gate, routes.priceCart, ({ principal, body }) => {
    const { at, ...asked } = body
    return priceCart(parts, writerOf(principal).tenant, {
      ...asked,
      ...(at === undefined ? {} : { now: Date.parse(at) }),
    })
  })
}

const serveTables = (parts: Served): void => {
  const { http, gate, blocks, workshop } = parts
  serve(http, gate, routes.importRules, async ({ principal, query, request }) => {
    const { version, rules, problems } = await importFile(parts, {
      ...writerOf(principal),
      bytes: request.rawBody ?? Buffer.alloc(0),
      base: Number(query.base ?? 0),
      currency: query.currency ?? 'CNY',
      aheadMinutes: Number(query.ahead ?? DEFAULT_AHEAD),
      preview: query.preview === 'yes',
    })
    return { version: version === null ? null : viewOf(version, null), rules, problems: [...problems] }
  })
  serve(http, gate, routes.exportRules, async ({ principal, params, query, reply }) => {
    const buffer = await blocks.load(writerOf(principal).tenant, Number(params.version))
    const { currency } = headOf(openBlock(buffer)!)
    const aheadMinutes = Number(query.ahead ?? DEFAULT_AHEAD)
    const style = { digits: digitsOf(currency), aheadMinutes, tongue: query.tongue ?? ('zh' as const) }
    const bytes = await workshop.do('writeFile', buffer, style, query.format)
    const mime = query.format === 'csv' ? 'text/csv; charset=utf-8' : SHEET
    reply.header('content-type', mime)
    reply.header('content-disposition', `attachment; filename="rules-${params.version}.${query.format}"`)
    return reply.send(Buffer.from(bytes))
  })
}
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Answers = Reply<typeof routes.listWrongAnswers>['answers']
const serveAnswers = (parts: Served): void => {
  const { http, gate } = parts
  serve(http, gate, routes.listWrongAnswers, async ({ principal }) => {
    const wrong = await wrongAnswers(parts, writerOf(principal).tenant)
    const answers: Answers = wrong.map((one) => ({
      id: one.quote.id,
      conversationId: one.quote.conversationId,
      messageId: one.quote.messageId,
      version: one.quote.version,
      at: new Date(one.quote.at).toISOString(),
      told: one.quote.amount,
      now: one.now,
      currency: one.quote.cart.currency,
      correction: correctionText(one),
    }))
    return { answers }
  })
  serve(http, gate, routes.correctAnswers, ({ principal, body }) =>
    correct(parts, writerOf(principal).tenant, body.ids),
  )
}

export const servePromotions = (parts: Served): void => {
  serveVersions(parts)
  serveReading(parts)
  serveTables(parts)
  serveAnswers(parts)
}
