import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_ANSWER, LONGEST_QUESTION, MOST_ENTRIES, readEntries } from './read-entries.ts'

const pairsOf = (text: string) => readEntries(text).entries.map(({ title, answer }) => [title, answer])

const CASES: readonly { name: string; text: string; pairs: string[][]; skipped?: [number, string][] }[] = [
  {
    name: 'Q and A lines in English',
    text: 'Q: Do you ship abroad?\nA: Yes, to 40 countries.\n\nQ: How long?\nA: Three days.\nOn weekends four.',
    pairs: [
      ['Do you ship abroad?', 'Yes, to 40 countries.'],
      ['How long?', 'Three days.\nOn weekends four.'],
    ],
  },
  {
    name: 'Q and A lines in Chinese, numbered',
    text: '1. 问：多久发货？\n答：当天 16 点前付款当天发。\n2、问：支持退货吗\n   答案：支持七天无理由。\n问题3：能开发票吗？\n回答：可以。',
    pairs: [
      ['多久发货？', '当天 16 点前付款当天发。'],
      ['支持退货吗', '支持七天无理由。'],
      ['能开发票吗？', '可以。'],
    ],
  },
  {
    name: 'bold markdown around markers and questions',
    text: '**Q: Can I return it?**\n**A:** Within 30 days.\n\n- **Q2:** Who pays?\n- **A2:** We do, **always**.',
    pairs: [
      ['Can I return it?', 'Within 30 days.'],
      ['Who pays?', 'We do, **always**.'],
    ],
  },
  {
    name: 'numbered Q1. and A1.',
    text: 'Q1. Open on Sunday?\nA1. No.\nQ2. Parking?\nA. Behind the shop.',
    pairs: [
      ['Open on Sunday?', 'No.'],
      ['Parking?', 'Behind the shop.'],
    ],
  },
  {
    name: 'a question over two lines, and one answered without a marker',
    text: 'Q: I ordered yesterday,\nwhen will it come?\nA: Tomorrow.\nQ: And today?\nIn two days.',
    pairs: [
      ['I ordered yesterday, when will it come?', 'Tomorrow.'],
      ['And today?', 'In two days.'],
    ],
  },
  {
    name: 'markdown headings with paragraphs and lists; chapters are no questions',
    text: '# Help\n\n## Shipping ##\n\nWe ship daily.\n\n- DHL\n- UPS\n\n---\n\n## **Returns**\n30 days.\n\n```\n# not a heading\n```\n',
    pairs: [
      ['Shipping', 'We ship daily.\n\n- DHL\n- UPS'],
      ['Returns', '30 days.\n\n```\n# not a heading\n```'],
    ],
  },
  {
    name: 'headings above Q and A, and one with text of its own',
    text: '## 配送\nQ：包邮吗？\nA：满 99 包邮。\n## 关于我们\n一家小店。',
    pairs: [
      ['包邮吗？', '满 99 包邮。'],
      ['关于我们', '一家小店。'],
    ],
  },
  {
    name: 'bare questions with their answers below, as pasted from a page',
    text: '多久发货？\n当天发。\n\n支持退货吗？\n支持，7 天内。\n要保持吊牌完好。\n\n**Do you have a shop?**\nIn Oslo.\n3. Where?\nMain street.',
    pairs: [
      ['多久发货？', '当天发。'],
      ['支持退货吗？', '支持，7 天内。\n要保持吊牌完好。'],
      ['Do you have a shop?', 'In Oslo.'],
      ['Where?', 'Main street.'],
    ],
  },
  {
    name: 'CSV with a header, quotes, CRLF and a byte-order mark',
    text: '\ufeffid,question,answer\r\n1,"Do you ship, abroad?","Yes.\r\nTo ""all"" countries."\r\n2,Parking?,\r\n3,,Nobody asks\r\n',
    pairs: [['Do you ship, abroad?', 'Yes.\nTo "all" countries.']],
    skipped: [
      [4, 'no-answer'],
      [5, 'no-question'],
    ],
  },
  {
    name: 'CSV with Chinese headers and other wordings',
    text: '标题,相似问法,内容\n多久发货,什么时候发|几天发货,当天发\n',
    pairs: [['多久发货', '当天发']],
  },
  {
    name: 'an answer with commas nobody quoted',
    text: 'question,answer\nDo you ship?,Yes, daily, by DHL\n',
    pairs: [['Do you ship?', 'Yes, daily, by DHL']],
  },
  {
    name: 'semicolons, as spreadsheets of half of Europe write them',
    text: 'Question;Answer\nOpen?;9;30\n"Closed; when?";never\n',
    pairs: [
      ['Open?', '9; 30'],
      ['Closed; when?', 'never'],
    ],
  },
  {
    name: 'TSV without a header',
    text: '多久发货\t当天发\t物流\n支持退货吗\t支持\t售后',
    pairs: [
      ['多久发货', '当天发'],
      ['支持退货吗', '支持'],
    ],
  },
  {
    name: 'a quote that is never closed',
    text: 'question,answer\n"Do you,ship\n27" screen,yes\n',
    pairs: [
      ['"Do you', 'ship'],
      ['27" screen', 'yes'],
    ],
  },
  {
    name: 'prose with commas is no table',
    text: 'We are a small shop, in Oslo.\nWe sell shoes, mostly.\n\nDo you ship?\nYes, daily.',
    pairs: [['Do you ship?', 'Yes, daily.']],
    skipped: [
      [1, 'no-question'],
      [2, 'no-question'],
    ],
  },
  {
    name: 'JSON',
    text: '[\n {"question": "a?", "answer": "b"},\n {"问题": "多久", "答案": "当天", "questions": ["几天"]},\n 7,\n {"question": "c?"},\n {"answer": "d"}\n]',
    pairs: [
      ['a?', 'b'],
      ['多久', '当天'],
    ],
    skipped: [
      [4, 'no-question'],
      [5, 'no-answer'],
      [6, 'no-question'],
    ],
  },
  {
    name: 'junk around what can be read',
    text: 'Welcome!\nA: to nobody\nQ: alone?\nQ: ?!\nA: nothing was asked\nQ: a?\nA: b\n====\n',
    pairs: [['a?', 'b']],
    skipped: [
      [1, 'no-question'],
      [2, 'no-question'],
      [3, 'no-answer'],
      [4, 'no-question'],
    ],
  },
  {
    name: 'the same question again: one entry, no answer lost, none twice',
    text: 'Q: How long?\nA: 3 days\nQ: how  LONG\nA: 4 days abroad\nQ: How long\nA: 3 days',
    pairs: [['How long?', '3 days\n\n4 days abroad']],
  },
  { name: 'nothing', text: ' \n\t\n', pairs: [] },
]

