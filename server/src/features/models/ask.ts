// One call: is it wanted, allowed and affordable; made without any transaction; then charged, counted and told of.
import type { Uuid } from '@ballast/contract'
import type { ModelCall, ModelOutcome } from '@ballast/contract/routes/models'
import { askModel, type ModelReply } from '../../platform/model/ask-model.ts'
import type { Breaker } from '../../platform/model/breaker.ts'
import type { Held } from './held.ts'
import type { Asked, KeptUse, ModelParts } from './parts.ts'
import { costOf, guessTokens } from './rules/budget.ts'
import { blameFor, isFree } from './rules/ends.ts'
import type { Running } from './running.ts'
import { difference, type Reserved, reserve } from './spending.ts'
import { charge, writeCall } from './store.ts'

export interface Calling extends ModelParts {
  readonly held: Held
  readonly breaker: Breaker
  readonly running: Running
}
export interface Call extends Asked {
  /** Somebody tries the settings: also while the use is off. */
  readonly test?: true
}

/** Of a stream of server-sent events: each word comes in a few hundred bytes of wrapping. */
const MAX_BYTES = 1024 * 1024
/** Tokens rarely stand for more than this; whoever writes more does not keep to what was asked. */
const MAX_TEXT = 8_000
/** Under way at once in this process for one endpoint. More would only wait there. */
const MOST_AT_ONCE = 64

const endpointOf = (tenant: Uuid, { baseUrl, model }: KeptUse): string => `${tenant} ${baseUrl} ${model}`

/** What keeps a call from being made, or what it was charged. */
const begin = async (parts: Calling, call: Call, kept: KeptUse): Promise<ModelOutcome | Reserved> => {
  const { tenant } = call
  const endpoint = endpointOf(tenant, kept)
  if ((await parts.held.of(tenant)).stopped) return 'stopped'
  if (parts.running.count(endpoint) >= MOST_AT_ONCE) return 'limited'
  const reserved = await reserve(parts, tenant, { kept, text: call.system + call.user })
  if (reserved === null) return 'budget'
  if (parts.breaker.mayCall(endpoint)) return reserved
  const { day, tokens, micros } = reserved
  await parts.database.as(tenant, (tx) =>
    charge(tx, tenant, { use: kept.use, day, calls: -1, tokens: -tokens, micros: -micros }),
  )
  return 'resting'
}

interface Made {
  readonly reply: ModelReply
  readonly outcome: ModelOutcome
  readonly cut: number
  readonly written: string
}

const make = async (parts: Calling, call: Call, kept: KeptUse): Promise<Made> => {
  const { tenant, signal } = call
  const { baseUrl, model, temperature, maxTokens } = kept
  const key = kept.sealedKey === null ? null : await parts.secrets.openForTenant(tenant, kept.sealedKey)
  const run = parts.running.start(tenant, endpointOf(tenant, kept), signal)
  let written = ''
  const onPiece = (piece: string) => {
    written += piece
    if (written.length > MAX_TEXT) run.end('too-long')
    else call.onPiece(piece)
  }
  const { firstMs, totalMs, allowPrivate, resolve } = parts
  const limits = { firstMs, totalMs, maxBytes: MAX_BYTES, allowPrivate, ...(resolve ? { resolve } : {}) }
  const { system, user } = call
  try {
    const reply = await askModel(
      { baseUrl, model, key },
      { system, user, temperature, maxTokens },
      { limits, signal: run.signal, onText: onPiece },
    )
    const end = reply.end === 'given-up' ? (run.why() ?? 'overtaken') : reply.end
    const judged = end === 'ok' ? call.judge() : { outcome: end, cut: 0 }
    return { reply, ...judged, written }
  } finally {
    run.done()
  }
}

/** What it cost: as the endpoint says, or as it can be guessed. */
const billOf = ({ reply, outcome, written }: Made, reserved: Reserved, kept: KeptUse) => {
  if (isFree(outcome)) return { tokensIn: 0, tokensOut: 0 }
  // Nobody's bill is shortened by what the endpoint makes up.
  const sane = (said: number | null, guess: number) =>
    said !== null && Number.isSafeInteger(said) && said >= 0 && said <= 10_000_000 ? said : guess
  return {
    tokensIn: sane(reply.tokensIn, reserved.tokensIn),
    tokensOut: sane(reply.tokensOut, Math.min(kept.maxTokens, guessTokens(written))),
  }
}

const settle = async (
  parts: Calling,
  call: Call,
  { kept, reserved, made }: { readonly kept: KeptUse; readonly reserved: Reserved; readonly made: Made },
): Promise<ModelCall> => {
  const { tenant } = call
  const { tokensIn, tokensOut } = billOf(made, reserved, kept)
  const { reply, outcome, cut } = made
  const one: ModelCall = {
    id: parts.ids.uuid(),
    use: call.test ? 'test' : call.use,
    at: new Date(parts.clock.now()).toISOString(),
    outcome,
    firstMs: reply.firstMs,
    ms: reply.ms,
    tokensIn,
    tokensOut,
    cut,
    conversationId: call.conversationId ?? null,
  }
  const owed = difference(reserved, costOf(tokensIn, tokensOut, kept.budget))
  await parts.database.as(tenant, async (tx) => {
    await charge(tx, tenant, { use: kept.use, day: reserved.day, calls: 0, ...owed })
    await writeCall(tx, tenant, one)
  })
  return one
}

/** How a call ended; the row that tells of it, when one was made. Null: not set up, or off. */
export const ask = async (
  parts: Calling,
  call: Call,
): Promise<{ readonly outcome: ModelOutcome; readonly told?: Promise<ModelCall> } | null> => {
  const { uses, stopped } = await parts.held.of(call.tenant)
  const kept = uses.find(({ use }) => use === call.use)
  if (kept === undefined || !(kept.on || call.test)) return null
  if (stopped) return { outcome: 'stopped' }
  const reserved = await begin(parts, call, kept)
  if (typeof reserved === 'string') return { outcome: reserved }
  const endpoint = endpointOf(call.tenant, kept)
  const made = await make(parts, call, kept).catch((error: unknown) => {
    parts.breaker.tell(endpoint, 'unknown')
    throw error
  })
  parts.breaker.tell(endpoint, blameFor(made.outcome))
  // The customer does not wait for the books.
  return { outcome: made.outcome, told: settle(parts, call, { kept, reserved, made }) }
}
