import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMOTIONS, NO_FEELING } from '@ballast/understanding/feeling'
import { afterAll, describe, expect, it } from 'vitest'
import { type Log, silentLog } from '../../../platform/log.ts'
import { openEncoder } from './open-encoder.ts'
import { startEncoder } from './start-encoder.ts'
import { encoderFolder, reckoned, tinyOnnx } from './test/tiny-model.ts'

const folders: string[] = []
const made = (given?: Parameters<typeof encoderFolder>[0]): string => {
  const folder = encoderFolder(given)
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const noting = (): { log: Log; lines: { event: string; fields: object }[] } => {
  const lines: { event: string; fields: object }[] = []
  const note = (fields: object, event: string) => lines.push({ event, fields })
  return { lines, log: { ...silentLog, info: note, warn: note, error: note } }
}
const open = (folder: string, more: object = {}) => openEncoder({ folder, log: silentLog, limitMs: 5_000, ...more })
const refusalOf = async (folder: string, more: object = {}): Promise<string> => {
  try {
    await (await open(folder, more)).close()
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return 'none'
}

/** A runtime whose model thinks for a number of milliseconds: that of the third token, without yielding. */
const slowRuntime = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-slow-'))
  folders.push(folder)
  const file = join(folder, 'slow.cjs')
  writeFileSync(
    file,
    `const spin = (ms) => { const end = Date.now() + ms; while (Date.now() < end); }
     exports.Tensor = class { constructor(type, data, dims) { Object.assign(this, { data, dims }) } }
     exports.InferenceSession = { create: async () => ({
       inputNames: ['input_ids', 'attention_mask'], outputNames: ['probabilities'],
       run: async ({ input_ids }) => {
         const token = Number(input_ids.data[1])
         if (token === 6) spin(2000)
         if (token === 7) process.exit(9)
         return { probabilities: { data: Float32Array.from([0.9, 0.02, 0.02, 0.02, 0.02, 0.02]), dims: [1, 6] } }
       } }) }`,
  )
  return file
}
const SLOW_CARD = { probes: [{ text: '气', ids: [2, 4, 3], probabilities: [0.9, 0.02, 0.02, 0.02, 0.02, 0.02] }] }

const runtimeHere = ((): boolean => {
  try {
    return createRequire(import.meta.url).resolve('onnxruntime-node') !== ''
  } catch {
    process.stderr.write('onnxruntime-node is not installed: tests that run an ONNX model are left out\n')
    return false
  }
})()

describe.skipIf(!runtimeHere)('with the real runtime and a model made here', () => {
  it('answers as reckoned by hand, in the order of the emotions', async () => {
    const encoder = await open(made())
    try {
      expect(encoder.name).toBe('tiny-1')
      const angry = await encoder.emotions('气死')
      for (const [c, wanted] of reckoned([2, 4, 5, 3]).entries()) expect(angry[c]).toBeCloseTo(wanted, 4)
      const answers = await Promise.all(['谢谢[心]', 'SAD', '气', ''].map((text) => encoder.emotions(text)))
      expect(answers.map((each) => EMOTIONS[each.indexOf(Math.max(...each))])).toEqual([
        'happy',
        'sad',
        'angry',
        'angry',
      ])
      expect(answers[3]![0]).toBeCloseTo(1 / 6, 4)
    } finally {
      await encoder.close()
    }
    await expect(encoder.emotions('气死')).rejects.toThrow('not running')
  })
  it('reads labels in whatever order the card says', async () => {
    const labels = [...EMOTIONS].reverse()
    const encoder = await open(made({ card: { labels } }))
    const answer = await encoder.emotions('气死')
    await encoder.close()
    expect(EMOTIONS[answer.indexOf(Math.max(...answer))]).toBe('neutral')
  })
  it('is weighed beside the fast model', async () => {
    const { log, lines } = noting()
    const encoder = startEncoder({ folder: made({ card: { share: 0.9 } }), log, limitMs: 5_000 })
    expect(await encoder.weigh(NO_FEELING, '气死', 'zh-Hans')).toBe(NO_FEELING)
    expect(await encoder.standing).toBe(true)
    const weighed = await encoder.weigh(NO_FEELING, '气死', 'zh-Hans')
    expect(weighed).toMatchObject({ emotion: 'angry', reasons: ['encoder'] })
    expect(await encoder.weigh(NO_FEELING, '气死', 'ja')).toBe(NO_FEELING)
    await encoder.close()
    expect(await encoder.weigh(NO_FEELING, '气死', 'zh-Hans')).toBe(NO_FEELING)
    expect(lines.map(({ event }) => event)).toEqual(['encoder.ready'])
  })
  it.each([
    ['a model of another shape', { model: tinyOnnx(4) }, 'the model gives 4 numbers; 6 are expected'],
    ['other inputs', { model: tinyOnnx(6, 'words') }, 'model.onnx takes words, attention_mask'],
    ['a file that is no model', { model: Buffer.from('not a model') }, 'model.onnx is no model this runtime can run'],
    ['half a model', { model: tinyOnnx().slice(0, 200) }, 'model.onnx is no model this runtime can run'],
  ])('refuses %s', async (_, given, why) => {
    expect(await refusalOf(made(given))).toContain(`EncoderError: ${why}`)
  })
  it('refuses a model that answers its card otherwise', async () => {
    const probes = [{ text: '气', ids: [2, 4, 3], probabilities: [0, 0, 0, 1, 0, 0] }]
    expect(await refusalOf(made({ card: { probes } }))).toContain('probe 1 is answered differently here')
  })
})

describe('whatever runs the model', () => {
  it('refuses files that do not belong together, saying which', async () => {
    const changed = made()
    writeFileSync(join(changed, 'model.onnx'), Buffer.concat([tinyOnnx(), Buffer.from([0])]))
    expect(await refusalOf(changed)).toContain('model.onnx is not the one card.json was written for')
    writeFileSync(join(changed, 'vocabulary.json'), '{}')
    expect(await refusalOf(changed)).toContain('vocabulary.json is not the one card.json was written for')
    writeFileSync(join(changed, 'card.json'), '{"name":')
    expect(await refusalOf(changed)).toBe('EncoderError: card.json is not JSON')
    unlinkSync(join(changed, 'card.json'))
    expect(await refusalOf(changed)).toBe('EncoderError: card.json cannot be read (ENOENT)')
    expect(await refusalOf(made({ card: { share: 2 } }))).toContain('card.json: /share')
    expect(await refusalOf(made({ card: { labels: EMOTIONS.map(() => 'angry') } }))).toContain('a label stands twice')
    const gone = made()
    unlinkSync(join(gone, 'model.onnx'))
    expect(await refusalOf(gone)).toBe('EncoderError: model.onnx cannot be read (ENOENT)')
  })
  it('refuses a card whose sentences are read otherwise here', async () => {
    const probes = [{ text: '谢谢', ids: [2, 1, 1, 3], probabilities: [1, 0, 0, 0, 0, 0] }]
    expect(await refusalOf(made({ card: { probes } }), { runtime: slowRuntime() })).toContain(
      'read as other tokens here',
    )
  })
  it('says how to install what is missing, and the fast model stands', async () => {
    const { log, lines } = noting()
    const folder = made()
    const encoder = startEncoder({ folder, log, runtime: 'no-such-runtime' })
    expect(await encoder.standing).toBe(false)
    expect(await encoder.weigh(NO_FEELING, '气死', 'zh')).toBe(NO_FEELING)
    await encoder.close()
    expect(lines).toEqual([
      {
        event: 'encoder.unavailable',
        fields: {
          folder,
          why: `no-such-runtime is not installed; run: npm install --prefix ${JSON.stringify(folder)} no-such-runtime@1.17.0`,
        },
      },
    ])
  })
  it('never waits beyond its limit, neither for a slow answer nor in line behind one', async () => {
    const { log, lines } = noting()
    const encoder = startEncoder({ folder: made({ card: SLOW_CARD }), log, runtime: slowRuntime(), limitMs: 50 })
    expect(await encoder.standing).toBe(true)
    const began = performance.now()
    const late = await Promise.all(
      ['谢谢', '气', ...Array<string>(20).fill('气')].map((text) => encoder.weigh(NO_FEELING, text, 'zh')),
    )
    expect(performance.now() - began).toBeLessThan(1_500)
    expect(late.every((each) => each === NO_FEELING)).toBe(true)
    await expect
      .poll(async () => (await encoder.weigh(NO_FEELING, '气', 'zh')).emotion, { timeout: 10_000, interval: 100 })
      .toBe('angry')
    await encoder.close()
    expect(JSON.stringify(lines)).not.toContain('气')
  })
  it('comes back after its process has died', async () => {
    const { log, lines } = noting()
    const encoder = await open(made({ card: SLOW_CARD }), { log, runtime: slowRuntime() })
    await expect(encoder.emotions('sad')).rejects.toThrow('its process ended')
    await expect(encoder.emotions('气')).rejects.toThrow('not running')
    await expect
      .poll(
        () =>
          encoder.emotions('气').then(
            (each) => each[0],
            () => 0,
          ),
        { timeout: 10_000, interval: 100 },
      )
      .toBeCloseTo(0.9, 4)
    await encoder.close()
    expect(lines).toEqual([{ event: 'encoder.stopped', fields: { why: '9', afterMs: 1_000 } }])
  })
  it('can be closed while it opens', async () => {
    const { log, lines } = noting()
    const encoder = startEncoder({ folder: made({ card: SLOW_CARD }), log, runtime: slowRuntime() })
    await encoder.close()
    expect(await encoder.standing).toBe(false)
    expect(lines).toEqual([])
  })
  it('is off without a folder', async () => {
    const encoder = startEncoder({ folder: undefined, log: silentLog })
    expect(await encoder.weigh(NO_FEELING, '气死', 'zh')).toBe(NO_FEELING)
    expect(await encoder.standing).toBe(false)
  })
})
