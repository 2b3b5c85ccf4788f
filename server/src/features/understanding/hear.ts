// Hearing a message: the workspace's intents, and everything else that is the same for all.
import type { Message, Uuid } from '@ballast/contract'
import { type Feeling, trajectory } from '@ballast/understanding/feeling'
import { type MessageVerdict, verdictOf } from '@ballast/understanding/verdict'
import type { Encoder } from './encoder/start-encoder.ts'
import type { LanguageParts } from './parts.ts'
import { feltBefore } from './rules/kept.ts'

export interface Saying {
  readonly tenant: Uuid
  readonly text: string
  /** What was said before, oldest first. */
  readonly before: readonly {
    readonly author: 'customer' | 'bot' | 'agent'
    readonly text: string
    readonly verdict?: NonNullable<Message['verdict']>
  }[]
  /** Epoch ms. */
  readonly now: number
}
interface Ground {
  readonly models: Pick<LanguageParts['models'], 'inUse' | 'load'>
  readonly log: LanguageParts['log']
}
/** Never rejects: a model that cannot be read gives way to the built-in one. */
export type Hear = (saying: Saying) => Promise<MessageVerdict>

const intentsFor = async ({ models, log }: Ground, tenant: Uuid) => {
  try {
    return await models.load(tenant, await models.inUse(tenant))
  } catch (err) {
    log.error({ err, tenant }, 'language.model-unread')
    return models.load(tenant, 0)
  }
}

/** `encoder` weighs the feeling once more. */
export const hearWith =
  (parts: Ground, encoder?: Pick<Encoder, 'weigh'>): Hear =>
  async ({ tenant, text, before, now }) => {
    const own = before.filter(({ author }) => author === 'customer')
    const kept = own.map(({ verdict }) => verdict && feltBefore(verdict))
    const known = kept.filter((one) => one !== undefined)
    // Some were stored by an older version: then all are read again.
    const feelings = known.length === kept.length ? { feelings: known } : {}
    const previous = own.map((one) => one.text)
    const fast = verdictOf(text, { intents: await intentsFor(parts, tenant), now, previous, ...feelings })
    const feeling = (await encoder?.weigh(fast.feeling, text, fast.language.language)) ?? fast.feeling
    return feeling === fast.feeling ? fast : weighed(fast, feeling, known)
  }

const weighed = (fast: MessageVerdict, feeling: Feeling, before: readonly Feeling[]): MessageVerdict => ({
  ...fast,
  feeling,
  trajectory: trajectory([...before, feeling]),
})
