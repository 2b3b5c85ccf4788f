// A shop's intents: names the intent of a message, or says that none fits; never changes, so a swap is one reference.
import { ByteReader, ContentHash, contentHash, finish } from '../learn/bytes.ts'
import { type Ranked, rankedOf } from '../learn/classifier.ts'
import { explained, type WordWeight } from '../learn/explain.ts'
import { emptyRow } from '../learn/vocabulary.ts'
import { clausesOf } from './clauses.ts'
import type { IntentParts } from './parts.ts'
import { readParts, writeParts } from './parts-bytes.ts'
import { inScope } from './scope.ts'
import { newReading, type Reading, read } from './signals.ts'

export interface Intent {
  /** The intent, or the out-of-scope label. */
  readonly label: string
  /** 0..1, calibrated, that `label` is right among the known intents; for out of scope, that it is none of them. */
  readonly probability: number
  /** 0..1 that the message is one of the known intents at all. */
  readonly inScope: number
  readonly outOfScope: boolean
  /** The best known intents, five at most, whether or not they were accepted. */
  readonly ranked: readonly Ranked[]
}
export interface ClauseIntent extends Intent {
  /** Where it was asked: UTF-16 offsets into the message. */
  readonly start: number
  readonly end: number
}

/** As good as word for word one of the examples. */
const SAME = 0.97
/** A clause speaks for itself from this probability on. */
const SURE = 0.6

export class IntentModel {
  readonly parts: IntentParts
  readonly labels: readonly string[]
  private readonly reading: Reading
  private bytes: Uint8Array | undefined
  private hash: string | undefined

  /** `from`: what the parts were read from, so that a model read keeps its version without being written again. */
  constructor(parts: IntentParts, from?: { readonly bytes: Uint8Array; readonly hash: string }) {
    this.parts = parts
    this.bytes = from?.bytes
    this.hash = from?.hash
    this.labels = parts.labels
    this.reading = newReading(emptyRow(), parts.machine)
  }

  /** Name of the version: a hash of everything the model is. */
  get version(): string {
    this.hash ??= contentHash(this.toBytes())
    return this.hash
  }

  /** Scores, probabilities and signals of a message; overwritten by the next call. */
  readingOf(text: string): Reading {
    this.parts.vocabulary.read(text, this.reading.row)
    return read(this.parts.machine, this.reading, this.parts.vocabulary.known)
  }

  classify(text: string): Intent {
    const { labels, oosLabel, scope, bar } = this.parts
    if (!labels.length) return { label: oosLabel, probability: 1, inScope: 0, outOfScope: true, ranked: [] }
    const reading = this.readingOf(text)
    const ranked = rankedOf(labels, reading.soft)
    let sure = reading.row.length ? inScope(scope, reading.signals) : 0
    // What was taught word for word is settled, on either side.
    if (reading.nearestRefused >= SAME && reading.nearestRefused > reading.nearest) sure = 0
    else if (reading.nearest >= SAME) sure = Math.max(sure, (1 + bar) / 2)
    const outOfScope = sure < bar
    const probability = outOfScope ? 1 - sure : ranked[0]!.probability
    return { label: outOfScope ? oosLabel : ranked[0]!.label, probability, inScope: sure, outOfScope, ranked }
  }

  /** Every wish of a message in order. One, unless at least two clauses each speak for an intent of their own. */
  classifyAll(text: string): ClauseIntent[] {
    const whole = { ...this.classify(text), start: 0, end: text.length }
    const clauses = clausesOf(text)
    if (clauses.length < 2) return [whole]
    const found: ClauseIntent[] = []
    for (const { start, end } of clauses) {
      const said = this.classify(text.slice(start, end))
      if (said.outOfScope || said.probability < SURE || found.some((each) => each.label === said.label)) continue
      found.push({ ...said, start, end })
    }
    return found.length > 1 ? found : [whole]
  }

  /** Which words spoke for an intent (default: the best known one), strongest first, in log odds of the linear model. */
  explain(text: string, label?: string): WordWeight[] {
    if (!this.labels.length) return []
    const wanted = label === undefined ? this.readingOf(text).best : this.labels.indexOf(label)
    return wanted < 0 ? [] : explained(this.parts.vocabulary, this.parts.machine.linear, { text, wanted })
  }

  /** Everything, weights as one byte each; kept bytes are the way back to an earlier version. */
  toBytes(): Uint8Array {
    this.bytes ??= writeParts(this.parts)
    return this.bytes
  }
}

const PART = 1 << 20

/** A model from `toBytes`, with pauses: who reads it on an event loop lets others in. Throws as `intentsFromBytes`. */
export function* readingIntents(bytes: Uint8Array): Generator<undefined, IntentModel> {
  const parts = yield* readParts(new ByteReader(bytes))
  const hash = new ContentHash()
  for (let at = 0; at < bytes.length; at += PART) {
    yield
    hash.add(bytes.subarray(at, at + PART))
  }
  return new IntentModel(parts, { bytes, hash: hash.toString() })
}

/** A model from `toBytes`. Throws RangeError on bytes of another format. */
export const intentsFromBytes = (bytes: Uint8Array): IntentModel => finish(readingIntents(bytes))
