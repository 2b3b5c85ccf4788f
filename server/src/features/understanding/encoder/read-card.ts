// What stands beside an encoder's weights: the card (who it is, what it answers, samples with their answers) and the
// vocabulary. Everything is checked before anything is believed.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EMOTIONS } from '@ballast/understanding/feeling'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { END, START, UNKNOWN, type Vocabulary, vocabularyOf } from '../rules/encoder-tokens.ts'
import { EncoderError } from './encoder-error.ts'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Card = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  /** What each place of the answer means. */
  labels: Type.Array(Type.Enum([...EMOTIONS]), { minItems: EMOTIONS.length, maxItems: EMOTIONS.length }),
  /** Primary subtags of the languages it was taught. */
  languages: Type.Array(Type.String({ minLength: 2, maxLength: 8 }), { minItems: 1 }),
  /** Its weight beside the fast model. */
  share: Type.Number({ minimum: 0, maximum: 1 }),
  maxTokens: Type.Integer({ minimum: 3, maximum: 512 }),
  modelSha256: Sha256,
  vocabularySha256: Sha256,
  /** Sentences with what the trained model made of them: model, reading and order of labels must give the same here. */
  probes: Type.Array(
    Type.Object({
      text: Type.String({ maxLength: 600 }),
      ids: Type.Array(Type.Integer({ minimum: 0 })),
      probabilities: Type.Array(Type.Number(), { minItems: EMOTIONS.length, maxItems: EMOTIONS.length }),
    }),
    { minItems: 1, maxItems: 50 },
  ),
})
export type Card = Static<typeof Card>
const checkedCard = Compile(Card)

const checkedVocabulary = Compile(
  Type.Object({
    kind: Type.Enum(['pieces', 'wordpiece']),
    lowercase: Type.Boolean(),
    tokens: Type.Array(Type.String(), { minItems: 4, maxItems: 300_000 }),
  }),
)

const readBytes = async (folder: string, name: string): Promise<Buffer> => {
  try {
    return await readFile(join(folder, name))
  } catch (error) {
    throw new EncoderError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

const parsed = <T>(
  name: string,
  bytes: Buffer,
  check: { Check(value: unknown): value is T; Errors(value: unknown): { instancePath: string; message: string }[] },
): T => {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new EncoderError(`${name} is not JSON`)
  }
  if (check.Check(value)) return value
  const wrong = check.Errors(value)[0]
  throw new EncoderError(`${name}: ${wrong?.instancePath || 'the whole'} ${wrong?.message ?? 'is not as expected'}`)
}

/** @throws EncoderError naming the file and what is wrong with it */
export const readCard = async (folder: string): Promise<{ card: Card; vocabulary: Vocabulary }> => {
  const card = parsed<Card>('card.json', await readBytes(folder, 'card.json'), checkedCard)
  if (new Set(card.labels).size !== EMOTIONS.length) throw new EncoderError('card.json: a label stands twice')
  const bytes = await readBytes(folder, 'vocabulary.json')
  if (createHash('sha256').update(bytes).digest('hex') !== card.vocabularySha256)
    throw new EncoderError('vocabulary.json is not the one card.json was written for')
  const { tokens, kind, lowercase } = parsed('vocabulary.json', bytes, checkedVocabulary)
  const vocabulary = vocabularyOf(kind as Vocabulary['kind'], lowercase, tokens)
  for (const mark of [UNKNOWN, START, END])
    if (!vocabulary.ids.has(mark)) throw new EncoderError(`vocabulary.json: ${mark} is missing`)
  return { card, vocabulary }
}
