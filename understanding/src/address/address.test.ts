// Addresses found by rule, the tagger taught on a handful of rows written here, and that no text breaks either.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ADDRESS_OPTIONS,
  evaluateAddress,
  findAddresses,
  scoreTags,
  type TagRow,
  taggerFromBytes,
  trainTagger,
} from './index.ts'
import { bestPath, type Lattice, likelihood } from './lattice.ts'
import { spansOf, tagsOf } from './tag-rows.ts'

const found = (text: string): string[] => findAddresses(text).map(({ start, end }) => text.slice(start, end))

const ADDRESSES: readonly (readonly [string, string])[] = [
  ['我的地址是浙江省杭州市西湖区文三路100号华星大厦3楼301室', '浙江省杭州市西湖区文三路100号华星大厦3楼301室'],
  ['改到朝阳区建国路88号现代城A座1202', '朝阳区建国路88号现代城A座1202'],
  ['寄到上海市浦东新区张杨路500号', '上海市浦东新区张杨路500号'],
  ['地址：广东省深圳市南山区深南大道9988号，电话13800138000', '广东省深圳市南山区深南大道9988号'],
  ['我住在幸福小区3栋2单元501', '幸福小区3栋2单元501'],
  ['北京市海淀区中关村大街27号1101室 张三', '北京市海淀区中关村大街27号1101室'],
  ['锦绣花园8-2-301', '锦绣花园8-2-301'],
  ['江苏省苏州市昆山市玉山镇前进中路219号', '江苏省苏州市昆山市玉山镇前进中路219号'],
  ['四川省成都市武侯区人民南路四段9号', '四川省成都市武侯区人民南路四段9号'],
  ['内蒙古自治区呼和浩特市赛罕区大学东街12号', '内蒙古自治区呼和浩特市赛罕区大学东街12号'],
  ['麻烦改成：武汉市洪山区珞喻路１０号', '武汉市洪山区珞喻路１０号'],
  ['新街口街道青石巷83幢1227号', '新街口街道青石巷83幢1227号'],
  ['文三路100号', '文三路100号'],
  ['河南省周口市沈丘县老城镇东关村', '河南省周口市沈丘县老城镇东关村'],
  ['Ship to 221B Baker Street, London NW1 6XE please', '221B Baker Street, London NW1 6XE'],
  ['1600 Pennsylvania Ave NW, Washington, DC 20500', '1600 Pennsylvania Ave NW, Washington, DC 20500'],
  ['350 Fifth Avenue Apt 5B, New York, NY 10118', '350 Fifth Avenue Apt 5B, New York, NY 10118'],
  ['Flat 3, 12 High Street, Oxford OX1 4AB', 'Flat 3, 12 High Street, Oxford OX1 4AB'],
  ['Hauptstraße 5, 10115 Berlin', 'Hauptstraße 5, 10115 Berlin'],
  ['10 rue de la Paix, 75002 Paris', '10 rue de la Paix, 75002 Paris'],
  ['Calle Mayor 12, 28013 Madrid', 'Calle Mayor 12, 28013 Madrid'],
  ['Via Roma 10, 00184 Roma', 'Via Roma 10, 00184 Roma'],
  ['Keizersgracht 123, 1015 CJ Amsterdam', 'Keizersgracht 123, 1015 CJ Amsterdam'],
  ['250 Koskela 14 Apt. 86, Denver, CO 80202', '250 Koskela 14 Apt. 86, Denver, CO 80202'],
  ['Kiannonkatu 98', 'Kiannonkatu 98'],
  ['PO Box 123, Austin, TX 78701', 'PO Box 123, Austin, TX 78701'],
  ['my new address: 742 evergreen terrace, springfield', '742 evergreen terrace, springfield'],
]
const TALK = [
  '请问什么时候发货',
  '我要买3号楼的',
  '双十一买的5号还没到',
  '这条路好走吗，3号到',
  '我在北京市',
  '这个小区的快递你们送吗',
  '我昨天下午三点买的黑色M码两双',
  '订单BL200001的快递单号SF1234567890123',
  '门口放一下就行',
  '3楼没人',
  '第二个 38码 两百块',
  'I waited 3 days by the way',
  'my order 12345 is on its way',
  'I have 2 in place of 3',
  'it took 5 business days to drive',
  'call 5551234',
]

