// Rows of tagged characters and their spans: `B-x I-x` begins and continues a span of type x, `O` is outside.
export interface TagRow {
  readonly chars: readonly string[]
  readonly tags: readonly string[]
}

/** Token indexes, end exclusive. */
export interface TagSpan {
  readonly start: number
  readonly end: number
  readonly type: string
}

/** The type of everything outside a span, one token each. */
export const OUTSIDE = 'O'

const typeOf = (tag: string): string => (tag === OUTSIDE ? OUTSIDE : tag.slice(2))

/** Every token is in exactly one segment; tokens tagged `O` are segments of one token and type `O`. */
export const segmentsOf = (tags: readonly string[]): TagSpan[] => {
  const segments: TagSpan[] = []
  let start = 0
  for (let at = 1; at <= tags.length; at++) {
    const tag = tags[at]
    const type = typeOf(tags[start]!)
    if (tag?.startsWith('I-') && type !== OUTSIDE && typeOf(tag) === type) continue
    segments.push({ start, end: at, type })
    start = at
  }
  return segments
}

export const spansOf = (tags: readonly string[]): TagSpan[] =>
  tags.length === 0 ? [] : segmentsOf(tags).filter(({ type }) => type !== OUTSIDE)

export const tagsOf = (segments: readonly TagSpan[]): string[] =>
  segments.flatMap(({ start, end, type }) =>
    Array.from({ length: end - start }, (_, at) => (type === OUTSIDE ? OUTSIDE : `${at === 0 ? 'B' : 'I'}-${type}`)),
  )
