// Walks through one site: page by page, politely, never beyond its origin, its limits or what it allows.
import { setTimeout as sleep } from 'node:timers/promises'
import { FetchRefused, type FetchReply, safeFetch } from '../../../platform/safe-fetch.ts'
import { EVERYTHING, type Robots, readRobots } from '../rules/robots.ts'
import { addressesInSitemap, addressWithin } from '../rules/web-address.ts'

const AGENT = 'Ballast'
const PAGE_BYTES = 10 * 1024 * 1024
const SITE_BYTES = 300 * 1024 * 1024
const SMALL_BYTES = 1024 * 1024
const TIMEOUT_MS = 15_000
const POLITENESS_MS = 250
const READABLE =
  /^(text\/(html|plain|markdown|csv)|application\/(xhtml\+xml|pdf|octet-stream|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)))\b/i

export interface Plan {
  readonly url: string
  readonly mostPages: number
  /** Links from the first page. */
  readonly mostDepth: number
  readonly allowPrivate: boolean
  readonly politenessMs?: number
  readonly signal?: AbortSignal
}
export interface Page {
  readonly url: string
  readonly content: Buffer
  readonly charset?: string
}
export type Visit =
  | { readonly page: Page }
  /** `gone`: the site says there is nothing; else it may be back tomorrow. */
  | { readonly url: string; readonly failed: 'gone' | 'unreachable' | 'private' }

/** What was found on a page: where it leads to. */
export type Follow = (visit: Visit) => Promise<readonly string[]>
export interface Walked {
  /** Nothing was left out for want of pages or bytes. */
  readonly whole: boolean
}

const fetchOf = (plan: Plan, maxBytes: number) => (url: string) =>
  safeFetch(url, {
    maxBytes,
    timeoutMs: TIMEOUT_MS,
    allowPrivate: plan.allowPrivate,
    headers: { 'user-agent': AGENT, accept: 'text/html, application/pdf, text/*;q=0.9, */*;q=0.5' },
  })

const textOf = async (plan: Plan, url: string): Promise<string> => {
  const reply = await fetchOf(plan, SMALL_BYTES)(url).catch(() => null)
  return reply?.status === 200 && new URL(reply.url).origin === new URL(url).origin ? reply.body.toString('utf8') : ''
}

const robotsOf = async (plan: Plan, origin: string): Promise<Robots> => {
  const text = await textOf(plan, `${origin}/robots.txt`)
  return text === '' ? EVERYTHING : readRobots(text, AGENT.toLowerCase())
}

const sitemapOf = async (plan: Plan, origin: string, robots: Robots): Promise<string[]> => {
  const named = robots.sitemaps.filter((url) => URL.canParse(url) && new URL(url).origin === origin)
  const maps = await Promise.all((named.length > 0 ? named : [`${origin}/sitemap.xml`]).map((url) => textOf(plan, url)))
  return maps.flatMap((xml) => addressesInSitemap(xml, origin))
}

const visitOf = (url: string, origin: string, reply: FetchReply): Visit | null => {
  // Redirected off the site, or to another kind of thing: not ours to read.
  const address = addressWithin(reply.url, origin)
  if (reply.status === 404 || reply.status === 410) return { url, failed: 'gone' }
  if (reply.status !== 200) return { url, failed: 'unreachable' }
  const type = reply.headers['content-type'] ?? 'text/html'
  if (address === null || !READABLE.test(type)) return null
  const charset = /charset\s*=\s*"?([\w-]{2,30})/i.exec(type)?.[1]
  return { page: { url: address, content: reply.body, ...(charset === undefined ? {} : { charset }) } }
}

const failureOf = (url: string, error: unknown): Visit => {
  if (!(error instanceof FetchRefused)) throw error
  return { url, failed: error.reason === 'private' || error.reason === 'address' ? 'private' : 'unreachable' }
}

/** A redirect of the first page, to www or to https, is where the site is. */
const startOf = async (plan: Plan): Promise<{ url: string; origin: string } | Visit> => {
  try {
    const reply = await fetchOf(plan, PAGE_BYTES)(plan.url)
    if (reply.status !== 200) return { url: plan.url, failed: 'unreachable' }
    return { url: reply.url, origin: new URL(reply.url).origin }
  } catch (error) {
    return failureOf(plan.url, error)
  }
}

interface Queue {
  readonly add: (urls: readonly string[], depth: number) => void
  readonly next: () => { readonly url: string; readonly depth: number } | undefined
}
const createQueue = (origin: string, allows: Robots['allows']): Queue => {
  const waiting: { url: string; depth: number }[] = []
  const known = new Set<string>()
  return {
    add: (urls, depth) => {
      for (const href of urls) {
        const url = addressWithin(href, origin)
        if (url === null || known.has(url)) continue
        known.add(url)
        const { pathname, search } = new URL(url)
        if (allows(pathname + search)) waiting.push({ url, depth })
      }
    },
    next: () => waiting.shift(),
  }
}

/** Tells `follow` of every page in turn. Rejects only when the signal says stop or `follow` rejects. */
export const visitSite = async (plan: Plan, follow: Follow): Promise<Walked> => {
  const start = await startOf(plan)
  if (!('origin' in start)) {
    await follow(start)
    return { whole: false }
  }
  const { origin } = start
  const robots = await robotsOf(plan, origin)
  const queue = createQueue(origin, robots.allows)
  queue.add([start.url], 0)
  if (plan.mostDepth > 0) queue.add(await sitemapOf(plan, origin, robots), 1)
  const pause = Math.max(robots.delayMs, plan.politenessMs ?? POLITENESS_MS)
  const read = new Set<string>()
  let bytes = 0
  for (let next = queue.next(); next !== undefined; next = queue.next()) {
    if (read.size >= plan.mostPages || bytes > SITE_BYTES) return { whole: false }
    await sleep(pause, undefined, plan.signal ? { signal: plan.signal } : {})
    const { url, depth } = next
    const visit = await fetchOf(
      plan,
      PAGE_BYTES,
    )(url).then(
      (reply) => visitOf(url, origin, reply),
      (error: unknown) => failureOf(url, error),
    )
    if (visit === null) continue
    if ('page' in visit) {
      if (read.has(visit.page.url)) continue
      read.add(visit.page.url)
      bytes += visit.page.content.length
    }
    const links = await follow(visit)
    if (depth < plan.mostDepth) queue.add(links, depth + 1)
  }
  return { whole: true }
}
