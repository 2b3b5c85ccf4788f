// Addresses of one site, each in one spelling, so that a page is read once.

const TRACKING = /^(utm_\w+|spm|scm|gclid|fbclid|msclkid|_ga|from_source)$/i
/** What is no page and no document. */
const OTHER =
  /\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|css|m?js|json|xml|rss|atom|zip|rar|7z|gz|tar|exe|dmg|apk|mp[34]|m4[av]|webm|mov|avi|ogg|wav|woff2?|ttf|eot|pptx?|docm?|xls)$/i
const LONGEST = 1_500

/** Null: it leads off the site, or to what cannot be read. */
export const addressWithin = (href: string, origin: string): string | null => {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (url.origin !== origin || url.username !== '' || url.password !== '') return null
  if (OTHER.test(url.pathname) || url.href.length > LONGEST) return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  return url.href
}

/** Null: not an address a site may have. */
export const siteAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href
}

/** Addresses a sitemap names, of this site only. */
export const addressesInSitemap = (xml: string, origin: string): string[] =>
  [...xml.matchAll(/<loc>\s*([^<\s]{1,1500})\s*<\/loc>/gi)].flatMap((match) => {
    const address = addressWithin(match[1]!.replaceAll('&amp;', '&'), origin)
    return address === null ? [] : [address]
  })

/** What a page is called in lists: its path, readable. */
export const nameOfAddress = (address: string): string => {
  const { pathname, search } = new URL(address)
  const path = `${pathname}${search}`
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
