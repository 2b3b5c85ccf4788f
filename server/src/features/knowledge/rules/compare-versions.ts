// What changed between two versions of an entry, word by word: for people who review, so short rather than minimal.
import type { KnowledgeEntry } from './next-version.ts'

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}
export interface FieldChange {
  readonly field: string
  readonly pieces: Piece[]
}

/** A Han character, a run of letters and digits, a run of blanks, or one mark. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|./gsu
const SENTENCE = /[^\n。！？!?]*[\n。！？!?]|[^\n。！？!?]+/gu
/** Cells of the comparison table: one byte each, a few milliseconds. */
const MOST_CELLS = 4_000_000

/** Longest common run of words; of two equally long ones that which keeps removals before additions. */
const align = (from: readonly string[], to: readonly string[]): Piece[] => {
  const width = to.length + 1
  const lengths = new Uint16Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        from[i] === to[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      pieces.push({ kind: 'same', text: from[i]! })
      i++
      j++
    } else if (i < from.length && (j === to.length || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!))
      pieces.push({ kind: 'removed', text: from[i++]! })
    else pieces.push({ kind: 'added', text: to[j++]! })
  }
  return pieces
}

const joined = (pieces: readonly Piece[]): Piece[] => {
  const out: { kind: Piece['kind']; text: string }[] = []
  for (const { kind, text } of pieces) {
    if (text === '') continue
    const last = out.at(-1)
    if (last?.kind === kind) last.text += text
    else out.push({ kind, text })
  }
  return out
}

const sharedAtStart = (from: readonly string[], to: readonly string[]): number => {
  let n = 0
  while (n < from.length && n < to.length && from[n] === to[n]) n++
  return n
}

/** Joined again, `same` and `removed` give the old text, `same` and `added` the new one. */
export const compareTexts = (from: string, to: string, unit: RegExp = WORD): Piece[] => {
  const old = from.match(unit) ?? []
  const next = to.match(unit) ?? []
  const head = sharedAtStart(old, next)
  const tail = sharedAtStart(old.slice(head).reverse(), next.slice(head).reverse())
  const [a, b] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)]
  const tooMuch = (a.length + 1) * (b.length + 1) > MOST_CELLS
  const [x, y] = [a.join(''), b.join('')]
  const whole: Piece[] = [
    { kind: 'removed', text: x },
    { kind: 'added', text: y },
  ]
  const middle = tooMuch ? (unit === WORD ? compareTexts(x, y, SENTENCE) : whole) : align(a, b)
  const same = (words: readonly string[]): Piece => ({ kind: 'same', text: words.join('') })
  return joined([same(old.slice(0, head)), ...middle, same(old.slice(old.length - tail))])
}

const shown = (value: unknown): string => {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join('\n')
    : JSON.stringify(value, null, 1)
}

const FIELDS = [
  'title',
  'questions',
  'answer',
  'topic',
  'locale',
  'kind',
  'channels',
  'audience',
  'validFrom',
  'validTo',
  'ownerId',
  'review',
  'steps',
  'media',
  'status',
] as const

export const compareVersions = (from: KnowledgeEntry, to: KnowledgeEntry): FieldChange[] =>
  FIELDS.flatMap((field) => {
    const [old, next] = [shown(from[field]), shown(to[field])]
    return old === next ? [] : [{ field, pieces: compareTexts(old, next) }]
  })