describe('reading questions and answers', () => {
  it.each(CASES)('$name', ({ text, pairs, skipped = [] }) => {
    const read = readEntries(text)
    expect(read.entries.map(({ title, answer }) => [title, answer])).toEqual(pairs)
    expect(read.skipped.map(({ line, why }) => [line, why])).toEqual(skipped)
  })

  it('keeps other wordings, without the title itself', () => {
    const [entry] = readEntries('[{"title":"a?","questions":["b?","a?"," "],"answer":"c"}]').entries
    expect(entry?.questions).toEqual(['b?'])
  })

  it('keeps to the limits and says so', () => {
    const long = (length: number) => 'x'.repeat(length)
    const over = `Q: ${long(LONGEST_QUESTION + 1)}\nA: a\nQ: b\nA: ${long(LONGEST_ANSWER + 1)}\nQ: c\nA: ${long(LONGEST_ANSWER)}`
    const read = readEntries(over)
    expect(read.entries.map(({ title }) => title)).toEqual(['c'])
    expect(read.skipped).toEqual([
      { line: 1, why: 'too-long' },
      { line: 3, why: 'too-long' },
    ])
    const many = Array.from({ length: MOST_ENTRIES + 2 }, (_, n) => `Q: ${n}\nA: a`).join('\n')
    expect(readEntries(many).entries).toHaveLength(MOST_ENTRIES)
    expect(readEntries(many).skipped.map(({ why }) => why)).toEqual(['too-many', 'too-many'])
  })
})

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const answer = fc
  .array(fc.oneof(sentence, fc.constantFrom('7 天无理由。', '- a list', 'yes, "quoted"; all', '')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '')
const qas = fc.uniqueArray(fc.record({ question: sentence, answer }), {
  minLength: 1,
  maxLength: 12,
  selector: ({ question }) => question,
})
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
type Written = readonly { question: string; answer: string }[]
const WRITERS: readonly [string, (pairs: Written) => string][] = [
  ['Q and A lines', (pairs) => pairs.map((each) => `Q: ${each.question}\nA: ${each.answer}\n`).join('\n')],
  [
    'Chinese markers',
    (pairs) => pairs.map((each, n) => `${n + 1}、问：${each.question}\r\n答：${each.answer}`).join('\r\n'),
  ],
  ['headings', (pairs) => pairs.map((each) => `## ${each.question}\n\n${each.answer}\n`).join('\n')],
  [
    'CSV',
    (pairs) =>
      ['question,answer', ...pairs.map((each) => `${quoted(each.question)},${quoted(each.answer)}`)].join('\n'),
  ],
  ['TSV', (pairs) => ['问题\t答案', ...pairs.map((each) => `${each.question}\t${quoted(each.answer)}`)].join('\r\n')],
  ['JSON', (pairs) => JSON.stringify(pairs, null, 1)],
]

describe('whatever the text', () => {
  it.each(WRITERS)('what was written as %s is read back, and the keys stay', (_, write) => {
    fc.assert(
      fc.property(qas, (pairs) => {
        expect(pairsOf(write(pairs))).toEqual(pairs.map((each) => [each.question, each.answer]))
        const keys = (text: string) => readEntries(text).entries.map(({ key }) => key)
        expect(keys(write(pairs))).toEqual(
          keys(JSON.stringify(pairs.map((each) => ({ ...each, question: `${each.question} ?` })))),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('never throws, keeps to the limits, names lines that exist', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'Q:',
        'A:',
        '问：',
        '答：',
        '#',
        '## ',
        '\n',
        '\r\n',
        ',',
        ';',
        '\t',
        '"',
        '""',
        '[',
        '{',
        '}',
        ']',
        '```',
        '**',
        '?',
        '？',
        '1. ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const lines = text.split(/\r\n?|[\n\u2028\u2029]/).length
        const { entries, skipped } = readEntries(text)
        for (const entry of entries) {
          expect(entry.title.trim()).not.toBe('')
          expect(entry.answer.trim()).not.toBe('')
          expect(entry.title.length).toBeLessThanOrEqual(LONGEST_QUESTION)
          expect(entry.answer.isWellFormed()).toBe(true)
        }
        for (const { line } of skipped) expect(line >= 1 && line <= lines).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['blanks', ' '],
    ['a marker and blanks', 'Q '],
    ['quotes', '"'],
    ['question marks and blanks', '? '],
    ['brackets', '['],
    ['stars', '**'],
    ['lines that ask', 'why?\n'],
    ['heading marks', '# '],
  ])('a million characters of %s are read before the test runs out of time', (_, unit) => {
    const { entries } = readEntries(unit.repeat(1_000_000 / unit.length))
    expect(entries.length).toBeLessThanOrEqual(MOST_ENTRIES)
  })
})
