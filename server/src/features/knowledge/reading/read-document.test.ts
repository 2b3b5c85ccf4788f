// Files of every kind, true and false ones, as documents.
import { describe, expect, test } from 'vitest'
import { docx, pdf, pdfOfLines, xlsx, zip } from '../../../../test/sample-documents.ts'
import { png } from '../../../../test/sample-files.ts'
import type { Block, ReadSection } from '../rules/document-shape.ts'
import { readDocument } from './read-document.ts'

const read = (content: Buffer | string, name = 'a') => readDocument({ bytes: Buffer.from(content), name })
const said = (block: Block): string => {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'list') return block.items.map((item) => `${block.ordered ? '#' : '-'} ${item}`).join('\n')
  return block.kind === 'table' ? [block.header, ...block.rows].map((row) => row.join('|')).join('\n') : ''
}
const outline = (sections: readonly ReadSection[]) =>
  sections.map(({ path, heading, blocks }) => [path, heading, ...blocks.map(said)])

describe('what is read', () => {
  test('docx: styles are headings, in Chinese Word too; tables and numbered clauses stay what they are', async () => {
    const file = docx([
      ['heading 1', '退换货'],
      '签收后七天内可以退货。',
      ['标题 2', '运费'],
      {
        rows: [
          ['地区', '运费'],
          ['上海', '8 元'],
        ],
      },
      ['heading 1', '保修'],
      '保修一年。',
    ])
    const { sections, kind, title } = await read(file, '政策.docx')
    expect([kind, title]).toEqual(['docx', '政策'])
    expect(outline(sections)).toEqual([
      ['1', '退换货', '签收后七天内可以退货。'],
      ['1.1', '运费', '地区|运费\n上海|8 元'],
      ['2', '保修', '保修一年。'],
    ])
  })

  test('docx without styles: headings by their numbers', async () => {
    const { sections } = await read(
      docx(['第一章 总则', '本规则适用于全部商品。', '第一条 退货期限：签收后七天。', '第二条 运费由买家承担。']),
    )
    expect(outline(sections)).toEqual([
      ['1', '第一章 总则', '本规则适用于全部商品。'],
      ['1.1', '第一条 退货期限', '签收后七天。'],
      ['1.2', '第二条', '运费由买家承担。'],
    ])
  })

  test('pdf: headings by size, paragraphs joined over lines, running heads and page numbers gone, rows of cells a table', async () => {
    const page = (n: number, lines: readonly [string, number?, number?][]) => [
      { text: 'Shop handbook 2026', y: 820, size: 8 },
      { text: `Page ${n}`, y: 20, size: 8 },
      ...lines.map(([text, size = 11, x = 60], at) => ({ text, size, x, y: 780 - at * 15 })),
    ]
    const file = pdf([
      page(1, [
        ['Returns', 20],
        ['Send it back within seven days of'],
        ['delivery, unworn.'],
        ['Fees', 15],
        ['We pay.'],
      ]),
      page(2, [['Warranty', 20], ['1.1 Length'], ['One year.']]),
      [
        ...page(3, [['Prices', 20]]),
        ...[
          ['Size', 'Price'],
          ['S', '10'],
          ['L', '12'],
        ].flatMap(([a, b], row) => [
          { text: a!, x: 60, y: 700 - row * 15 },
          { text: b!, x: 300, y: 700 - row * 15 },
        ]),
      ],
    ])
    const { sections, kind } = await read(file)
    expect(kind).toBe('pdf')
    expect(outline(sections)).toEqual([
      ['1', 'Returns', 'Send it back within seven days of delivery, unworn.'],
      ['1.1', 'Fees', 'We pay.'],
      ['2', 'Warranty'],
      ['2.1', '1.1 Length', 'One year.'],
      ['3', 'Prices', 'Size|Price\nS|10\nL|12'],
    ])
  })

  test('a Chinese pdf', async () => {
    const { sections } = await read(
      pdfOfLines([
        ['售后政策', 18],
        '一、退货',
        '签收后七天内，商品完好，可以申请',
        '退货退款。',
        '二、换货',
        '十五天内可以换货。',
      ]),
    )
    expect(outline(sections)).toEqual([
      ['1', '售后政策'],
      ['1.1', '一、退货', '签收后七天内，商品完好，可以申请退货退款。'],
      ['1.2', '二、换货', '十五天内可以换货。'],
    ])
  })

  test('xlsx: a sheet a section; questions with answers a section each', async () => {
    const file = xlsx({
      运费: [
        ['地区', '首重'],
        ['上海', 8],
        ['新疆', 20.5],
      ],
      FAQ: [
        ['问题', '答案'],
        ['能开发票吗', '可以，下单时填写抬头。'],
        ['没有答案', ''],
      ],
      空: [],
    })
    const { sections, kind } = await read(file)
    expect(kind).toBe('xlsx')
    expect(outline(sections)).toEqual([
      ['1', '运费', '地区|首重\n上海|8\n新疆|20.5'],
      ['2', 'FAQ'],
      ['2.1', '能开发票吗', '可以，下单时填写抬头。'],
    ])
  })

  test('csv, markdown, html and text', async () => {
    expect(outline((await read('region,fee\n"Shanghai, city",8\nTibet,20\n', 'a.csv')).sections)).toEqual([
      ['0', '', 'region|fee\nShanghai, city|8\nTibet|20'],
    ])
    const markdown =
      '# Returns\n\nWithin **7 days**, see\n[here](x).\n\n## Steps\n\n1. Ask\n2. Send\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    expect(outline((await read(markdown)).sections)).toEqual([
      ['1', 'Returns', 'Within 7 days, see here.'],
      ['1.1', 'Steps', '# Ask\n# Send', 'a|b\n1|2'],
    ])
    const html =
      '<!doctype html><title>Help &amp; more</title><body><nav>Home</nav><main><h1>Returns</h1><p>Within <b>7</b> days.</p><ul><li>Ask<ul><li>first</li></ul></li></ul><script>alert(1)</script><details><summary>Who pays?</summary>We do.</details></main><footer>(c)</footer>'
    const page = await read(html)
    expect(page.title).toBe('Help & more')
    expect(outline(page.sections)).toEqual([
      ['1', 'Returns', 'Within 7 days.', '- Ask\n- first'],
      ['1.1', 'Who pays?', 'We do.'],
    ])
    const text = '售后说明\n\n以下适用于全部商品。\n\n1.1 期限\n签收后\n七天。\n\n2.1 步骤\n1. 申请\n2. 寄回\n'
    expect(outline((await read(text, 'a.txt')).sections)).toEqual([
      ['1', '售后说明', '以下适用于全部商品。'],
      ['1.1', '1.1 期限', '签收后七天。'],
      ['1.2', '2.1 步骤', '# 申请\n# 寄回'],
    ])
    expect(outline((await read('Q: Car park?\nA: Behind.\n\nQ: Open?\nA: Daily.')).sections)).toEqual([
      ['1', 'Car park?', 'Behind.'],
      ['2', 'Open?', 'Daily.'],
    ])
  })

  test.each([
    ['utf-8 with a mark', Buffer.from('\ufeff退货说明：七天。')],
    ['utf-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('退货说明：七天。', 'utf16le')])],
    [
      'utf-16, the other way',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('退货说明：七天。', 'utf16le').swap16()]),
    ],
    [
      'gb18030',
      Buffer.from([0xcd, 0xcb, 0xbb, 0xf5, 0xcb, 0xb5, 0xc3, 0xf7, 0xa3, 0xba, 0xc6, 0xdf, 0xcc, 0xec, 0xa1, 0xa3]),
    ],
  ])('%s', async (_, bytes) => {
    expect(outline((await read(bytes)).sections)).toEqual([['0', '', '退货说明：七天。']])
  })

  test('western text of old', async () => {
    expect(outline((await read(Buffer.from('Garantie : déjà payé', 'latin1'))).sections)).toEqual([
      ['0', '', 'Garantie : déjà payé'],
    ])
  })

  test('a catalogue, as a table or as JSON: each product a section of its own that stays one wherever it stands', async () => {
    const goods = [
      { sku: 'A.1', name: 'Tent', price: 899, colours: ['red', 'blue'] },
      { sku: 'B2', name: 'Stove', price: 199, colours: [] },
    ]
    const expected = [
      ['p-A_1', 'Tent', 'sku: A.1\nname: Tent\nprice: 899\ncolours: red, blue'],
      ['p-B2', 'Stove', 'sku: B2\nname: Stove\nprice: 199'],
    ]
    const feed = await read(JSON.stringify({ products: goods }), 'feed.json')
    expect(outline(feed.sections)).toEqual(expected)
    expect(feed.sections.map(({ product }) => product)).toEqual(['A.1', 'B2'])
    const table = await read('sku,name,price,colours\nB2,Stove,199,\nA.1,Tent,899,"red, blue"\n', 'feed.csv')
    expect(outline(table.sections)).toEqual(expected.toReversed())
  })

  test('what no database keeps is left out', async () => {
    const { sections } = await read(pdf([[{ text: 'Seven\u0000\u0007 days.', y: 700 }]]))
    expect(outline(sections)).toEqual([['0', '', 'Seven days.']])
  })

  test('two hundred pages, within seconds', async () => {
    const lines = Array.from({ length: 9_000 }, (_, n) =>
      n % 45 === 0 ? ([`Chapter about ${n}`, 18] as const) : `line ${n} of a long handbook goes on and on`,
    )
    const { sections } = await read(pdfOfLines(lines))
    expect(sections).toHaveLength(200)
    expect(sections.map(({ blocks }) => blocks.map(said).join(' ')).join(' ')).toContain('line 8999')
  })
})

