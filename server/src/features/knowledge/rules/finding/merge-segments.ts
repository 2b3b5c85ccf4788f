// Several segments made one, without what was taken out, in small steps: texts are not read again.
import { lengthOfBounds } from './audience.ts'
import { fillTable } from './hashes.ts'
import { type Lists, mergeLists, NONE, type Source, trimmed } from './lists.ts'
import { documentIn, type Segment } from './segment.ts'

export interface Part {
  readonly segment: Segment
  /** 1 for a document taken out. Read once, at the beginning. */
  readonly dead: Uint8Array
}

/** A part and the new number of each of its documents; NONE for one taken out. */
interface Moved {
  readonly segment: Segment
  readonly numbers: Uint32Array
}
type Steps<T> = Generator<undefined, T>

/** Documents looked at between two yields. */
const STRETCH = 256

function* number(parts: readonly Part[]): Steps<{ readonly moved: Moved[]; readonly documents: number }> {
  let documents = 0
  const moved: Moved[] = []
  for (const { segment, dead } of parts) {
    const numbers = new Uint32Array(dead.length)
    for (let document = 0; document < dead.length; document++)
      numbers[document] = dead[document] === 1 ? NONE : documents++
    moved.push({ segment, numbers })
    yield
  }
  return { moved, documents }
}

function* living(moved: readonly Moved[]): Generator<{ from: Segment; old: number; document: number; which: number }> {
  for (const [which, { segment, numbers }] of moved.entries())
    for (let old = 0; old < numbers.length; old++)
      if (numbers[old] !== NONE) yield { from: segment, old, document: numbers[old]!, which }
}

const byDocument = (moved: readonly Moved[], lists: (segment: Segment) => Lists): Source[] =>
  moved.map(({ segment, numbers }) => ({
    lists: lists(segment),
    valueFor: (value) => {
      const document = numbers[documentIn(value)]!
      return document === NONE ? NONE : document * 1024 + (value & 1023)
    },
  }))

/** Of each new key, what its old one had. */
const carry = (
  length: number,
  from: readonly { readonly places: Uint32Array; readonly values: Uint8Array }[],
): Uint8Array => {
  const carried = new Uint8Array(length)
  for (const { places, values } of from)
    for (let i = 0; i < places.length; i++) if (places[i] !== NONE) carried[places[i]!] = values[i]!
  return carried
}

/** One run of numbers per question, renumbered by `places`. */
interface Runs {
  readonly from: (segment: Segment) => Uint32Array
  readonly values: (segment: Segment) => Uint32Array | Uint16Array
  readonly places: readonly Uint32Array[]
}

function* mergeRuns<T extends Uint32Array | Uint16Array>(
  moved: readonly Moved[],
  { from, values, places }: Runs,
  { starts, into, strengths }: { starts: Uint32Array; into: T; strengths?: Uint8Array },
): Steps<void> {
  let question = 0
  let end = 0
  for (const { from: segment, old, document, which } of living(moved)) {
    for (let q = segment.questionsFrom[old]!; q < segment.questionsFrom[old + 1]!; q++) {
      for (let i = from(segment)[q]!; i < from(segment)[q + 1]!; i++) {
        into[end] = places[which]![values(segment)[i]!]!
        if (strengths) strengths[end] = segment.strengths[i]!
        end++
      }
      starts[++question] = end
    }
    if (document % STRETCH === 0) yield
  }
}

/** How much room the living need. */
function* measure(moved: readonly Moved[], documents: number) {
  const questionsFrom = new Uint32Array(documents + 1)
  let grams = 0
  let vectors = 0
  let texts = 0
  for (const { from, old, document } of living(moved)) {
    const first = from.questionsFrom[old]!
    const last = from.questionsFrom[old + 1]!
    questionsFrom[document + 1] = questionsFrom[document]! + last - first
    grams += from.gramsFrom[last]! - from.gramsFrom[first]!
    vectors += from.vectorsFrom[last]! - from.vectorsFrom[first]!
    texts += from.textsFrom[old * 3 + 3]! - from.textsFrom[old * 3]!
    if (document % STRETCH === 0) yield
  }
  return { questionsFrom, grams, vectors, texts }
}

function* mergeQuestions(
  moved: readonly Moved[],
  places: { readonly terms: readonly Uint32Array[]; readonly dimensions: readonly Uint32Array[] },
  room: { readonly questionsFrom: Uint32Array; readonly grams: number; readonly vectors: number },
) {
  const { questionsFrom } = room
  const questions = questionsFrom.at(-1)!
  const gramsFrom = new Uint32Array(questions + 1)
  const grams = new Uint32Array(room.grams)
  const ofGrams = { from: (s: Segment) => s.gramsFrom, values: (s: Segment) => s.grams, places: places.terms }
  yield* mergeRuns(moved, ofGrams, { starts: gramsFrom, into: grams })
  const vectorsFrom = new Uint32Array(questions + 1)
  const vectors = new Uint16Array(room.vectors)
  const strengths = new Uint8Array(room.vectors)
  const ofVectors = {
    from: (s: Segment) => s.vectorsFrom,
    values: (s: Segment) => s.vectors,
    places: places.dimensions,
  }
  yield* mergeRuns(moved, ofVectors, { starts: vectorsFrom, into: vectors, strengths })
  return { questionsFrom, gramsFrom, grams, vectorsFrom, vectors, strengths }
}

