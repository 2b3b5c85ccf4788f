// Training in a thread: it ends with a model, reports on the way, and stops when told.
import { getPriority } from 'node:os'
import { intentsFromBytes } from '@ballast/understanding/intent'
import { expect, it } from 'vitest'
import { createTrainer } from './trainer.ts'

const said: Record<string, string[]> = {
  where: ['where is my parcel', 'track my order', '快递到哪了', '包裹怎么还没到'],
  refund: ['refund please', 'i want my money back', '我要退款', '钱什么时候退'],
  size: ['which size fits me', 'is it too small', '我穿什么码', '偏大还是偏小'],
  none: ['the moon is nice', '今天天气真好'],
}
const examples = Object.entries(said).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))
const never = () => new AbortController().signal

it('gives a model and its figures, says how far it is, and does not slow this thread down', async () => {
  const before = getPriority()
  const progress: number[] = []
  const { bytes, figures } = await createTrainer().train(
    { examples, folds: 2 },
    { signal: never(), progress: (percent) => progress.push(percent) },
  )
  const model = intentsFromBytes(bytes)
  expect(model.classify('where is the parcel').label).toBe('where')
  expect(model.labels).not.toContain('none')
  expect(figures).toMatchObject({ examples: examples.length, intents: 3, modelBytes: bytes.length })
  expect(figures.perIntent.reduce((sum, row) => sum + row.examples, 0)).toBe(examples.length)
  expect(progress).toEqual([30, 61])
  expect(getPriority()).toBe(before)
})

it('stops when told, whether it runs or waits, and goes on with the next', async () => {
  const trainer = createTrainer(1)
  const many = Array.from({ length: 300 }, (_, n) =>
    examples.map(({ text, label }) => ({ text: `${text} ${n}`, label })),
  ).flat()
  const [running, waiting] = [new AbortController(), new AbortController()]
  const begun: string[] = []
  const first = trainer.train(
    { examples: many, folds: 5 },
    {
      signal: running.signal,
      begun: () => begun.push('first'),
    },
  )
  const second = trainer.train({ examples, folds: 0 }, { signal: waiting.signal, begun: () => begun.push('second') })
  const third = trainer.train({ examples, folds: 0 }, { signal: never(), begun: () => begun.push('third') })
  waiting.abort(new Error('stopped waiting'))
  await expect(second).rejects.toThrow('stopped waiting')
  running.abort(new Error('stopped running'))
  await expect(first).rejects.toThrow('stopped running')
  expect((await third).bytes.length).toBeGreaterThan(0)
  expect(begun).toEqual(['first', 'third'])
})
