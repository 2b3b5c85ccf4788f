// The sites of a workspace: save, list, crawl again, forget; and the sweep that finds those whose time has come.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { siteAddress } from '../rules/web-address.ts'
import { catchUpStructure } from '../structure/read-entries.ts'
import { type Actor, byWhom, type DocumentParts, type Site } from './parts.ts'
import { SILENT_MS } from './read-waiting.ts'
import { removeDocument } from './remove-document.ts'
import { hasUnread, pagesOfSite } from './store.ts'
import {
  allTenants,
  askForCrawl,
  countSites,
  deleteSite,
  listSiteRows,
  putSite,
  queueDueSites,
  type SitePlan,
} from './store-sites.ts'

const MOST_SITES = 100

export interface SiteDraft {
  readonly url: string
  readonly locale: string
  readonly topic?: string
  readonly mostPages?: number
  readonly mostDepth?: number
  readonly everyHours?: number | null
}

/** Refuses with site.address-refused, document.too-many. */
export const saveSite = async (
  parts: DocumentParts,
  actor: Actor,
  { siteId, ...draft }: SiteDraft & { readonly siteId: Uuid },
): Promise<Site> => {
  const { tenant } = actor
  const url = siteAddress(draft.url)
  if (url === null) throw problem('site.address-refused')
  const { locale, topic = '', mostPages = 100, mostDepth = 3, everyHours = null } = draft
  const plan: SitePlan = { id: siteId, url, locale, topic, mostPages, mostDepth, everyHours }
  const at = parts.clock.now()
  const site = await parts.database.as(tenant, async (tx) => {
    if ((await countSites(tx, tenant)) >= MOST_SITES) throw problem('document.too-many')
    const saved = await putSite(tx, tenant, { plan, at: new Date(at) })
    const data = { siteId, ...byWhom(actor) }
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'site.saved', subject: siteId, at, data }])
    return saved
  })
  await parts.later('crawl', { tenant, siteId })
  return site
}

export const listSites = (parts: Pick<DocumentParts, 'database'>, tenant: Uuid): Promise<Site[]> =>
  parts.database.as(tenant, (tx) => listSiteRows(tx, tenant))

/** Refuses with site.not-found. */
export const crawlAgain = async (parts: DocumentParts, { tenant }: Actor, siteId: Uuid): Promise<Site> => {
  const site = await parts.database.as(tenant, (tx) => askForCrawl(tx, tenant, siteId))
  if (site === null) throw problem('site.not-found')
  await parts.later('crawl', { tenant, siteId })
  return site
}

/** Refuses with site.not-found. */
export const removeSite = async (parts: DocumentParts, actor: Actor, siteId: Uuid): Promise<void> => {
  const { tenant } = actor
  const at = parts.clock.now()
  const pages = await parts.database.as(tenant, async (tx) => {
    if (!(await deleteSite(tx, tenant, siteId))) throw problem('site.not-found')
    const data = { siteId, ...byWhom(actor) }
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'site.removed', subject: siteId, at, data }])
    return pagesOfSite(tx, tenant, siteId)
  })
  for (const id of pages) await removeDocument(parts, actor, id).catch(() => undefined)
}

/** Job, every few minutes: what is due, and what a process that died left waiting. */
export const sweepSources = async (parts: DocumentParts): Promise<void> => {
  for (const tenant of await parts.database.worker(allTenants)) {
    const now = parts.clock.now()
    const at = { now: new Date(now), silentSince: new Date(now - SILENT_MS) }
    const { due, unread } = await parts.database.as(tenant, async (tx) => ({
      due: await queueDueSites(tx, tenant, at),
      unread: await hasUnread(tx, tenant, at.silentSince),
    }))
    // What was published before there was a structure, or while this process was down.
    await catchUpStructure(parts, tenant)
    for (const siteId of due) await parts.later('crawl', { tenant, siteId })
    if (unread) await parts.later('read', { tenant })
  }
}
