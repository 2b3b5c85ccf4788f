// `fetch` as channels get it: the address is judged and pinned, redirects are not followed, replies are small.
import { safeFetch } from '../../platform/safe-fetch.ts'

const MAX_REPLY_BYTES = 256 * 1024

/** `allowPrivate`: the operator's word, never a tenant's: it opens the server's own network. */
export const guardedFetch =
  ({ allowPrivate, timeoutMs }: { readonly allowPrivate: boolean; readonly timeoutMs: number }): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const body = Buffer.from(await request.arrayBuffer())
    const reply = await safeFetch(request.url, {
      method: request.method as 'POST',
      headers: Object.fromEntries(request.headers),
      ...(body.byteLength > 0 ? { body } : {}),
      maxBytes: MAX_REPLY_BYTES,
      timeoutMs,
      maxRedirects: 0,
      allowPrivate,
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(reply.headers)) if (typeof value === 'string') headers.set(name, value)
    headers.delete('content-encoding')
    const empty = [204, 205, 304].includes(reply.status)
    return new Response(empty ? null : new Uint8Array(reply.body), { status: reply.status, headers })
  }
