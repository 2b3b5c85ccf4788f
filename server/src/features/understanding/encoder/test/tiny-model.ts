// Makes a whole encoder folder in a test: an ONNX file written byte by byte (embedding, mean, product, softmax), its
// vocabulary and card, with weights one can reckon by hand.
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMOTIONS } from '@ballast/understanding/feeling'

type Field = readonly [number, number | string | Uint8Array]
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]
/** Protocol buffers: numbers as varints, texts and messages with their length. */
const message = (...fields: readonly Field[]): Uint8Array =>
  Buffer.concat(
    fields.map(([field, value]) => {
      if (typeof value === 'number') return Buffer.from([...varint(field * 8), ...varint(value)])
      const bytes = typeof value === 'string' ? Buffer.from(value) : value
      return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes])
    }),
  )

const FLOAT = 1
const INT64 = 7
const tensor = (name: string, dims: readonly number[], values: readonly number[]): Uint8Array =>
  message(
    ...dims.map((dim): Field => [1, dim]),
    [2, FLOAT],
    [8, name],
    [9, Buffer.from(Float32Array.from(values).buffer)],
  )
const whole = (name: string, value: number): Field => [5, message([1, name], [3, value], [20, 2])]
const list = (name: string, value: number): Field => [5, message([1, name], [8, value], [20, 7])]
const node = (operation: string, inputs: readonly string[], output: string, ...attributes: readonly Field[]): Field => [
  1,
  message(...inputs.map((input): Field => [1, input]), [2, output], [4, operation], ...attributes),
]
const value = (name: string, kind: number, dims: readonly (number | string)[]): Uint8Array => {
  const shape = message(...dims.map((dim): Field => [1, message([typeof dim === 'number' ? 1 : 2, dim])]))
  return message([1, name], [2, message([1, message([1, kind], [2, shape])])])
}

export const TOKENS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '气', '死', '谢谢', 'sad', '[心]'] as const
const WIDTH = EMOTIONS.length
/** What each token speaks for; the rest say nothing. */
const SPEAKS: Readonly<Record<string, string>> = {
  气: 'angry',
  死: 'angry',
  谢谢: 'happy',
  sad: 'sad',
  '[心]': 'happy',
}
const STRENGTH = 12

const table = TOKENS.flatMap((token) => EMOTIONS.map((emotion) => (SPEAKS[token] === emotion ? STRENGTH : 0)))
const identity = (outputs: number): number[] =>
  Array.from({ length: WIDTH * outputs }, (_, i) => (Math.floor(i / outputs) === i % outputs ? 1 : 0))

/** `outputs`: as many numbers as the model gives. `input`: the name of what it reads. */
export const tinyOnnx = (outputs = WIDTH, input = 'input_ids'): Uint8Array => {
  const graph = message(
    node('Gather', ['table', input], 'read'),
    node('ReduceMean', ['read'], 'mean', list('axes', 1), whole('keepdims', 0)),
    node('MatMul', ['mean', 'weights'], 'logits'),
    node('Softmax', ['logits'], 'probabilities'),
    [2, 'tiny'],
    [5, tensor('table', [TOKENS.length, WIDTH], table)],
    [5, tensor('weights', [WIDTH, outputs], identity(outputs))],
    [11, value(input, INT64, [1, 'tokens'])],
    [11, value('attention_mask', INT64, [1, 'tokens'])],
    [12, value('probabilities', FLOAT, [1, outputs])],
  )
  return message([1, 8], [8, message([1, ''], [2, 17])], [7, graph])
}

/** What the tiny model answers, reckoned without it. */
export const reckoned = (ids: readonly number[]): number[] => {
  const logits = EMOTIONS.map((_, c) => ids.reduce((sum, id) => sum + table[id * WIDTH + c]!, 0) / ids.length)
  const powers = logits.map(Math.exp)
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A folder as the training script leaves it; `card` overrides. */
export const encoderFolder = (given: { model?: Uint8Array; card?: object } = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-encoder-'))
  const model = given.model ?? tinyOnnx()
  const vocabulary = Buffer.from(JSON.stringify({ kind: 'pieces', lowercase: true, tokens: TOKENS }))
  const ids = [2, 4, 5, 1, 3]
  const card = {
    name: 'tiny-1',
    labels: EMOTIONS,
    languages: ['zh'],
    share: 0.5,
    maxTokens: 16,
    modelSha256: digest(model),
    vocabularySha256: digest(vocabulary),
    probes: [{ text: '气死 了', ids, probabilities: reckoned(ids) }],
    ...given.card,
  }
  writeFileSync(join(folder, 'model.onnx'), model)
  writeFileSync(join(folder, 'vocabulary.json'), vocabulary)
  writeFileSync(join(folder, 'card.json'), JSON.stringify(card))
  return folder
}
