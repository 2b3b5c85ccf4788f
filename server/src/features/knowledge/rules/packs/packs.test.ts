// Reading packs as people write them, filling them, and reading the shop's values back out of what was filled.
import type { PackField, PackValue } from '@ballast/contract/routes/packs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fillText, misfit, valuesIn, withDefaults } from './fill-pack.ts'
import { LANGUAGES, type Manifest, type Values } from './pack.ts'
import { readPack, readPackText } from './read-pack.ts'

const field = (key: string, kind: PackField['kind'], value: PackValue): PackField => {
  return { key, kind, label: { zh: key, en: key }, default: value, example: value }
}
const MANIFEST: Manifest = {
  name: { zh: '试', en: 'Trial' },
  description: { zh: '试', en: 'Trial' },
  fields: [
    field('return_days', 'days', 7),
    field('months', 'months', 12),
    field('from', 'money', { amount: 9_900, currency: 'CNY' }),
    field('carriers', 'carriers', { zh: '顺丰', en: 'SF Express' }),
    field('open', 'times', '9:00–22:00'),
  ],
}
const ZH = `# 试一试

## return-window · return
退货期限
? 可以退吗
?  七天无理由
签收后 {return_days}内可退。
满 {from} 免运费。

## warranty · warranty.all
保修
? 保修多久

保修 {months}，用{carriers}寄回，{open} 有人。
`
const EN = `## return-window · return
Time to return
? can I return it
Within {return_days}, free from {from}.

## warranty · warranty.all
Warranty
? how long
{months}; send it by {carriers}, open {open}.
`
const read = (zh = ZH, en = EN) => readPack('trial', MANIFEST, { zh, en, asked: { zh: '', en: '' } })

describe('reading', () => {
  it('takes in both languages, entry by entry', () => {
    const { pack, faults } = read()
    expect(faults).toEqual([])
    expect(pack.entries.map(({ key, topic }) => [key, topic])).toEqual([
      ['return-window', 'return'],
      ['warranty', 'warranty.all'],
    ])
    expect(pack.entries[0]!.zh).toEqual({
      title: '退货期限',
      questions: ['可以退吗', '七天无理由'],
      asked: [],
      answer: '签收后 {return_days}内可退。\n满 {from} 免运费。',
    })
  })

  it.each([
    ['a heading without a topic', '## a\nA\n? b\nc', 'a heading is'],
    ['a heading in capitals', '## A · b\nA\n? b\nc', 'a heading is'],
    ['no title', '## a · b\n? b\nc', 'title'],
    ['no question', '## a · b\nA\nc', 'question'],
    ['no answer', '## a · b\nA\n? b\n', 'answer'],
    ['a question below the answer', '## a · b\nA\n? b\nc\n? d', 'below'],
    ['the same key twice', '## a · b\nA\n? b\nc\n## a · b\nA\n? b\nc', 'twice'],
  ])('names %s with its line', (_, text, why) => {
    const { faults } = readPackText(text, 'x.md')
    expect(faults).toHaveLength(1)
    expect(faults[0]!.why).toContain(why)
    expect(faults[0]!.at).toMatch(/^x\.md:[15]$/)
  })

  it('names what one language lacks, other topics, and fields nobody declared or used', () => {
    const whys = (zh: string, en: string) => read(zh, en).faults.map(({ why }) => why)
    const first = EN.split('\n## warranty')[0]!
    const unused = ['months', 'carriers', 'open'].map((key) => `no answer uses {${key}}`)
    expect(whys(ZH, first)).toEqual(['warranty is missing', ...unused])
    expect(whys(ZH.split('\n## warranty')[0]!, EN)).toEqual(['warranty is missing', ...unused])
    expect(whys(ZH, EN.replace('warranty.all', 'warranty'))).toEqual(['warranty has another topic than in zh.md'])
    expect(whys(ZH, EN.replace('{open}', '{never}'))).toEqual([
      'zh and en fill in different fields',
      'nothing is declared as {never}',
    ])
  })
})

const { pack } = read()
const filled = (values: Values, language: 'zh' | 'en') =>
  pack.entries.map((entry) => fillText(pack, withDefaults(pack, values), language)(entry[language]).answer)

describe('filling', () => {
  it('writes lengths, money and words as each language does', () => {
    expect(filled({}, 'zh')).toEqual([
      '签收后 7 天内可退。\n满 ¥99 免运费。',
      '保修 12 个月，用顺丰寄回，9:00–22:00 有人。',
    ])
    const values = { return_days: 1, from: { amount: 1_050, currency: 'EUR' }, carriers: 'DHL' }
    expect(filled(values, 'en')).toEqual([
      'Within 1 day, free from EUR 10.50.',
      '12 months; send it by DHL, open 9:00–22:00.',
    ])
    expect(filled({ from: { amount: 500, currency: 'JPY' } }, 'en')[0]).toContain('JPY 500.')
  })

  it.each<[string, Values, string | null]>([
    ['all of their kind', { return_days: 0, carriers: { zh: '顺丰', en: 'SF' }, open: '8:30-17:30' }, null],
    ['no field of the pack', { nonsense: 1 }, 'nonsense'],
    ['words for a number', { return_days: '7' }, 'return_days'],
    ['a number for words', { carriers: 7 }, 'carriers'],
    ['a placeholder in a value', { carriers: '{return_days}' }, 'carriers'],
    ['a line break', { carriers: { zh: 'a\nb', en: 'a' } }, 'carriers'],
    ['blanks', { carriers: '  ' }, 'carriers'],
    ['no time of the day', { open: 'always' }, 'open'],
    ['a currency there is not', { from: { amount: 1, currency: 'X1Y' } }, 'from'],
    ['money below nothing', { from: { amount: -1, currency: 'CNY' } }, 'from'],
  ])('%s: misfit says %j -> %s', (_, values, wrong) => {
    expect(misfit(pack, values)).toBe(wrong)
  })
})

test('what was filled in is read back, whatever it was', () => {
  const length = fc.integer({ min: 0, max: 10_000 })
  const words = fc
    .stringMatching(/^[A-Za-z顺丰中通0-9 .*+?()$-]{1,20}$/)
    .filter((text) => text.trim() === text && text !== '')
  const given = fc.record(
    {
      return_days: length,
      months: length,
      from: fc.record({ amount: fc.integer({ min: 0, max: 1e9 }), currency: fc.constantFrom('CNY', 'USD', 'JPY') }),
      carriers: fc.oneof(words, fc.record({ zh: words, en: words })),
      open: fc.constantFrom('9:00–18:00', '00:00-24:00'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(given, (values) => {
      const answers = LANGUAGES.flatMap((language) =>
        filled(values, language).map((answer, at) => ({ key: pack.entries[at]!.key, language, answer })),
      )
      const back = valuesIn(pack, answers)
      for (const language of LANGUAGES) expect(filled(back, language)).toEqual(filled(values, language))
    }),
  )
})

test('one language alone tells what it can; an answer somebody rewrote tells nothing', () => {
  const [first, second] = filled({ return_days: 30, carriers: '中通' }, 'zh')
  const answers = [
    { key: 'return-window', language: 'zh' as const, answer: first! },
    { key: 'warranty', language: 'zh' as const, answer: second! },
  ]
  expect(valuesIn(pack, answers)).toMatchObject({ return_days: 30, carriers: { zh: '中通', en: 'SF Express' } })
  expect(valuesIn(pack, [{ ...answers[0]!, answer: `${first} 改过` }])).toEqual({})
  expect(valuesIn(pack, [{ ...answers[0]!, key: 'gone' }])).toEqual({})
})
