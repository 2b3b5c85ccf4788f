// Asks the server for a visitor token, presenting what we hold in the order that loses least.
import type { Look } from '@ballast/contract/look'
import type { Expectation } from '@ballast/contract/routes/visits'
import type { Memory, Remembered } from './storage.ts'

export interface Visit {
  readonly token: string
  readonly contactId: string
  readonly verified: boolean
  readonly inbox: {
    readonly name: string
    readonly botName: string
    readonly locale: string
    readonly logo?: string
    readonly look: Look
    /** Whether a transcript can be sent by mail. */
    readonly mail: boolean
    readonly expectation: Expectation
  }
}
export interface Ask {
  readonly token?: string
  readonly identity?: string
}
export class VisitRefused extends Error {
  readonly code: string
  readonly retryAfterMs: number
  constructor(code: string, retryAfterMs: number) {
    super(code)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** A stale token is dropped before a fresh identity is; a conflicting identity is dropped before the token. */
export const asksFor = (kept: Remembered | null, identity: string | null): Ask[] => {
  const token = kept === null ? {} : { token: kept.token }
  const identified = identity === null ? [] : [{ ...token, identity }, ...(kept === null ? [] : [{ identity }])]
  return [...identified, ...(kept === null ? [] : [token]), {}]
}

/** Which of the remaining asks may follow this refusal. Two signed identities are never merged by guess. */
export const asksAfter = (code: string, rest: readonly Ask[]): readonly Ask[] => {
  if (code === 'identity.conflict')
    return rest.filter(({ identity, token }) => identity === undefined && token !== undefined)
  return code.startsWith('token.') || code === 'signature.invalid' ? rest : []
}

const ask = async (inbox: string, body: Ask & { locale: string }, signal: AbortSignal): Promise<Visit> => {
  const reply = await fetch(`/visit/${encodeURIComponent(inbox)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify(body),
    signal,
  })
  const answer = (await reply.json().catch(() => null)) as (Visit & { code?: string }) | null
  if (reply.ok && answer !== null) return answer
  const seconds = Number(reply.headers.get('retry-after') ?? 0)
  throw new VisitRefused(answer?.code ?? 'server.error', seconds * 1_000)
}

export const startVisit = async (parts: {
  inbox: string
  locale: string
  identity: string | null
  memory: Memory
  signal: AbortSignal
  onRefused: (code: string) => void
}): Promise<Visit> => {
  let asks: readonly Ask[] = asksFor(parts.memory.visit(), parts.identity)
  for (;;) {
    const [next, ...rest] = asks
    if (next === undefined) throw new VisitRefused('server.error', 0)
    try {
      const visit = await ask(parts.inbox, { ...next, locale: parts.locale }, parts.signal)
      parts.memory.keepVisit({ token: visit.token, contactId: visit.contactId })
      parts.memory.keepLook(visit.inbox.look)
      return visit
    } catch (error) {
      if (!(error instanceof VisitRefused)) throw error
      asks = asksAfter(error.code, rest)
      if (asks.length === 0) throw error
      if (next.identity !== undefined && asks[0]?.identity === undefined) parts.onRefused(error.code)
    }
  }
}
