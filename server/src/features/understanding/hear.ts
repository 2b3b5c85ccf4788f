// Hearing a message: the workspace's intents, and everything else that is the same for all.
import type { Message, Uuid } from '@ballast/contract'
import { type MessageVerdict, verdictOf } from '@ballast/understanding/verdict'
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

export const hearWith =
  (parts: Ground): Hear =>
  async ({ tenant, text, before, now }) => {
    const own = before.filter(({ author }) => author === 'customer')
    const feelings = own.map(({ verdict }) => verdict && feltBefore(verdict))
    const known = feelings.filter((one) => one !== undefined)
    return verdictOf(text, {
      intents: await intentsFor(parts, tenant),
      now,
      previous: own.map((one) => one.text),
      // Some were stored by an older version: then all are read again.
      ...(known.length === feelings.length ? { feelings: known } : {}),
    })
  }
