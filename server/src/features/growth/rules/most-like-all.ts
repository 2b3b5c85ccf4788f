// Of sentences that ask the same, the one most like all others: it gives them their name. Pure.
import { createNeighbours, type Sentence } from '@ballast/understanding/similar'

export interface Said {
  readonly id: string
  readonly sentence: Sentence
  /** How often it was said in nearly these words. */
  readonly times: number
}
/** So many are compared at most. */
const COMPARED = 60

export const mostLikeAll = (all: readonly Said[]): string | undefined => {
  const step = Math.max(1, Math.ceil(all.length / COMPARED))
  const some = all.filter((_, at) => at % step === 0)
  const times = new Map(some.map((one) => [one.id, one.times]))
  const among = createNeighbours()
  for (const { id, sentence } of some) among.add(id, sentence)
  return some
    .map(({ id, sentence }) => {
      const alike = among.search(sentence, some.length)
      return { id, sum: alike.reduce((sum, other) => sum + other.score * times.get(other.id)!, 0) }
    })
    .sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))[0]?.id
}
