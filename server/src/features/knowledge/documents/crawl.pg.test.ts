// A site on loopback, read page by page: what is taken, what is left alone, what happens when it changes.
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newDatabase } from '../../../../test/new-database.ts'
import { pdfOfLines } from '../../../../test/sample-documents.ts'
import { appendFacts } from '../../../platform/facts/append.ts'
import { silentLog } from '../../../platform/log.ts'
import { createIndexes } from '../index.ts'
import { createReader, type Reader } from '../reading/reader.ts'
import { crawlSite } from './crawl.ts'
import type { DocumentParts } from './parts.ts'
import { listDocuments } from './read-documents.ts'
import { crawlAgain, listSites, removeSite, type SiteDraft, saveSite, sweepSources } from './sites.ts'

type Served = string | Buffer | { readonly status: number; readonly to?: string }
let database: Awaited<ReturnType<typeof newDatabase>>
let reader: Reader
let site: Server
let origin: string
let pages: Record<string, Served>
let asked: string[]
beforeAll(async () => {
  database = await newDatabase()
  reader = createReader()
  site = createServer((request, reply) => {
    asked.push(request.url!)
    const page = pages[request.url!]
    if (page === undefined) reply.writeHead(404).end('nothing')
    else if (typeof page === 'object' && 'status' in page)
      reply.writeHead(page.status, page.to === undefined ? {} : { location: page.to }).end()
    else {
      const type = Buffer.isBuffer(page)
        ? 'application/pdf'
        : request.url!.endsWith('.txt')
          ? 'text/plain'
          : 'text/html; charset=utf-8'
      reply.writeHead(200, { 'content-type': type }).end(page)
    }
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterAll(async () => {
  site.close()
  await reader.close()
  await database.drop()
})

let parts: DocumentParts
let tenant: string
let siteId: string
let now = Date.parse('2026-03-10T04:00:00Z')
let told: { job: string; siteId?: string }[]
beforeEach(() => {
  tenant = randomUUID()
  siteId = randomUUID()
  asked = []
  told = []
  const clock = { now: () => now }
  parts = {
    database,
    clock,
    reader,
    ids: { uuid: () => randomUUID() },
    appendFacts,
    indexes: createIndexes({ database, clock }),
    log: silentLog,
    later: async (job, { siteId }) => void told.push(siteId === undefined ? { job } : { job, siteId }),
    allowPrivate: true,
    politenessMs: 1,
  }
  pages = {
    '/robots.txt': 'User-agent: *\nDisallow: /secret',
    '/': '<title>Shop</title><h1>Welcome</h1><p>Hello.</p><a href="/help">help</a><a href="/secret">s</a><a href="https://other.example/">o</a><a href="mailto:a@b.c">m</a><a href="/logo.png">l</a>',
    '/help':
      '<h1>Gift wrapping</h1><p>Wrapping costs two euros.</p><a href="deep?utm_source=x">d</a><a href="/help#top">t</a><a href="/fees.pdf">f</a><a href="/gone">g</a><a href="/moved">m</a>',
    '/deep': '<h1>Engraving</h1><p>Engraving takes a week.</p><a href="/deeper">more</a>',
    '/deeper': '<h1>Too deep</h1><p>Nobody comes here.</p>',
    '/fees.pdf': pdfOfLines([['Customs fees', 18], 'Customs fees are paid by the recipient.']),
    '/secret': '<h1>Secret</h1><p>Not for robots.</p>',
    '/moved': { status: 302, to: '/help' },
  }
})

const crawl = async (draft: Partial<SiteDraft> = {}) => {
  await saveSite(parts, { tenant }, { siteId, url: `${origin}/`, locale: 'en', mostDepth: 2, ...draft })
  await crawlSite(parts, { tenant, siteId })
  return (await listSites(parts, tenant))[0]!
}
const names = async () => (await listDocuments(parts, tenant, { siteId })).map(({ name }) => name).toSorted()
const ask = async (text: string) => (await parts.indexes.search({ tenant, text, locale: 'en' }))[0]?.answer

test('reads pages and files of one origin, within depth and robots.txt, each once', async () => {
  expect(await crawl()).toMatchObject({ state: 'ready', problem: null, found: 4, failed: 1, nextAt: null })
  expect(await names()).toEqual(['/', '/deep', '/fees.pdf', '/help'])
  expect(await ask('how much is gift wrapping')).toBe('Wrapping costs two euros.')
  expect(await ask('who pays customs fees')).toBe('Customs fees are paid by the recipient.')
  expect(asked).not.toContain('/secret')
  expect(asked).not.toContain('/deeper')
  expect(asked).not.toContain('/logo.png')
  expect(asked.filter((path) => path === '/deep')).toHaveLength(1)
})

test('stops at so many pages, and removes nothing for that', async () => {
  await crawl()
  expect(await crawl({ mostPages: 2 })).toMatchObject({ state: 'ready', found: 2 })
  expect(await names()).toEqual(['/', '/deep', '/fees.pdf', '/help'])
})

test('read again: what changed is new, what is gone goes, what cannot be reached today stays', async () => {
  await crawl()
  pages['/help'] = String(pages['/help']).replace('two', 'three')
  pages['/deep'] = { status: 410 }
  pages['/fees.pdf'] = { status: 503 }
  await crawlAgain(parts, { tenant }, siteId)
  await crawlSite(parts, { tenant, siteId })
  expect(await names()).toEqual(['/', '/fees.pdf', '/help'])
  expect(await ask('how much is gift wrapping')).toBe('Wrapping costs three euros.')
  expect(await ask('how long does engraving take')).not.toBe('Engraving takes a week.')
  expect(await ask('who pays customs fees')).toBe('Customs fees are paid by the recipient.')
})

test('a sitemap leads to pages that no link leads to', async () => {
  pages['/sitemap.xml'] =
    `<urlset><url><loc>${origin}/deeper</loc></url><url><loc>${origin}/secret</loc></url></urlset>`
  await crawl({ mostDepth: 1 })
  expect(await names()).toEqual(['/', '/deeper', '/help'])
})

test('a site that is away says so, and takes nothing along', async () => {
  await crawl()
  pages['/'] = { status: 500 }
  expect(await crawl()).toMatchObject({ state: 'failed', problem: 'document.unreachable', found: 0 })
  expect(await names()).toEqual(['/', '/deep', '/fees.pdf', '/help'])
})

test('private addresses are refused, also behind a redirect', async () => {
  parts = { ...parts, allowPrivate: false }
  expect(await crawl()).toMatchObject({ state: 'failed', problem: 'site.address-refused' })
  expect(asked).toEqual([])
  await expect(crawl({ url: 'http://user:secret@shop.example/' })).rejects.toMatchObject({
    code: 'site.address-refused',
  })
})

test('the sweep asks for what is due, and not before', async () => {
  await database.as(tenant, (tx) => sql`INSERT INTO tenants (id, name) VALUES (${tenant}, 'shop')`.execute(tx))
  await crawl({ everyHours: 24 })
  told = []
  await sweepSources(parts)
  expect(told.filter((one) => one.siteId === siteId)).toEqual([])
  now += 25 * 3_600_000
  await sweepSources(parts)
  expect(told.filter((one) => one.siteId === siteId)).toEqual([{ job: 'crawl', siteId }])
  await crawlSite(parts, { tenant, siteId })
  expect((await listSites(parts, tenant))[0]).toMatchObject({ state: 'ready', found: 4 })
})

test('removed, its pages go and their sections answer nothing', async () => {
  await crawl()
  await removeSite(parts, { tenant }, siteId)
  expect(await listDocuments(parts, tenant, {})).toEqual([])
  expect(await ask('how much is gift wrapping')).toBeUndefined()
  await expect(removeSite(parts, { tenant }, siteId)).rejects.toMatchObject({ code: 'site.not-found' })
  await expect(crawlAgain(parts, { tenant }, siteId)).rejects.toMatchObject({ code: 'site.not-found' })
})