/** Written for this test: no row comes from a data set. */
const ROW = (...parts: readonly (readonly [string, string])[]): TagRow => {
  const tokens = parts.map(([text, type]) => [text.match(/\d+|\D/g)!, type] as const)
  return {
    chars: tokens.flatMap(([chars]) => chars),
    tags: tokens.flatMap(([chars, type]) => chars.map((_, at) => `${at === 0 ? 'B' : 'I'}-${type}`)),
  }
}
const CITIES = ['东海市', '南山市', '云林市', '青石市', '白河市']
const ROADS = ['长青路', '和平路', '文昌街', '朝阳街', '解放路', '向阳路']
const ROWS = CITIES.flatMap((city, c) =>
  ROADS.map((road, r) =>
    ROW([city, 'city'], [road, 'road'], [`${c * 7 + r + 1}号`, 'roadno'], [`${r + 2}楼`, 'floorno']),
  ),
)

describe('addresses by rule', () => {
  it.each(ADDRESSES)('%s', (text, expected) => expect(found(text)).toEqual([expected]))
  it.each(TALK)('leaves talk alone: %s', (text) => expect(found(text)).toEqual([]))

  it('names the parts', () => {
    const text = '浙江省杭州市西湖区文三路100号华星大厦3楼301室'
    const parts = findAddresses(text)[0]!.parts.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
    expect(parts).toEqual([
      'province 浙江省',
      'city 杭州市',
      'district 西湖区',
      'road 文三路',
      'road-number 100号',
      'place 华星大厦',
      'floor 3楼',
      'room 301室',
    ])
  })

  it('finds two in one message', () =>
    expect(found('不要寄到杭州市西湖区文三路1号，改到宁波市海曙区中山路2号')).toEqual([
      '杭州市西湖区文三路1号',
      '宁波市海曙区中山路2号',
    ]))

  it('never throws, never overlaps, and every place is in the text', () => {
    const pieces = fc.constantFrom(
      '省',
      '市',
      '区',
      '路',
      '12',
      '号',
      '楼',
      '浙江',
      'street ',
      '5 ',
      'rue ',
      ',',
      ' ',
      '园',
      '\ud83d',
      '室',
      '-',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (raw) => {
        let last = 0
        for (const { start, end, parts } of findAddresses(raw)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(raw.length)
          for (const part of parts) expect(part.start >= start && part.end <= end && part.start < part.end).toBe(true)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads a long text of any one piece in bounded time', () => {
    for (const piece of ['区', '一', '1', '中', 'a ', '1 a ', '路1', '在', '浙江', '1-', '5 st '])
      expect(Array.isArray(findAddresses(piece.repeat(4000)))).toBe(true)
  }, 5_000)
})

describe('the tagger', () => {
  const tagger = trainTagger(ROWS, { passes: 6, dropout: 0.1, atLeast: 1 })
  const fresh = ROW(['红叶市', 'city'], ['建设路', 'road'], ['88号', 'roadno'], ['5楼', 'floorno'])

  it('tags names it never saw by what surrounds them', () => expect(tagger.tag(fresh.chars)).toEqual(fresh.tags))
  it('keeps its tags as bytes', () => {
    const again = taggerFromBytes(tagger.toBytes())
    for (const { chars } of [...ROWS, fresh]) expect(again.tag(chars)).toEqual(tagger.tag(chars))
  })
  it('is the same from the same rows', () => {
    const again = trainTagger(ROWS, { passes: 6, dropout: 0.1, atLeast: 1 })
    expect(Buffer.compare(again.toBytes(), tagger.toBytes())).toBe(0)
  })
  it('refuses what is no tagger, and rows that do not fit', () => {
    expect(() => taggerFromBytes(new Uint8Array(40))).toThrow('not a tagger')
    expect(() => taggerFromBytes(tagger.toBytes().slice(0, 2000))).toThrow()
    expect(() => trainTagger([{ chars: ['a'], tags: [] }])).toThrow('row 1')
    expect(() => trainTagger([])).toThrow('at least one row')
  })
  it('gives one tag a token, whatever the tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 60 }), (chars) => {
        const tags = tagger.tag(chars)
        expect(tags).toHaveLength(chars.length)
        expect(tagsOf(spansOf(tags))).toEqual(tags)
      }),
      { numRuns: 60 },
    )
  })
  it('learns rows with tokens outside every span', () => {
    const rows = ROWS.map(({ chars, tags }) => ({ chars: ['寄', '到', ...chars], tags: ['O', 'O', ...tags] }))
    const taught = trainTagger(rows, { passes: 6, dropout: 0.1, atLeast: 1 })
    expect(taught.tag(['寄', '到', ...fresh.chars])).toEqual(['O', 'O', ...fresh.tags])
    expect(taught.spans(['寄', '到', ...fresh.chars])).toHaveLength(4)
  })
})

