// Language models bound to their parts: asked by turns, stopped by the switch, tried by the desk.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { ModelCall, ModelUse } from '@ballast/contract/routes/models'
import { createBreaker } from '../../platform/model/breaker.ts'
import { ask, type Calling } from './ask.ts'
import { createHeld, type Held } from './held.ts'
import type { ModelParts, Models } from './parts.ts'
import { createRunning } from './running.ts'

/** How often calls under way look at the switch, should every poke be lost. */
const LOOK_MS = 900

export interface ModelsDoor extends Models {
  readonly parts: ModelParts
  readonly held: Held
  /** @throws Problem language-model.not-set */
  try(tenant: Uuid, use: ModelUse): Promise<ModelCall>
  /** Ends calls and looks no more. */
  close(): void
}

const countCalls = ({ metrics }: Pick<ModelParts, 'metrics'>) => {
  const counter = metrics.counter({
    name: 'model_calls_total',
    help: 'Answers that a language model was to word, by use and by how it ended.',
    labels: ['use', 'outcome'],
  })
  return (use: ModelUse | 'test', outcome: string) => counter.inc({ use, outcome })
}

const TEST = {
  system: 'Reply with one short friendly sentence.',
  user: 'Hello!',
  onPiece: () => undefined,
  judge: () => ({ outcome: 'ok', cut: 0 }) as const,
}

/** Calls under way stop when the switch was thrown. */
const refreshing =
  ({ held, running }: Calling) =>
  async (tenant: Uuid): Promise<void> => {
    held.forget(tenant)
    if ((await held.of(tenant)).stopped) running.stop(tenant)
  }

const trying =
  (calling: Calling, count: ReturnType<typeof countCalls>) =>
  async (tenant: Uuid, use: ModelUse): Promise<ModelCall> => {
    calling.held.forget(tenant)
    const ended = await ask(calling, { tenant, use, test: true, ...TEST })
    if (ended === null) throw problem('language-model.not-set')
    count('test', ended.outcome)
    if (ended.told !== undefined) return ended.told
    const at = new Date(calling.clock.now()).toISOString()
    const nothing = { firstMs: null, ms: 0, tokensIn: 0, tokensOut: 0, cut: 0, conversationId: null }
    return { id: calling.ids.uuid(), use: 'test', at, outcome: ended.outcome, ...nothing }
  }

export const createModels = (parts: ModelParts): ModelsDoor => {
  const calling: Calling = {
    ...parts,
    held: createHeld(parts),
    breaker: createBreaker(parts),
    running: createRunning(),
  }
  const count = countCalls(parts)
  const refresh = refreshing(calling)
  const failed = (err: unknown, tenant: Uuid, event: string) => parts.log.warn({ err, tenant }, event)
  const look = setInterval(() => {
    for (const tenant of calling.running.tenants())
      refresh(tenant).catch((err: unknown) => failed(err, tenant, 'model.not-looked'))
  }, LOOK_MS)
  look.unref()
  return {
    parts,
    held: calling.held,
    isOn: async (tenant, use) => {
      const kept = await calling.held.of(tenant).catch((err: unknown) => failed(err, tenant, 'model.not-asked'))
      return kept?.uses.some((one) => one.use === use && one.on) ?? false
    },
    ask: async (asked) => {
      try {
        const ended = await ask(calling, asked)
        if (ended === null) return null
        count(asked.use, ended.outcome)
        ended.told?.catch((err: unknown) => failed(err, asked.tenant, 'model.not-booked'))
        return ended.outcome
      } catch (err) {
        // Settings that cannot be read, a key that cannot be opened: the answer must not wait for it.
        failed(err, asked.tenant, 'model.not-asked')
        count(asked.use, 'failed')
        return 'failed'
      }
    },
    refresh,
    try: trying(calling, count),
    close: () => {
      clearInterval(look)
      for (const tenant of calling.running.tenants()) calling.running.stop(tenant)
    },
  }
}
