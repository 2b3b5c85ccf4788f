// Where a request came from: whether a cookie may be trusted with a change, and whether a site may embed an inbox.

export interface OriginHeaders {
  readonly origin: string | undefined
  readonly secFetchSite: string | undefined
  /** What the browser addressed, as the server sees it behind its trusted proxy. */
  readonly protocol: string
  readonly host: string | undefined
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie travels with requests other sites start; a change is taken only when the browser says it is our own page. */
export const cookieMayAct = (method: string, headers: OriginHeaders): boolean =>
  SAFE_METHODS.has(method.toUpperCase()) || isSameOrigin(headers)

/** No proof counts as foreign. `same-site` is not enough: a sister domain may belong to somebody else. */
export const isSameOrigin = (headers: OriginHeaders): boolean => {
  if (headers.secFetchSite !== undefined && headers.secFetchSite !== 'same-origin') return false
  if (headers.origin === undefined) return headers.secFetchSite === 'same-origin'
  return headers.host !== undefined && headers.origin === `${headers.protocol}://${headers.host}`
}

/**
 * May a page of this origin open the inbox? An empty list lets any site in. `https://*.shop.example` covers every
 * subdomain and not the bare domain. A missing Origin is refused once a list is set.
 */
export const siteMayEmbed = (allowed: readonly string[], origin: string | undefined, own: string): boolean => {
  if (allowed.length === 0 || origin === own) return true
  if (origin === undefined) return false
  return allowed.some((entry) => matches(entry.toLowerCase().replace(/\/+$/, ''), origin.toLowerCase()))
}

const matches = (entry: string, origin: string): boolean => {
  const wildcard = /^(https?:\/\/)\*\.([^/*]+)$/.exec(entry)
  if (wildcard === null) return entry === origin
  const [, scheme, domain] = wildcard
  return origin.startsWith(scheme!) && origin.endsWith(`.${domain}`) && !origin.slice(scheme!.length).includes('/')
}
