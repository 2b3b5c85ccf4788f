import { NONE_INTENT } from '@ballast/contract/routes/language'
import { HELD_OUT, SHOP_INTENTS, SHOP_SAYINGS } from '@ballast/understanding/shop'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCell, readCsv, writeCsv } from './csv.ts'
import { figuresOf, foldsOf } from './figures.ts'
import { intentsOf, isTooLittle, type OwnIntent, sayingsOf, trainingSet } from './intent-set.ts'
import { takeRows } from './take-rows.ts'

const fields = (text: string) => readCsv(text).map((row) => row.fields)

describe('CSV', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\tb', [['a', 'b']]],
    ['\uFEFF"x, y",z', [['x, y', 'z']]],
    ['"he said ""no""",b', [['he said "no"', 'b']]],
    [
      '"two\nlines",b\nc,d',
      [
        ['two\nlines', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\n\n a ,b\n,\n', [[' a ', 'b']]],
    ['"never closed,b\nc', [['never closed,b\nc']]],
    ['', []],
  ])('%j', (text, rows) => expect(fields(text)).toEqual(rows))

  it('counts lines, also inside quotes', () => {
    expect(readCsv('"a\nb",x\n\nc,d').map((row) => row.line)).toEqual([1, 4])
  })

  it.each(['=1+1', '+49', '-5', '@SUM(A1)', '\t=x'])('a spreadsheet does not run %j', (text) => {
    const [cell = ''] = fields(writeCsv([[text, 'where']]))[0] ?? []
    expect(cell).toMatch(/^'/)
    expect(plainCell(cell)).toBe(text)
  })

  it('reads back whatever it writes', () => {
    const cell = fc.string({ unit: 'binary' }).filter((text) => text.trim() !== '' && !text.includes('\r'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(`text,intent\r\n${writeCsv(rows).slice(1)}`).slice(1)
        expect(read.map((row) => row.fields.map((each) => each.replace(/^'(?=[=+\-@\t])/, '')))).toEqual(
          rows.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t])/, ''))),
        )
      }),
    )
  })
})

const own = (id: string, more: Partial<OwnIntent> = {}): OwnIntent => ({
  id,
  builtIn: false,
  on: true,
  titleZh: id,
  titleEn: id,
  ...more,
})
const off = (id: string) => own(id, { builtIn: true, on: false })
const SOME = Object.keys(SHOP_INTENTS)[0]!

describe('the set', () => {
  it('is the built-in one for a workspace that taught nothing', () => {
    const set = trainingSet([], [])
    expect(new Set(set.map(({ label }) => label))).toEqual(new Set([...Object.keys(SHOP_SAYINGS), NONE_INTENT]))
    expect(intentsOf([], new Map()).every(({ on, builtIn }) => on && builtIn)).toBe(true)
  })
  it('leaves out what is switched off, and what was added to it', () => {
    const labels = trainingSet([off(SOME)], [{ text: 'mine', intent: SOME }]).map(({ label }) => label)
    expect(labels).not.toContain(SOME)
    expect(intentsOf([off(SOME)], new Map()).find(({ id }) => id === SOME)?.on).toBe(false)
  })
  it('takes an own example over a built-in one that says the same', () => {
    const said = sayingsOf(SOME)[0]!
    const set = trainingSet([own('mine')], [{ text: ` ${said.toUpperCase()} `, intent: 'mine' }])
    expect(set.filter(({ text }) => text.trim().toLowerCase() === said.toLowerCase())).toEqual([
      { text: ` ${said.toUpperCase()} `, label: 'mine' },
    ])
  })
  it('drops examples of an intent that is gone', () => {
    expect(trainingSet([], [{ text: 'orphan', intent: 'gone' }]).some(({ label }) => label === 'gone')).toBe(false)
  })
  it.each([
    [[], true],
    [['a'], true],
    [['a', 'none'], true],
    [['a', 'b'], false],
  ])('%j is too little: %s', (labels, tooLittle) => {
    expect(isTooLittle(labels.map((label) => ({ label, text: label })))).toBe(tooLittle)
  })
  it('is never what is measured with', () => {
    const taught = new Set(trainingSet([], []).map(({ text }) => text))
    const kept = Object.values(HELD_OUT).flatMap(({ zh, en }) => [...zh, ...en])
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.filter((text) => taught.has(text))).toEqual([])
  })
})

describe('taking rows', () => {
  const take = (csv: string, most = 100) =>
    takeRows(csv, { most, held: new Set(['known already']), knows: (intent) => intent !== 'nowhere' })
  it('names each line it leaves out, with the reason', () => {
    const csv = `text,intent\nwhere is it,where\nWHERE  is it,where\n,where\nhello,\nx,nowhere\nknown already,where\n${'y'.repeat(501)},where`
    const { rows, skipped } = take(csv)
    expect(rows).toEqual([{ text: 'where is it', intent: 'where' }])
    expect(skipped).toEqual([
      { line: 3, why: 'twice' },
      { line: 4, why: 'no-text' },
      { line: 5, why: 'no-intent' },
      { line: 6, why: 'unknown-intent' },
      { line: 7, why: 'twice' },
      { line: 8, why: 'too-long' },
    ])
  })
  it('stops at the limit', () => {
    expect(take('a,x\nb,x\nc,x', 2)).toMatchObject({ rows: [{}, {}], skipped: [{ line: 3, why: 'too-many' }] })
  })
})

describe('figures', () => {
  it('count right, refused and confused', () => {
    const figures = figuresOf([
      { gold: 'a', said: 'a', probability: 0.95 },
      { gold: 'a', said: 'none', probability: 0.6 },
      { gold: 'b', said: 'a', probability: 0.55 },
      { gold: 'b', said: 'a', probability: 0.52 },
    ])
    expect(figures).toMatchObject({ examples: 4, intents: 2, accuracy: 0.25 })
    expect(figures.perIntent).toEqual([
      { intent: 'a', examples: 2, right: 1, refused: 1 },
      { intent: 'b', examples: 2, right: 0, refused: 0 },
    ])
    expect(figures.confusions).toEqual([
      { intent: 'b', said: 'a', times: 2 },
      { intent: 'a', said: 'none', times: 1 },
    ])
    expect(figures.reliability.map((bin) => bin.count)).toEqual([0, 0, 0, 0, 0, 2, 1, 0, 0, 1])
  })
  it('spread every intent over all folds', () => {
    expect(foldsOf(['a', 'a', 'b', 'a', 'b'], 3)).toEqual([0, 1, 0, 2, 1])
  })
})