describe('what cannot be read has one code', () => {
  const bomb = Buffer.alloc(40 * 1024 * 1024)
  test.each([
    ['nothing', 'document.empty', ''],
    ['blanks', 'document.empty', ' \r\n\t '],
    ['a docx without words', 'document.empty', docx(['', ' '])],
    ['an xlsx without cells', 'document.empty', xlsx({ a: [] })],
    ['a pdf without text', 'document.empty', pdf([[]])],
    ['a scanned pdf', 'document.scanned', pdf([[], []], { picture: true })],
    ['a pdf with a password', 'document.encrypted', pdf([[{ text: 'secret', y: 700 }]], { sealed: true })],
    [
      'an office document with a password',
      'document.encrypted',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    ['a zip with a password', 'document.encrypted', zip([{ name: 'word/document.xml', content: 'x', flags: 1 }])],
    [
      'an old Word document',
      'document.unknown-kind',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    ],
    ['a picture', 'document.unknown-kind', png()],
    ['some other zip', 'document.unknown-kind', zip([{ name: 'a.txt', content: 'x' }])],
    ['rich text', 'document.unknown-kind', '{\\rtf1 hello}'],
    ['half a docx', 'document.broken', docx(['words']).subarray(0, 300)],
    ['a docx that is no xml', 'document.broken', zip([{ name: 'word/document.xml', content: '<w:document' }])],
    ['half a pdf', 'document.broken', pdfOfLines(['words']).subarray(0, 200)],
    [
      'a zip that lies about its size',
      'document.broken',
      zip([{ name: 'word/document.xml', content: bomb, claimed: 1_000 }]),
    ],
    [
      'a zip that unpacks to very much',
      'document.too-large',
      zip([1, 2, 3].map((n) => ({ name: n === 1 ? 'word/document.xml' : `word/${n}.xml`, content: bomb }))),
    ],
    ['a page nested without end', 'document.broken', `<html>${'<div>'.repeat(5_000)}x`],
  ])('%s: %s', async (_, code, content) => {
    await expect(read(content, 'a')).rejects.toMatchObject({ code })
  })

  test('a file under a wrong name is read for what it is, and says so', async () => {
    const word = await read(docx(['Seven days.']), 'returns.pdf')
    expect([word.kind, word.warnings, word.title]).toEqual(['docx', [{ code: 'name-wrong' }], 'returns'])
    expect((await read('Seven days.', 'returns.docx')).warnings).toEqual([{ code: 'name-wrong' }])
    expect((await read('Seven days.', 'returns.txt')).warnings).toEqual([])
  })
})
