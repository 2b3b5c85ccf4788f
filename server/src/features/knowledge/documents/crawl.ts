// A site's pages become documents; pages that are gone go, those that cannot be reached today stay as they are.
import type { Uuid } from '@ballast/contract'
import { nameOfAddress } from '../rules/web-address.ts'
import { documentId, type Given, storeDocument } from './add-document.ts'
import type { DocumentParts, Site } from './parts.ts'
import { readClaimed, SILENT_MS } from './read-waiting.ts'
import { removeDocument } from './remove-document.ts'
import { claimDocument, pagesOfSite } from './store.ts'
import { claimSite, noteCrawl } from './store-sites.ts'
import { type Page, type Visit, visitSite } from './visit-site.ts'

interface Crawl {
  readonly tenant: Uuid
  readonly site: Site
  /** Documents that are still what the site has, as far as we know. */
  readonly kept: Set<Uuid>
  found: number
  failed: number
  problem: string | null
}
/** The site was removed or changed while it was read. */
class Overtaken extends Error {}

const givenFor = ({ tenant, site }: Crawl, url: string, content: Buffer): Given => {
  const { locale, topic, id: siteId } = site
  return { tenant, locale, topic, source: 'web', url, siteId, name: nameOfAddress(url), content }
}
const idOfPage = (crawl: Crawl, url: string): Uuid => documentId(givenFor(crawl, url, Buffer.alloc(0)), '')

const beat = async (parts: DocumentParts, { tenant, site, found, failed }: Crawl): Promise<void> => {
  const note = { at: new Date(parts.clock.now()), found, failed }
  if (!(await parts.database.as(tenant, (tx) => noteCrawl(tx, tenant, { id: site.id, note })))) throw new Overtaken()
}

/** Its links are wanted even when it did not change. */
const readPage = async (parts: DocumentParts, crawl: Crawl, page: Page): Promise<readonly string[]> => {
  const { tenant } = crawl
  const { document, changed } = await storeDocument(parts, givenFor(crawl, page.url, page.content))
  const { url, charset } = page
  const more = { url, ...(charset === undefined ? {} : { charset }) }
  crawl.kept.add(document.id)
  if (!changed) {
    const outcome = await parts.reader.read({ bytes: page.content, name: document.name, ...more })
    return 'read' in outcome ? (outcome.read.links ?? []) : []
  }
  const now = parts.clock.now()
  const claim = { at: new Date(now), silentSince: new Date(now - SILENT_MS), only: document.id }
  const claimed = await parts.database.as(tenant, (tx) => claimDocument(tx, tenant, claim))
  // Another node reads it already.
  if (claimed === null) return []
  const read = await readClaimed(parts, { tenant, claimed, ...more })
  return read?.links ?? []
}

const follow =
  (parts: DocumentParts, crawl: Crawl) =>
  async (visit: Visit): Promise<readonly string[]> => {
    if ('page' in visit) {
      const links = await readPage(parts, crawl, visit.page)
      crawl.found++
      await beat(parts, crawl)
      return links
    }
    if (visit.failed !== 'gone') crawl.kept.add(idOfPage(crawl, visit.url))
    if (crawl.found + crawl.failed === 0)
      crawl.problem = visit.failed === 'private' ? 'site.address-refused' : 'document.unreachable'
    crawl.failed++
    await beat(parts, crawl)
    return []
  }

const removeGone = async (parts: DocumentParts, { tenant, site, kept }: Crawl): Promise<void> => {
  const pages = await parts.database.as(tenant, (tx) => pagesOfSite(tx, tenant, site.id))
  for (const id of pages) if (!kept.has(id)) await removeDocument(parts, { tenant }, id).catch(() => undefined)
}

const finish = async (parts: DocumentParts, crawl: Crawl): Promise<void> => {
  const { tenant, site, found, failed } = crawl
  const now = parts.clock.now()
  const nextAt = site.everyHours === null ? null : new Date(now + site.everyHours * 3_600_000)
  const problem = found === 0 ? (crawl.problem ?? 'document.unreachable') : null
  const state = problem === null ? ('ready' as const) : ('failed' as const)
  const note = { at: new Date(now), found, failed, state, problem, crawledAt: new Date(now), nextAt }
  await parts.database.as(tenant, (tx) => noteCrawl(tx, tenant, { id: site.id, note }))
  await parts.indexes.refresh(tenant)
}

/** Job: idempotent; only one node crawls a site at a time. */
export const crawlSite = async (
  parts: DocumentParts,
  { tenant, siteId }: { readonly tenant: Uuid; readonly siteId: Uuid },
  signal?: AbortSignal,
): Promise<void> => {
  const now = parts.clock.now()
  const claim = { id: siteId, at: new Date(now), silentSince: new Date(now - SILENT_MS) }
  const site = await parts.database.as(tenant, (tx) => claimSite(tx, tenant, claim))
  if (site === null) return
  const crawl: Crawl = { tenant, site, kept: new Set(), found: 0, failed: 0, problem: null }
  const { url, mostPages, mostDepth } = site
  const { allowPrivate, politenessMs } = parts
  const plan = {
    url,
    mostPages,
    mostDepth,
    allowPrivate,
    ...(politenessMs === undefined ? {} : { politenessMs }),
    ...(signal === undefined ? {} : { signal }),
  }
  try {
    const { whole } = await visitSite(plan, follow(parts, crawl))
    if (whole && crawl.found > 0) await removeGone(parts, crawl)
    await finish(parts, crawl)
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
  }
}
