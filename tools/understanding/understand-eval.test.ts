import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { InputError } from './json-lines.ts'
import { measureTask, type Task } from './measure-task.ts'

const folder = mkdtempSync(join(tmpdir(), 'ballast-eval-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const file = (rows: readonly unknown[]): string => {
  const path = join(folder, `${++count}.jsonl`)
  writeFileSync(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return path
}
const measure = (task: Task, train: readonly unknown[], test: readonly unknown[]) =>
  measureTask(task, { train: file(train), test: file(test), oosLabel: 'oos' })

const SAID: Readonly<Record<string, readonly string[]>> = {
  good: ['very good and soft', 'i love it, great', '很好，很喜欢', '质量不错，满意', 'great shop, thanks'],
  bad: ['very bad and torn', 'i hate it, awful', '太差了，垃圾', '质量很差，失望', 'awful shop, never again'],
}
const rows = Object.entries(SAID).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))

describe('every task of labels', () => {
  it.each<Task>(['intent', 'polarity', 'emotion', 'abuse', 'spam'])('%s', async (task) => {
    const figures = await measure(task, rows, rows)
    expect(figures).toMatchObject({
      accuracy: 1,
      macroF1: 1,
      mcc: 1,
      interval: [1, 1],
      trainSeconds: expect.any(Number),
      microsPerMessage: expect.any(Number),
      modelBytes: expect.any(Number),
    })
    expect(figures).not.toHaveProperty('oosRecall')
  })
  it('says how often anger was heard', async () => {
    const angry = rows.map(({ text, label }) => ({ text, label: label === 'bad' ? 'angry' : 'happy' }))
    expect(await measure('emotion', angry, angry)).toMatchObject({ angryRecall: 1 })
  })
  it('counts out of scope when the test asks for it', async () => {
    const test = [...rows, { text: 'how tall is the moon tower of babel', label: 'oos' }]
    const figures = await measure('intent', rows, test)
    expect(figures).toMatchObject({
      inScopeAccuracy: expect.any(Number),
      oosRecall: expect.any(Number),
      oosAuroc: expect.any(Number),
    })
  })
})

describe('rows', () => {
  it('are held out of train when there is no test', async () => {
    const twice = rows.flatMap((row) => [row, row])
    const files = { train: file(twice), test: '', oosLabel: 'oos', holdOut: 2 }
    expect(await measureTask('polarity', files)).toMatchObject({ accuracy: 1 })
  })
  it('with a named value are left out', async () => {
    const wrong = { text: '很好，很喜欢', label: 'bad', kind: 'wrong' }
    const files = { train: file(rows), test: file([...rows, wrong]), oosLabel: 'oos' }
    const { accuracy } = await measureTask('polarity', files)
    expect(accuracy).toBeLessThan(1)
    expect(await measureTask('polarity', { ...files, without: ['kind', 'wrong'] })).toMatchObject({ accuracy: 1 })
  })
})

describe('spans', () => {
  it('of addresses', async () => {
    const row = {
      text: '杭州市西湖区',
      chars: [...'杭州市西湖区'],
      tags: ['B-city', 'I-city', 'I-city', 'B-district', 'I-district', 'I-district'],
    }
    expect(await measure('address', [row, row, row], [row])).toMatchObject({
      spanF1: 1,
      trainSeconds: expect.any(Number),
    })
  })
  it('of personal data', async () => {
    const text = '我的手机是13812345678'
    expect(await measure('pii', [], [{ text, spans: [[5, 16, 'phone']] }])).toMatchObject({
      recall: 1,
      precision: 1,
      spanF1: 1,
    })
  })
})

it('has cases of its own for personal data', async () => {
  const figures = await measureTask('pii', { train: '', test: 'held-out', oosLabel: 'oos' })
  expect(figures.messages).toBeGreaterThan(100)
})

describe('a file in another shape', () => {
  it.each<[Task, unknown, string]>([
    ['intent', '{"text":"a"', 'line 2: not JSON'],
    ['intent', 'null', 'line 2: not an object'],
    ['intent', { text: 'a' }, 'line 2: "label" must be a text'],
    ['intent', { text: 'a', label: '' }, 'line 2: "label" is empty'],
    ['spam', { text: 7, label: 'a' }, 'line 2: "text" must be a text'],
    ['address', { chars: ['a'], tags: [] }, 'line 2: 1 "chars" but 0 "tags"'],
    ['address', { chars: ['a'], tags: ['X'] }, 'line 2: "X" is no tag'],
    ['pii', { text: 'a', spans: [[0, 2, 'name']] }, 'line 2: [0,2,"name"] is no [start, end, type]'],
    ['pii', { text: 'a' }, 'line 2: "spans" must be a list'],
  ])('%s: %j', async (task, row, message) => {
    const first = { text: 'b', label: 'b', chars: ['b'], tags: ['O'], spans: [] }
    const refused = measure(task, [first, first], [first, row])
    await expect(refused).rejects.toThrow(InputError)
    await expect(refused).rejects.toThrow(message)
  })
  it('or none, or an empty one', async () => {
    const nowhere = { train: join(folder, 'nowhere.jsonl'), test: file(rows), oosLabel: 'oos' }
    await expect(measureTask('intent', nowhere)).rejects.toThrow('cannot be read (ENOENT)')
    await expect(measure('intent', [], rows)).rejects.toThrow('no rows')
  })
})
