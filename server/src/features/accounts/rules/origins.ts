// Whether a site may embed an inbox.

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