/** Bounds of the living, each record once a part. */
function* mergeBounds(moved: readonly Moved[], documents: number): Steps<Pick<Segment, 'bounds' | 'pool'>> {
  const bounds = new Uint32Array(documents)
  const pool = [0]
  const known = moved.map(() => new Map<number, number>([[0, 0]]))
  for (const { from, old, document, which } of living(moved)) {
    const before = from.bounds[old]!
    let at = known[which]!.get(before)
    if (at === undefined) {
      at = pool.length
      pool.push(...from.pool.subarray(before, before + lengthOfBounds(from.pool, before)))
      known[which]!.set(before, at)
    }
    bounds[document] = at
    if (document % STRETCH === 0) yield
  }
  return { bounds, pool: Uint32Array.from(pool) }
}

function* mergeDocuments(moved: readonly Moved[], documents: number, textBytes: number) {
  const ids = new Uint32Array(documents * 4)
  const versions = new Uint32Array(documents)
  const lengths = new Uint16Array(documents)
  const validFrom = new Float64Array(documents)
  const validTo = new Float64Array(documents)
  const textsFrom = new Uint32Array(documents * 3 + 1)
  const texts = new Uint8Array(textBytes)
  let totalLength = 0
  for (const { from, old, document } of living(moved)) {
    for (let i = 0; i < 4; i++) ids[document * 4 + i] = from.ids[old * 4 + i]!
    versions[document] = from.versions[old]!
    lengths[document] = from.lengths[old]!
    totalLength += lengths[document]!
    validFrom[document] = from.validFrom[old]!
    validTo[document] = from.validTo[old]!
    const first = from.textsFrom[old * 3]!
    const at = textsFrom[document * 3]!
    for (let i = 1; i <= 3; i++) textsFrom[document * 3 + i] = at + from.textsFrom[old * 3 + i]! - first
    texts.set(from.texts.subarray(first, from.textsFrom[old * 3 + 3]!), at)
    if (document % STRETCH === 0) yield
  }
  return { ids, versions, lengths, totalLength, validFrom, validTo, textsFrom, texts }
}

/** Yields about every third of a millisecond. What is taken out meanwhile must be taken out of the result again. */
export function* mergeSegments(parts: readonly Part[]): Steps<Segment> {
  const { moved, documents } = yield* number(parts)
  const terms = yield* mergeLists(byDocument(moved, ({ terms }) => terms))
  const dimensions = yield* mergeLists(byDocument(moved, ({ dimensions }) => dimensions))
  const length = terms.lists.keys.length
  const carried = (values: (segment: Segment) => Uint8Array) =>
    carry(
      length,
      terms.places.map((places, i) => ({ places, values: values(moved[i]!.segment) })),
    )
  const shares = carried(({ shares }) => shares)
  const letters = carried(({ letters }) => letters)
  yield
  const pieces = yield* mergeLists(
    moved.map(({ segment }, i) => ({ lists: segment.pieces, valueFor: (value) => terms.places[i]![value]! })),
  )
  const inOrder = yield* sorted(pieces.lists)
  const room = yield* measure(moved, documents)
  const questions = yield* mergeQuestions(moved, { terms: terms.places, dimensions: dimensions.places }, room)
  const columns = yield* mergeDocuments(moved, documents, room.texts)
  const bounds = yield* mergeBounds(moved, documents)
  yield
  const table = yield* fillTable(columns.ids)
  return {
    documents,
    terms: terms.lists,
    shares,
    letters,
    pieces: inOrder,
    dimensions: dimensions.lists,
    ...questions,
    ...columns,
    ...bounds,
    table,
  }
}

/** A word known to several parts is named once a piece. */
function* sorted({ keys, from, values }: Lists): Steps<Lists> {
  const starts = new Uint32Array(from.length)
  let end = 0
  for (let key = 0; key < keys.length; key++) {
    const list = values.subarray(from[key]!, from[key + 1]!).sort()
    for (let i = 0; i < list.length; i++) if (i === 0 || list[i] !== list[i - 1]) values[end++] = list[i]!
    starts[key + 1] = end
    if (key % STRETCH === 0) yield
  }
  return { keys, from: starts, values: yield* trimmed(values, end) }
}
