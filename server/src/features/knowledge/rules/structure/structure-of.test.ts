// What is read out of texts, case by case, and what must not be.
import { describe, expect, test } from 'vitest'
import { codesIn, possibleCodes } from './codes.ts'
import { conditionsIn } from './conditions.ts'
import { plainName } from './found.ts'
import { createPointers } from './named.ts'
import { type Known, productsIn, structureOf } from './structure-of.ts'
import { measureOf } from './values.ts'
import { manualOf, placesIn, policyNamed } from './words.ts'

const NOTHING: Known = { products: [] }
/** Nodes as `kind label=value unit`, edges as `label -type-> label`. */
const read = (title: string, answer: string, known: Known = NOTHING) => {
  const { nodes, edges } = structureOf({ title, answer }, known)
  const label = (key: string) => nodes.find((node) => node.key === key)?.label
  return {
    nodes: nodes.map(
      ({ kind, label: name, value, unit }) => `${kind} ${name}${value === '' ? '' : `=${value}`}${unit && ` ${unit}`}`,
    ),
    edges: edges.map(({ type, from, to }) => `${label(from)} -${type}-> ${label(to)}`),
  }
}

describe('policies and their conditions', () => {
  test.each([
    [
      '售后政策 › 一、退货政策',
      '自签收之日起7天内可无理由退货，仅限未使用的商品。如商品有质量问题，运费由我们承担。定制商品不适用。',
      [
        'policy 退货政策',
        'condition 自签收之日起7天内=7 天',
        'condition 仅限未使用的商品',
        'condition 如商品有质量问题',
        'condition 定制商品不适用',
      ],
      ['自签收之日起7天内 -condition-of-> 退货政策', '退货政策 -overridden-by-> 定制商品不适用'],
    ],
    [
      'Returns policy',
      'You can return any item within 30 days of delivery if it is unused. Unless the item is faulty, you pay for return shipping. Items must be in their original box.',
      [
        'policy Returns policy',
        'condition within 30 days of delivery=30 days',
        'condition if it is unused',
        'condition must be in their original box',
      ],
      [
        'within 30 days of delivery -condition-of-> Returns policy',
        'Returns policy -requires-> must be in their original box',
        'Returns policy -overridden-by-> Unless the item is faulty, you pay for return shipping',
      ],
    ],
    [
      '保修多久？',
      '整机保修2年。人为损坏除外。',
      ['policy 保修', 'condition 整机保修2年=2 年'],
      ['保修 -overridden-by-> 人为损坏除外'],
    ],
    [
      'How long is the warranty?',
      'All kettles come with a 2-year warranty.',
      ['policy Warranty', 'condition 2-year warranty=2 year'],
      [],
    ],
    ['配送政策', '除新疆、西藏外均包邮。', ['place 新疆', 'place 西藏'], ['除新疆、西藏外 -valid-in-> 西藏']],
    [
      'Shipping',
      'Orders to Canada arrive within five business days.',
      ['place Canada', 'condition within five business days=5 business days'],
      ['Shipping -valid-in-> Canada'],
    ],
  ])('%s', (title, answer, nodes, edges) => {
    const found = read(title, answer)
    expect(found.nodes).toEqual(expect.arrayContaining(nodes))
    expect(found.edges).toEqual(expect.arrayContaining(edges))
  })
})

