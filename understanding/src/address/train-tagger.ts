// Trains a tagger of spans: a semi-Markov conditional random field by AdaGrad, with feature dropout and averaged passes.
import { type FeatureIndex, featureIndex, frequent } from './feature-index.ts'
import { type Likelihood, likelihood } from './lattice.ts'
import { lexiconFrom, ownSpans } from './segment-features.ts'
import { latticeOf, ROLES, rawFeatures, type SegmentModel, type Touched, touchedBy } from './segment-model.ts'
import { segmentsOf, type TagRow, type TagSpan } from './tag-rows.ts'
import { type Tagger, taggerOf } from './tagger.ts'
import { type Seen, seen } from './token-features.ts'

export interface TrainOptions {
  /** Passes over the rows. */
  readonly passes?: number
  readonly rate?: number
  readonly l2?: number
  /** Share of features left out of each step, 0 to 1. */
  readonly dropout?: number
  /** Features seen less often are not learned. */
  readonly atLeast?: number
  /** Tokens of the longest span learned or found. */
  readonly longest?: number
  /** Groups of types; what follows may depend on whether one of a group came before. At most three. */
  readonly remember?: readonly (readonly string[])[]
  readonly seed?: number
}

type Settings = Required<TrainOptions>
const DEFAULTS: Settings = {
  passes: 4,
  rate: 0.05,
  l2: 0.003,
  dropout: 0.4,
  atLeast: 2,
  longest: 10,
  remember: [],
  seed: 7,
}
/** Differences of probability too small to learn from. */
const SLIGHT = 0.004

/** mulberry32 */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Example {
  readonly touched: Touched
  readonly gold: readonly TagSpan[]
}
interface Course {
  readonly model: SegmentModel
  readonly settings: Settings
  readonly typeIds: ReadonlyMap<string, number>
  /** Sums of squared gradients, beside each weight. */
  readonly squares: { readonly token: Float32Array; readonly segment: Float32Array; readonly moves: Float64Array }
  readonly random: () => number
}

const emptyModel = (rows: readonly TagRow[], views: readonly Seen[], settings: Settings): SegmentModel => {
  const types = [...new Set(rows.flatMap((row) => segmentsOf(row.tags).map(({ type }) => type)))].sort()
  const typeIds = new Map(types.map((type, id) => [type, id]))
  const lexicon = lexiconFrom(views, rows, typeIds)
  const raw = (at: number) =>
    rawFeatures(views[at]!, rows[at]!.chars.length, settings.longest, lexicon, ownSpans(views[at]!, rows[at]!, typeIds))
  function* tokens() {
    for (let at = 0; at < rows.length; at++) yield* raw(at).token
  }
  function* segments() {
    for (let at = 0; at < rows.length; at++) {
      const { segment } = raw(at)
      for (const { start, end } of segmentsOf(rows[at]!.tags))
        if (end - start <= settings.longest) yield segment[start * settings.longest + end - start - 1]!
    }
  }
  const tokenIndex: FeatureIndex = featureIndex(frequent(tokens(), settings.atLeast))
  const segmentIndex: FeatureIndex = featureIndex(frequent(segments(), settings.atLeast))
  const groups = settings.remember.slice(0, 3)
  const bits = (type: string) => groups.reduce((mark, group, bit) => mark | (group.includes(type) ? 1 << bit : 0), 0)
  return {
    types,
    longest: settings.longest,
    lexicon,
    tokenIndex,
    segmentIndex,
    tokenWeights: new Float32Array(tokenIndex.size * ROLES * types.length),
    segmentWeights: new Float32Array(segmentIndex.size * types.length),
    memories: 1 << groups.length,
    marks: Uint8Array.from(types, bits),
    moves: new Float64Array((1 << groups.length) * (types.length + 1) * types.length),
  }
}

const thinned = (touched: Touched, dropout: number, random: () => number): Touched => {
  if (dropout === 0) return touched
  const keep = (rows: Int32Array): Int32Array => rows.filter(() => random() >= dropout)
  return { length: touched.length, token: touched.token.map(keep), segment: touched.segment.map(keep) }
}

/** Turns likelihoods into gradients: what the model expects less what is so. */
const lessGold = ({ model, typeIds }: Course, gold: readonly TagSpan[], likely: Likelihood): void => {
  const types = model.types.length
  let before = types
  let memory = 0
  for (const { start, end, type } of gold) {
    const id = typeIds.get(type)!
    likely.segments[(start * model.longest + end - start - 1) * types + id]! -= 1
    likely.moves[(memory * (types + 1) + before) * types + id]! -= 1
    memory |= model.marks[id]!
    before = id
  }
}

interface Learned {
  readonly weights: Float32Array
  readonly squares: Float32Array
}
const nudge = ({ settings }: Course, { weights, squares }: Learned, at: number, slope: number): void => {
  const gradient = slope + settings.l2 * weights[at]!
  squares[at]! += gradient * gradient
  weights[at]! -= (settings.rate * gradient) / Math.sqrt(squares[at]!)
}

