// The middle of a cluster: what its members have in common, as one sentence that others can be compared with.
import type { Sentence } from '@ballast/understanding/similar'

export interface Middle {
  /** Sum of the weights of its members, dimension by dimension. */
  readonly sums: Map<number, number>
  members: number
  /** Members when it was last made a sentence. */
  told: number
}
export const emptyMiddle = (): Middle => ({ sums: new Map(), members: 0, told: 0 })

/** A middle of many hardly moves with one more: its sentence is made anew when an eighth has come or gone. */
export const isStale = ({ members, told }: Middle): boolean => Math.abs(members - told) * 8 >= members

/** `by`: 1 adds a member, -1 takes it out. */
export const shift = (middle: Middle, { dimensions, weights }: Sentence, by: 1 | -1): void => {
  middle.members += by
  for (let i = 0; i < dimensions.length; i++) {
    const sum = (middle.sums.get(dimensions[i]!) ?? 0) + by * weights[i]!
    if (sum <= 0) middle.sums.delete(dimensions[i]!)
    else middle.sums.set(dimensions[i]!, sum)
  }
}

/** Dimensions kept of a middle: those many members share. */
const MOST = 60
const HEAVIEST = 255

export const sentenceOfMiddle = (middle: Middle): Sentence => {
  const { sums } = middle
  middle.told = middle.members
  const kept = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST)
  const scale = HEAVIEST / Math.max(1, kept[0]?.[1] ?? 1)
  const ordered = kept.sort((a, b) => a[0] - b[0])
  return {
    dimensions: Uint16Array.from(ordered, ([dimension]) => dimension),
    weights: Uint8Array.from(ordered, ([, sum]) => Math.max(1, Math.round(sum * scale))),
  }
}