describe('the lattice', () => {
  /** Every segmentation of three tokens, by hand: what the forward and backward sums must agree with. */
  const lattice: Lattice = {
    length: 3,
    longest: 2,
    types: 2,
    memories: 2,
    marks: Uint8Array.from([0, 1]),
    segments: Float64Array.from({ length: 12 }, (_, at) => Math.sin(at * 1.7)),
    moves: Float64Array.from({ length: 12 }, (_, at) => Math.cos(at * 2.3)),
  }
  type Path = readonly { readonly start: number; readonly end: number; readonly type: number }[]
  const paths = (from: number): Path[] =>
    from === 3
      ? [[]]
      : [1, 2]
          .filter((span) => from + span <= 3)
          .flatMap((span) =>
            [0, 1].flatMap((type) =>
              paths(from + span).map((rest) => [{ start: from, end: from + span, type }, ...rest]),
            ),
          )
  const score = (path: Path): number => {
    let memory = 0
    let before = 2
    let sum = 0
    for (const { start, end, type } of path) {
      sum +=
        lattice.moves[(memory * 3 + before) * 2 + type]! + lattice.segments[(start * 2 + end - start - 1) * 2 + type]!
      memory |= lattice.marks[type]!
      before = type
    }
    return sum
  }

  it('finds the best of all paths', () => {
    const best = paths(0).reduce((a, b) => (score(b) > score(a) ? b : a))
    expect(bestPath(lattice)).toEqual(best)
  })
  it('gives each segment the share of all paths that hold it', () => {
    const total = paths(0).reduce((sum, path) => sum + Math.exp(score(path)), 0)
    const shares = new Float64Array(12)
    for (const path of paths(0))
      for (const { start, end, type } of path)
        shares[(start * 2 + end - start - 1) * 2 + type]! += Math.exp(score(path)) / total
    likelihood(lattice).segments.forEach((share, at) => {
      expect(share).toBeCloseTo(shares[at]!, 9)
    })
  })
})

describe('the score', () => {
  it('counts a span only with its start, end and type right', () => {
    const rows = [ROW(['东海市', 'city'], ['长青路', 'road'])]
    const { spanF1, tokenAccuracy, rowAccuracy, perType } = scoreTags(rows, () => [
      'B-city',
      'I-city',
      'I-city',
      'B-road',
      'I-road',
      'B-road',
    ])
    expect([spanF1, tokenAccuracy, rowAccuracy]).toEqual([0.4, 5 / 6, 0])
    expect(perType.road).toEqual({ precision: 0, recall: 0, f1: 0, count: 1 })
  })
  it('evaluates with a clock it is given', () => {
    let ticks = 0
    const result = evaluateAddress(ROWS.slice(0, 25), ROWS.slice(25), () => ticks++, { ...ADDRESS_OPTIONS, atLeast: 1 })
    expect(result.spanF1).toBeGreaterThan(0.9)
    expect(result.modelBytes).toBeGreaterThan(0)
  })
})