/** Learns the segments' own features and hands each slope down to the tokens inside. */
const learnSegments = (course: Course, touched: Touched, slopes: Float64Array, roles: Float64Array): void => {
  const { model, squares } = course
  const types = model.types.length
  const wide = ROLES * types
  const learned = { weights: model.segmentWeights, squares: squares.segment }
  for (let start = 0; start < touched.length; start++)
    for (let span = 1; span <= model.longest && start + span <= touched.length; span++) {
      const cell = start * model.longest + span - 1
      const last = start + span - 1
      for (let type = 0; type < types; type++) {
        const slope = slopes[cell * types + type]!
        if (slope < SLIGHT && slope > -SLIGHT) continue
        roles[start * wide + type]! += slope
        roles[last * wide + 2 * types + type]! += slope
        for (let at = start + 1; at <= last; at++) roles[at * wide + types + type]! += slope
        for (const row of touched.segment[cell]!) nudge(course, learned, row * types + type, slope)
      }
    }
}

const learnTokens = (course: Course, touched: Touched, roles: Float64Array): void => {
  const wide = ROLES * course.model.types.length
  const learned = { weights: course.model.tokenWeights, squares: course.squares.token }
  for (let at = 0; at < touched.length; at++)
    for (let role = 0; role < wide; role++) {
      const slope = roles[at * wide + role]!
      if (slope < SLIGHT && slope > -SLIGHT) continue
      for (const row of touched.token[at]!) nudge(course, learned, row * wide + role, slope)
    }
}

const learn = (course: Course, example: Example): void => {
  const { model, settings, squares, random } = course
  const touched = thinned(example.touched, settings.dropout, random)
  const likely = likelihood(latticeOf(model, touched))
  lessGold(course, example.gold, likely)
  const roles = new Float64Array(touched.length * ROLES * model.types.length)
  learnSegments(course, touched, likely.segments, roles)
  learnTokens(course, touched, roles)
  likely.moves.forEach((slope, at) => {
    if (Math.abs(slope) < 1e-4) return
    squares.moves[at]! += slope * slope
    model.moves[at]! -= (settings.rate * slope) / Math.sqrt(squares.moves[at]!)
  })
}

const shuffle = <T>(items: T[], random: () => number): void => {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = items[at]!
    items[at] = items[other]!
    items[other] = held
  }
}

/** The mean of the weights after each pass but the first holds less of the last rows seen. */
const runPasses = (course: Course, examples: Example[]): void => {
  const { model, settings } = course
  const kept = [model.tokenWeights, model.segmentWeights, model.moves]
  const sums = kept.map((weights) => new Float64Array(settings.passes > 2 ? weights.length : 0))
  for (let pass = 0; pass < settings.passes; pass++) {
    shuffle(examples, course.random)
    for (const example of examples) learn(course, example)
    if (pass > 0 && settings.passes > 2)
      for (let k = 0; k < kept.length; k++) for (let at = 0; at < kept[k]!.length; at++) sums[k]![at]! += kept[k]![at]!
  }
  if (settings.passes <= 2) return
  for (let k = 0; k < kept.length; k++)
    for (let at = 0; at < kept[k]!.length; at++) kept[k]![at] = sums[k]![at]! / (settings.passes - 1)
}

/** Rows whose tags and tokens differ in number are an error. The same rows and options give the same tagger. */
export const trainTagger = (rows: readonly TagRow[], options: TrainOptions = {}): Tagger => {
  const settings: Settings = { ...DEFAULTS, ...options }
  rows.forEach(({ chars, tags }, at) => {
    if (chars.length !== tags.length) throw new Error(`row ${at + 1}: ${chars.length} tokens but ${tags.length} tags`)
  })
  const kept = rows.filter(({ chars }) => chars.length > 0)
  if (kept.length === 0) throw new Error('a tagger needs at least one row with a token')
  const views = kept.map(({ chars }) => seen(chars))
  const model = emptyModel(kept, views, settings)
  const typeIds = new Map(model.types.map((type, id) => [type, id]))
  const squares = {
    token: new Float32Array(model.tokenWeights.length).fill(0.1),
    segment: new Float32Array(model.segmentWeights.length).fill(0.1),
    moves: new Float64Array(model.moves.length).fill(0.1),
  }
  const course: Course = { model, settings, typeIds, squares, random: randomFrom(settings.seed) }
  const examples = kept.flatMap((row, at): Example[] => {
    const gold = segmentsOf(row.tags)
    if (gold.some(({ start, end }) => end - start > settings.longest)) return []
    const own = ownSpans(views[at]!, row, typeIds)
    const raw = rawFeatures(views[at]!, row.chars.length, settings.longest, model.lexicon, own)
    return [{ touched: touchedBy(model, raw), gold }]
  })
  runPasses(course, examples)
  return taggerOf(model)
}
