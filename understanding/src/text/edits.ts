// A text on its way to being normal: what it reads now and where each of its units came from.

export interface Draft {
  readonly text: string
  /** Offset in the raw text of each unit, and of the end; null while nothing has moved. */
  readonly from: Int32Array | null
}
export interface Edit {
  readonly start: number
  readonly end: number
  readonly put: string
}

/** `edits` in order, not overlapping. A replacement's units point at the units they stand for, the rest at the last. */
export const applyEdits = (draft: Draft, edits: readonly Edit[]): Draft => {
  if (edits.length === 0) return draft
  const origin = (index: number) => (draft.from ? draft.from[index]! : index)
  const from: number[] = []
  let text = ''
  let copied = 0
  const copyTo = (end: number) => {
    for (let i = copied; i < end; i++) from.push(origin(i))
    text += draft.text.slice(copied, end)
  }
  for (const { start, end, put } of edits) {
    copyTo(start)
    for (let k = 0; k < put.length; k++) from.push(origin(Math.min(start + k, Math.max(start, end - 1))))
    text += put
    copied = end
  }
  copyTo(draft.text.length)
  from.push(origin(draft.text.length))
  return { text, from: Int32Array.from(from) }
}

/** An edit for each match that `put` answers; null leaves the match alone. */
export const editsFor = (text: string, pattern: RegExp, put: (match: RegExpExecArray) => string | null): Edit[] => {
  const edits: Edit[] = []
  for (const match of text.matchAll(pattern)) {
    const to = put(match)
    if (to !== null && to !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, put: to })
  }
  return edits
}