describe('products and their properties', () => {
  test.each([
    [
      '云朵洗衣机 X1 › 规格',
      '容量：10 kg\n尺寸：60 × 60 × 85 cm\n颜色：白色',
      '云朵洗衣机 X1',
      ['attribute 容量=10 kg', 'attribute 尺寸=60 × 60 × 85 cm', 'attribute 颜色=白色'],
    ],
    [
      'Kettle K2 user manual › Specifications',
      'Specification | Value\nCapacity | 1.7 L\nPower | 2200 W',
      'Kettle K2',
      ['attribute Capacity=1.7 L', 'attribute Power=2200 W'],
    ],
    [
      'Trail tent T3',
      'Weight: 2.1 kg\nSleeps: 3\nPacked length: 48 cm',
      'Trail tent T3',
      ['attribute Weight=2.1 kg', 'attribute Packed length=48 cm'],
    ],
    [
      'Pump P9 › Specifications',
      'Capacity: 10 kg Noise level: 48 dB',
      'Pump P9',
      ['attribute Capacity=10 kg', 'attribute Noise level=48 dB'],
    ],
    ['登山包 › 规格参数', '参数 | 数值\n重量 | 约 1.5 公斤', '登山包', ['attribute 重量=1.5 公斤']],
  ])('%s', (title, answer, product, nodes) => {
    const found = read(title, answer)
    expect(found.nodes[0]).toBe(`product ${product}`)
    expect(found.nodes).toEqual(expect.arrayContaining(nodes))
    expect(found.edges.every((edge) => edge.startsWith(`${product} -has-attribute->`))).toBe(true)
  })
  test('a table of products is products with properties', () => {
    const found = read('Range', 'Model | Weight | Colour\nT1 | 1.2 kg | red\nT2 | 1.4 kg | blue')
    expect(found.nodes).toEqual(
      expect.arrayContaining(['product T1', 'product T2', 'attribute Weight=1.2 kg', 'attribute Weight=1.4 kg']),
    )
    expect(found.edges).toContain('T2 -has-attribute-> Weight')
  })
  test('one of a catalogue is named by its title; one named elsewhere is known again', () => {
    const { nodes } = structureOf(
      { title: 'Catalogue › Alpine jacket', answer: 'Material: nylon', product: 'sku-7' },
      NOTHING,
    )
    expect(nodes[0]).toMatchObject({ kind: 'product', label: 'Alpine jacket', value: 'sku-7' })
    const found = read('退货政策', '冲锋衣须在15天内退回。', { products: ['冲锋衣'] })
    expect(found.edges).toContain('退货政策 -applies-to-> 冲锋衣')
  })
  test('a document introduces its products to all of its sections', () => {
    const texts = [
      { title: '云朵洗衣机 X1 › 规格', answer: '容量：10 kg' },
      { title: '云朵洗衣机 X1 › 保修', answer: '整机保修2年。' },
    ]
    expect(productsIn(texts)).toEqual(['云朵洗衣机 X1'])
    const found = read(texts[1]!.title, texts[1]!.answer, { products: productsIn(texts) })
    expect(found.edges).toContain('云朵洗衣机 X1 -governed-by-> 保修')
  })
})

describe('error codes and procedures', () => {
  test('a table of codes: what each means and what helps', () => {
    const answer = '代码 | 含义 | 处理方法\nE1 | 进水异常 | 检查水龙头是否打开。清洗滤网。\nF05 | 排水超时 | 清洁排水泵'
    const found = read('云朵洗衣机 X1 › 故障代码', answer, { products: ['云朵洗衣机 X1'] })
    expect(found.nodes).toEqual(
      expect.arrayContaining(['error-code E1=进水异常', 'error-code F05=排水超时', 'procedure 清洁排水泵']),
    )
    expect(found.edges).toEqual(expect.arrayContaining(['清洁排水泵 -fixes-> F05', 'E1 -applies-to-> 云朵洗衣机 X1']))
  })
  test.each([
    [
      'Troubleshooting',
      'E1: No water. Check that the tap is open.',
      'error-code E1=No water.',
      'Check that the tap is open. -fixes-> E1',
    ],
    [
      'Error codes',
      'E1: No water. Open the tap. F05: It is full. Empty it.',
      'error-code F05=It is full.',
      'Empty it. -fixes-> F05',
    ],
    ['故障排除', '显示 E3 时，请关闭电源后重启。', 'error-code E3', '显示 E3 时，请关闭电源后重启。 -fixes-> E3'],
    [
      'Error E7',
      'The pump is blocked.\n\n1. Unplug it.\n2. Clean the filter.',
      'error-code E7=The pump is blocked.',
      'Error E7 -fixes-> E7',
    ],
  ])('%s', (title, answer, node, edge) => {
    const found = read(title, answer)
    expect(found.nodes).toContain(node)
    expect(found.edges).toContain(edge)
  })
  test('numbered steps are a procedure, in their order', () => {
    const { edges, nodes } = structureOf(
      { title: '如何更换滤芯', answer: '1. 关闭水源\n2. 旋下滤芯\n3. 装上新滤芯' },
      NOTHING,
    )
    expect(nodes.map(({ kind }) => kind)).toEqual(['procedure', 'step', 'step', 'step'])
    expect(edges.map(({ type, place }) => `${type} ${place}`)).toEqual(['step-of 1', 'step-of 2', 'step-of 3'])
  })
  test('the same step of two devices is two steps', () => {
    const key = (title: string) => structureOf({ title, answer: '1. 断电\n2. 清洁' }, NOTHING).nodes[1]!.key
    expect(key('洗衣机 › 如何清洁')).not.toBe(key('烤箱 › 如何清洁'))
  })
})

test('a promotion, what it asks for, and the goods it is for', () => {
  const found = read('双11 满减活动', '每满300减50，仅限冲锋衣，不支持价保。', { products: ['冲锋衣'] })
  expect(found.nodes).toEqual(
    expect.arrayContaining(['promotion 双11 满减活动', 'condition 仅限冲锋衣', 'condition 满300=300']),
  )
  expect(found.edges).toContain('双11 满减活动 -promotion-of-> 冲锋衣')
})
test('a table of regions: what holds where', () => {
  const found = read('配送政策 › 运费标准', '地区 | 首重\n江浙沪 | 6元\n新疆、西藏 | 18元')
  expect(found.nodes).toEqual(expect.arrayContaining(['place 江浙沪', 'attribute 新疆、西藏 首重=18 元']))
  expect(found.edges).toContain('新疆、西藏 首重 -valid-in-> 西藏')
})

