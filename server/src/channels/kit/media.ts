// Fetching what a customer sent on a platform: at once (links expire), capped, only from the platform's own hosts.

/** The platform's guarded fetch (address pinned, private ranges refused); handed in, channels never reach the network alone. */
export type SafeFetch = (
  url: string,
  limits: { maxBytes: number; timeoutMs: number; headers?: Record<string, string> },
) => Promise<{ status: number; headers: Headers; body: Buffer }>

export type Media =
  | { readonly bytes: Buffer; readonly mime: string }
  | { readonly refused: 'host' | 'status' | 'too-large' | 'type' | 'unreachable' }

export interface MediaRequest {
  readonly url: string
  /** Host names the platform serves media from; a leading dot allows subdomains (`.qpic.cn`). */
  readonly hosts: readonly string[]
  readonly maxBytes: number
  /** Accepted types, `image/*` style families allowed. */
  readonly mimes: readonly string[]
  readonly headers?: Record<string, string>
}

export const hostAllowed = (url: string, hosts: readonly string[]): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username } = new URL(url)
  if (protocol !== 'https:' || username !== '') return false
  return hosts.some((host) => hostname === host || (host.startsWith('.') && hostname.endsWith(host)))
}

export const fetchMedia = async (request: MediaRequest, safeFetch: SafeFetch): Promise<Media> => {
  if (!hostAllowed(request.url, request.hosts)) return { refused: 'host' }
  const limits = {
    maxBytes: request.maxBytes,
    timeoutMs: 10_000,
    ...(request.headers ? { headers: request.headers } : {}),
  }
  const reply = await safeFetch(request.url, limits).catch(() => null)
  if (reply === null) return { refused: 'unreachable' }
  if (reply.status !== 200) return { refused: 'status' }
  if (reply.body.byteLength > request.maxBytes) return { refused: 'too-large' }
  const mime = (reply.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const family = `${mime.split('/')[0]}/*`
  return request.mimes.includes(mime) || request.mimes.includes(family)
    ? { bytes: reply.body, mime }
    : { refused: 'type' }
}
