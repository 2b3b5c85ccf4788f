// JSON lines, one at a time; what is wrong is said with the line it stands on.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** For whoever runs the command: a message that names file and line, no stack. */
export class InputError extends Error {}

export interface Line {
  /** `file.jsonl, line 3`, for messages. */
  readonly at: string
  readonly value: unknown
}

/** Empty lines are passed over. Not JSON: InputError. */
export async function* jsonLines(source: NodeJS.ReadableStream, name: string): AsyncGenerator<Line> {
  let number = 0
  for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const line = number === 1 ? text.replace(/^\ufeff/, '') : text
    if (line.trim() === '') continue
    const at = `${name}, line ${number}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new InputError(`${at}: not JSON`)
    }
    yield { at, value }
  }
}

/** Every row of a file as `shape` reads it, but those whose field has a value. No such file, or no row: InputError. */
export const readRows = async <Row>(
  file: string,
  shape: (line: Line) => Row,
  without?: readonly [field: string, value: string],
): Promise<Row[]> => {
  const stream = createReadStream(file, 'utf8')
  const rows: Row[] = []
  try {
    for await (const line of jsonLines(stream, file)) {
      const row = shape(line)
      if (!without || (line.value as Record<string, unknown>)[without[0]] !== without[1]) rows.push(row)
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
  if (rows.length === 0) throw new InputError(`${file}: no rows`)
  return rows
}

const objectOf = ({ at, value }: Line): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(`${at}: not an object`)
  return value as Record<string, unknown>
}

/** A field that must be a text; `empty` may be forbidden. */
const textOf = (line: Line, field: string): string => {
  const found = objectOf(line)[field]
  if (typeof found !== 'string') throw new InputError(`${line.at}: "${field}" must be a text`)
  return found
}

const textsOf = (line: Line, field: string): string[] => {
  const found = objectOf(line)[field]
  if (!Array.isArray(found) || !found.every((one) => typeof one === 'string'))
    throw new InputError(`${line.at}: "${field}" must be a list of texts`)
  return found
}

const has = (line: Line, field: string): boolean => objectOf(line)[field] !== undefined

/** `{"text", "previous"?, "now"?}`; `now` in epoch milliseconds. */
export const messageOf = (line: Line): { text: string; previous: string[]; now: number | undefined } => {
  const now = objectOf(line).now
  if (now !== undefined && (typeof now !== 'number' || !Number.isFinite(now)))
    throw new InputError(`${line.at}: "now" must be a number of milliseconds`)
  return { text: textOf(line, 'text'), previous: has(line, 'previous') ? textsOf(line, 'previous') : [], now }
}

/** `{"text", "label"}`; a label is never empty. */
export const labelledOf = (line: Line): { text: string; label: string } => {
  const label = textOf(line, 'label')
  if (label === '') throw new InputError(`${line.at}: "label" is empty`)
  return { text: textOf(line, 'text'), label }
}

const TAG = /^(?:O|[BI]-\S+)$/

/** `{"chars", "tags"}`, as many of one as of the other; tags `O`, `B-x`, `I-x`. */
export const taggedOf = (line: Line): { chars: string[]; tags: string[] } => {
  const chars = textsOf(line, 'chars')
  const tags = textsOf(line, 'tags')
  if (chars.length !== tags.length)
    throw new InputError(`${line.at}: ${chars.length} "chars" but ${tags.length} "tags"`)
  const odd = tags.find((tag) => !TAG.test(tag))
  if (odd !== undefined) throw new InputError(`${line.at}: "${odd}" is no tag; O, B-… or I-… is`)
  return { chars, tags }
}

/** `{"text", "spans": [[start, end, type]]}`, UTF-16, end exclusive, inside the text. */
export const spannedOf = (line: Line): { text: string; spans: [number, number, string][] } => {
  const text = textOf(line, 'text')
  const found = objectOf(line).spans
  if (!Array.isArray(found)) throw new InputError(`${line.at}: "spans" must be a list of [start, end, type]`)
  const spans = found.map((span: unknown): [number, number, string] => {
    const [start, end, type] = Array.isArray(span) ? (span as unknown[]) : []
    const placed = Number.isInteger(start) && Number.isInteger(end) && typeof type === 'string'
    if (!placed || (start as number) < 0 || (start as number) >= (end as number) || (end as number) > text.length)
      throw new InputError(`${line.at}: ${JSON.stringify(span)} is no [start, end, type] inside the text`)
    return [start as number, end as number, type as string]
  })
  return { text, spans }
}