describe('what is not there', () => {
  test.each([
    ['About us', 'We are a small shop. We love the mountains.'],
    ['尺码', '请按身高选择。'],
    ['Contact', 'Write to A4 Paper Street 12, or call us.'],
    ['Models', 'The X1 and the K2 are our best sellers.'],
  ])('%s', (title, answer) => expect(read(title, answer)).toEqual({ nodes: [], edges: [] }))
  test.each(['The X1 has four wheels', 'P20 is a phone', 'Kettle K2'])('no code in: %s', (text) =>
    expect(codesIn(text)).toEqual([]),
  )
})

test('the same text gives the same keys, whatever stands around it', () => {
  const once = structureOf({ title: 'Returns policy', answer: 'Within 30 days. Only unused items.' }, NOTHING)
  const again = structureOf(
    { title: '2. Returns policy', answer: 'Within 30 days. Only unused items.\n\nMore.' },
    NOTHING,
  )
  expect(again.nodes.map(({ key }) => key)).toEqual(once.nodes.map(({ key }) => key))
})

test.each([
  ['', ''],
  ['\u0000\ud800', '\ud800'.repeat(300)],
  ['|'.repeat(300), ' | '.repeat(3_000)],
  ['E1'.repeat(150), 'E1 '.repeat(2_600)],
  ['如何'.repeat(150), `${'1. '.repeat(2_000)}\n2. x`],
  ['保修'.repeat(100), '如'.repeat(8_000)],
  ['Returns', 'within '.repeat(1_200)],
  ['Returns', 'capacity is '.repeat(700)],
  ['规格', '：'.repeat(8_000)],
])('junk is read to its end: %#', (title, answer) => {
  const { nodes, edges } = structureOf({ title, answer }, { products: ['', ' ', 'x'] })
  expect(nodes.length).toBeLessThanOrEqual(60)
  expect(edges.length).toBeLessThanOrEqual(120)
  for (const { label, value, quote } of nodes)
    expect([label, value, quote].every((text) => text.isWellFormed())).toBe(true)
})

test.each([
  ['10 kg', { value: '10', unit: 'kg' }],
  ['约1.5 公斤', { value: '1.5', unit: '公斤' }],
  ['60 × 40 cm', { value: '60 × 40', unit: 'cm' }],
  ['1,200 W (max)', { value: '1,200', unit: 'W' }],
  ['blue', null],
  ['10 small dogs', null],
])('a measure: %s', (text, measure) => expect(measureOf(text)).toEqual(measure))
test.each([
  ['退货须在7天内提出', '7', '天'],
  ['Send it back within two weeks of purchase', '2', 'weeks'],
  ['Send it back within two weeks', undefined, undefined],
  ['满300元可用', '300', '元'],
])('a span: %s', (text, value, unit) => {
  const set = conditionsIn(text).find((condition) => condition.value !== '')
  if (value !== undefined) expect(set).toMatchObject({ value, unit })
  else expect(set).toMatchObject({ kind: 'holds' })
})
test('small words', () => {
  expect(policyNamed('运费谁出')).toBe('运费')
  expect(policyNamed('Nothing here')).toBeNull()
  expect(placesIn('We ship to the UK and New Zealand, not to Ukraine')).toEqual(['UK', 'New Zealand'])
  expect(manualOf('X1 用户手册')).toBe('X1')
  expect(manualOf('退货手册')).toBeNull()
  expect(plainName('  Cloud-Washer　Ｘ１ ')).toBe('cloud washer x1')
})

describe('what a question names', () => {
  const pointers = createPointers([
    { kind: 'error-code', label: 'E1', product: '云朵洗衣机 X1', entries: ['washer'] },
    { kind: 'error-code', label: 'E1', product: 'Oven O3', entries: ['oven'] },
    { kind: 'error-code', label: 'F05', product: null, entries: ['any'] },
    { kind: 'attribute', label: '容量', product: '云朵洗衣机 X1', entries: ['size'] },
  ])
  test.each([
    ['屏幕显示e1怎么办', ['washer', 'oven']],
    ['我的X1显示 E-1', ['washer']],
    ['my oven o3 says E1!', ['oven']],
    ['What is F 05?', ['any']],
    ['云朵洗衣机X1的容量是多少', ['size']],
    ['洗衣机容量', []],
    ['E12', []],
    ['\ud800'.repeat(1_000), []],
  ])('%s', (question, entries) => expect([...pointers.entriesNamed(question)]).toEqual(entries))
  test('possible codes are cheap and wide', () =>
    expect(possibleCodes('E1, err-21 ｅ３ 2024')).toEqual(['E1', 'ERR21', 'E3']))
})
