// Ids of change sets made from what a client sent: the same author and client id always give the same change set.
import { problem, type Uuid } from '@ballast/contract'
import type { ConversationParts } from './parts.ts'

/** Keyed, so that nobody can guess the id of another one's message and block it. */
export const changeIdOf = (parts: Pick<ConversationParts, 'secrets'>, ...words: string[]): Uuid => {
  const hex = parts.secrets.hmac('change-set', words.join(':')).toString('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The same for rows of their own: always the same id for these words, in its place in time (`at`: epoch ms). */
export const timedIdOf = (parts: Pick<ConversationParts, 'secrets'>, at: number, ...words: string[]): Uuid => {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${changeIdOf(parts, ...words).slice(15)}`
}

/** A message id that another change set has taken is a refusal, not a fault of ours. */
export const onReusedId = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: unknown }).code === '23505') throw problem('message.id-reused', { cause: error })
    throw error
  }
}
