// Product help over HTTP: codes for colleagues, and the pages anybody reaches with a code.
import { problem } from '@ballast/contract/problems'
import * as routes from '@ballast/contract/routes/help'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from '../../platform/http/address-key.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { contentSecurityPolicy } from '../../platform/http/security-headers.ts'
import { type Gate, serve } from '../../platform/http/serve.ts'
import { productCard } from '../commerce/index.ts'
import { makeCodes } from './make-codes.ts'
import { actorOf, type HelpParts } from './parts.ts'
import { qrPng, qrSvg } from './qr.ts'
import { readPage } from './read-page.ts'
import { ready } from './rules/html.ts'
import { noticePage, pageOf, sheetPage } from './rules/page.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from './rules/page-files.ts'
import { type Language, languageOf } from './rules/page-words.ts'
import { listHelp, readHelp } from './shown-codes.ts'
import { switchHelp } from './switch-code.ts'

const languageFrom = (request: FastifyRequest, chosen?: string): Language =>
  languageOf(chosen?.slice(0, 2).toLowerCase(), request.headers['accept-language'])

export const serveHelp = (http: HttpServer, gate: Gate, parts: HelpParts): void => {
  serve(http, gate, routes.listHelpCodes, ({ principal, query, request }) =>
    listHelp(parts, actorOf(principal).tenant, { ...query, locale: languageFrom(request) }),
  )
  serve(http, gate, routes.makeHelpCodes, async ({ principal, body, request }) => ({
    codes: await makeCodes(parts, actorOf(principal), { ...body, locale: body.locale ?? languageFrom(request) }),
  }))
  serve(http, gate, routes.switchHelpCode, async ({ principal, params, body, request }) => ({
    code: await switchHelp(parts, actorOf(principal), { ...params, ...body, locale: languageFrom(request) }),
  }))
  serve(http, gate, routes.searchHelpProducts, async ({ query: { search, locale }, request }) => {
    const named = await parts.commerce.getProduct(search.trim().slice(0, 64))
    const spoken = await parts.commerce.searchProducts({ text: search, limit: 20 })
    const products = named === null ? spoken : [named, ...spoken.filter(({ id }) => id !== named.id)]
    const language = languageFrom(request, locale)
    return { products: products.map((product) => productCard(product, language)) }
  })
  servePrinted(http, gate, parts)
  servePages(http, parts)
}

const MOST_LABELS = 300

const servePrinted = (http: HttpServer, gate: Gate, parts: HelpParts): void => {
  serve(http, gate, routes.readHelpPicture, async ({ principal, params, query, request, reply }) => {
    const where = { tenant: actorOf(principal).tenant, locale: languageFrom(request) }
    const [code] = await readHelp(parts, where, [params.code])
    const as = query.as ?? 'svg'
    reply.header('content-disposition', `inline; filename="help-${params.code}.${as}"`)
    if (as === 'png') return reply.type('image/png').send(qrPng(code!.url))
    return reply.type('image/svg+xml; charset=utf-8').send(qrSvg(code!.url))
  })
  serve(http, gate, routes.printHelpCodes, async ({ principal, query, request, reply }) => {
    const language = languageFrom(request, query.locale)
    const wanted = [...new Set(query.codes.split(',').map((code) => code.trim()))].filter((code) => code !== '')
    const copies = query.copies ?? 1
    if (wanted.length * copies > MOST_LABELS)
      throw problem('request.invalid', { path: '/query/copies', detail: `At most ${MOST_LABELS} labels.` })
    const codes = await readHelp(parts, { tenant: actorOf(principal).tenant, locale: language }, wanted)
    const labels = codes.flatMap(({ title, url }) => {
      return Array.from({ length: copies }, () => ({ title, url, qr: ready(qrSvg(url)) }))
    })
    return sendPage(reply, sheetPage(labels, language))
  })
}

const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .header('content-security-policy', contentSecurityPolicy('app', []))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim().slice(0, 200) : undefined
/** A browser that looks ahead has shown nobody anything. */
const isUncounted = ({ method, headers }: FastifyRequest): boolean =>
  method === 'HEAD' || String(headers['sec-purpose'] ?? headers.purpose ?? '').includes('prefetch')

const servePages = (http: HttpServer, parts: HelpParts): void => {
  const file = (text: string, type: string) => async (_: FastifyRequest, reply: FastifyReply) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=600').send(text)
  http.app.get('/h/style.css', file(PAGE_STYLE, 'text/css'))
  http.app.get('/h/page.js', file(PAGE_SCRIPT, 'text/javascript'))
  http.app.get('/h/:code', { config: { pageKind: 'app' } }, async (request, reply) => {
    const query = request.query as Record<string, unknown>
    const language = languageOf(query.lang, request.headers['accept-language'])
    const waitMs = http.publicLimiter?.take(addressKey(request.ip)) ?? 0
    if (waitMs > 0) {
      reply.code(429).header('retry-after', String(Math.ceil(waitMs / 1000)))
      return sendPage(reply, noticePage('flood', language))
    }
    const { code } = request.params as { code: string }
    const [question, entryId] = [textOf(query.q), textOf(query.e)]
    const asked = {
      code: code.toLowerCase(),
      language,
      ...(question ? { question } : {}),
      ...(entryId && !question ? { entryId } : {}),
      uncounted: isUncounted(request),
    }
    const page = await readPage(parts, asked)
    if (page === null) return sendPage(reply.code(404), noticePage('lost', language))
    if (page === 'off') return sendPage(reply.code(410), noticePage('off', language))
    const view = { ...page, ...(question ? { question } : {}), address: parts.showing.address }
    return sendPage(reply.header('vary', 'accept-language'), pageOf(view, language))
  })
}
