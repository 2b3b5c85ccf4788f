import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { encoderFolder } from '../../server/src/features/understanding/encoder/test/tiny-model.ts'
import { measureEncoder } from './measure-encoder.ts'

const runtimeHere = ((): boolean => {
  try {
    return createRequire(import.meta.url).resolve('onnxruntime-node') !== ''
  } catch {
    process.stderr.write('onnxruntime-node is not installed: measuring an encoder is not tested\n')
    return false
  }
})()

it.skipIf(!runtimeHere)('measures an encoder alone and joined, and chooses its share on valid', async () => {
  const folder = encoderFolder()
  const file = (name: string, rows: readonly (readonly [string, string])[]): string => {
    const path = join(folder, name)
    writeFileSync(path, rows.map(([text, label]) => JSON.stringify({ text, label })).join('\n'))
    return path
  }
  try {
    // Our model is taught nonsense; the encoder knows the words.
    const train = file('train.jsonl', [
      ['气死', 'joy'],
      ['谢谢', 'anger'],
      ['气气', 'joy'],
      ['谢谢谢谢', 'anger'],
    ])
    const asked = [
      ['气死', 'anger'],
      ['谢谢', 'joy'],
    ] as const
    const files = { train, test: file('test.jsonl', asked), valid: file('valid.jsonl', asked), oosLabel: 'oos' }
    const { encoder, joined } = await measureEncoder(files, folder)
    expect(encoder).toMatchObject({ name: 'tiny-1', accuracy: 1, macroF1: 1 })
    expect(joined).toMatchObject({ accuracy: 1, macroF1: 1 })
    expect((joined as { share: number }).share).toBeGreaterThan(0)
    const unknown = { ...files, test: file('odd.jsonl', [['气', 'bored']]) }
    await expect(measureEncoder(unknown, folder)).rejects.toThrow('"bored"')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
