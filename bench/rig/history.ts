// What was promised against what is stored: pure checks of conversations after faults.

/** One message as a device got it in a resume. */
export interface Seen {
  readonly id: string
  readonly seq: number
  readonly by: 'customer' | 'bot' | 'agent' | 'system'
  readonly inReplyTo?: string
}
export interface Sent {
  readonly id: string
  /** Where the acknowledgement said it stands; undefined: never acknowledged. */
  readonly seq: number | undefined
}
export interface Findings {
  /** Acknowledged and not there, or sequence numbers with a hole. */
  readonly lost: number
  /** An id or a sequence number twice, or two replies of the bot to one message. */
  readonly doubled: number
  /** Another order than the acknowledged one, than the order of sending, or than on the second device. */
  readonly reordered: number
}

const surplus = (values: readonly unknown[]): number => values.length - new Set(values).size

/** Neighbours that stand the wrong way round. */
const inversions = (values: readonly number[]): number =>
  values.filter((value, index) => index > 0 && value < values[index - 1]!).length

/** `sent` in the order of sending; `first` and `second`: two devices that resumed from 0. */
export const inspect = (sent: readonly Sent[], first: readonly Seen[], second: readonly Seen[]): Findings => {
  const placeOf = new Map(first.map(({ id, seq }) => [id, seq]))
  const acked = sent.filter((one) => one.seq !== undefined)
  const missing = acked.filter(({ id }) => !placeOf.has(id)).length
  const last = Math.max(0, ...first.map(({ seq }) => seq))
  const holes = last - new Set(first.map(({ seq }) => seq)).size
  const replies = first.filter(({ by, inReplyTo }) => by === 'bot' && inReplyTo !== undefined)
  const moved = acked.filter(({ id, seq }) => placeOf.has(id) && placeOf.get(id) !== seq).length
  const places = sent.flatMap(({ id }) => placeOf.get(id) ?? [])
  const unlike = first.filter(({ id, seq }, index) => second[index]?.id !== id || second[index]?.seq !== seq).length
  return {
    lost: missing + holes,
    doubled:
      surplus(first.map(({ id }) => id)) +
      surplus(first.map(({ seq }) => seq)) +
      surplus(replies.map(({ inReplyTo }) => inReplyTo)),
    reordered:
      moved +
      inversions(places) +
      inversions(first.map(({ seq }) => seq)) +
      unlike +
      Math.abs(first.length - second.length),
  }
}

export const addFindings = (all: readonly Findings[]): Findings =>
  all.reduce<Findings>(
    (sum, one) => ({
      lost: sum.lost + one.lost,
      doubled: sum.doubled + one.doubled,
      reordered: sum.reordered + one.reordered,
    }),
    { lost: 0, doubled: 0, reordered: 0 },
  )
