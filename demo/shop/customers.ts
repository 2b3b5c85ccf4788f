// The demo shop's customers. All invented; phone numbers lie in a range nobody is given.
export interface DemoCustomer {
  readonly externalId: string
  readonly name: string
  readonly locale: 'zh-CN' | 'en'
  readonly level: 'new' | 'silver' | 'gold'
  readonly phone: string
  readonly email: string
}

const BY_HAND: readonly (readonly [string, DemoCustomer['locale'], DemoCustomer['level']])[] = [
  ['林晓', 'zh-CN', 'silver'],
  ['Emma Clarke', 'en', 'new'],
  ['王浩', 'zh-CN', 'gold'],
  ['James Wu', 'en', 'silver'],
  ['陈静', 'zh-CN', 'new'],
  ['Sofia Rossi', 'en', 'new'],
  ['赵敏慧', 'zh-CN', 'silver'],
  ['Oliver Brown', 'en', 'gold'],
  ['刘洋', 'zh-CN', 'silver'],
  ['Mia Tan', 'en', 'silver'],
  ['孙悦', 'zh-CN', 'new'],
  ['Lucas Meyer', 'en', 'new'],
  ['黄子涵', 'zh-CN', 'gold'],
  ['吴桐', 'zh-CN', 'silver'],
  ['Hannah Lee', 'en', 'silver'],
  ['郑一鸣', 'zh-CN', 'new'],
  ['Noah Silva', 'en', 'gold'],
  ['徐朗', 'zh-CN', 'silver'],
  ['Grace Kim', 'en', 'new'],
  ['马晓东', 'zh-CN', 'silver'],
  ['Ethan Moore', 'en', 'silver'],
  ['胡佳', 'zh-CN', 'gold'],
  ['Chloe Martin', 'en', 'new'],
  ['郭磊', 'zh-CN', 'silver'],
  ['Adam Novak', 'en', 'silver'],
  ['何思雨', 'zh-CN', 'new'],
  ['Isla Wright', 'en', 'gold'],
  ['罗文', 'zh-CN', 'silver'],
  ['Yuki Mori', 'en', 'silver'],
  ['唐一诺', 'zh-CN', 'gold'],
]

const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'
const GIVEN =
  '子轩|雨桐|浩然|思远|佳怡|明哲|欣妍|俊杰|梦洁|志强|晓雯|宇航|静怡|天佑|若曦|建国|丽娜|文博|诗涵|海涛|小满|景行|一凡|可欣'.split(
    '|',
  )
const FIRST =
  'Ava Ben Clara David Elena Felix Gina Henry Iris Jack Kate Leo Maya Nina Oscar Paula Quinn Rosa Sam Tara Uma Victor Wendy Zoe'.split(
    ' ',
  )
const LAST =
  'Adams Baker Costa Diaz Evans Fischer Green Hughes Ito Jensen Klein Lopez Mehta Nguyen Owens Park Reed Singh Tran Usman Vargas Walsh Young Zhang'.split(
    ' ',
  )
const LEVELS: readonly DemoCustomer['level'][] = ['new', 'new', 'silver', 'new', 'silver', 'gold', 'new', 'silver']
const COUNT = 500

/** Each walk through the second list starts one further on: no pair comes up twice. */
const generated = (index: number): (typeof BY_HAND)[number] => {
  const level = LEVELS[index % LEVELS.length]!
  if (index % 3 !== 0) {
    const given = GIVEN[(index * 7 + Math.floor(index / FAMILY.length)) % GIVEN.length]!
    return [`${FAMILY[index % FAMILY.length]}${given}`, 'zh-CN', level]
  }
  const last = LAST[(index * 5 + Math.floor(index / FIRST.length)) % LAST.length]!
  return [`${FIRST[index % FIRST.length]} ${last}`, 'en', level]
}

export const customerId = (index: number): string => `demo-${String(index).padStart(3, '0')}`

/** Thirty set by hand, the rest made from lists of names. */
export const customers: readonly DemoCustomer[] = Array.from({ length: COUNT }, (_, position) => {
  const index = position + 1
  const [name, locale, level] = BY_HAND[position] ?? generated(index)
  return {
    externalId: customerId(index),
    name,
    locale,
    level,
    phone: `199${String(1000 + index * 37).padStart(8, '0')}`,
    email: `customer${index}@ridgeline.example`,
  }
})

/** Who the storefront offers to sign in as: one for each situation worth trying. */
export const INTERESTING: readonly {
  readonly id: string
  readonly about: { readonly zh: string; readonly en: string }
}[] = [
  { id: 'demo-001', about: { zh: '一单在路上', en: 'one order on its way' } },
  { id: 'demo-002', about: { zh: '一单在路上', en: 'one order on its way' } },
  { id: 'demo-003', about: { zh: '几个订单，金卡', en: 'several orders, gold' } },
  { id: 'demo-005', about: { zh: '还没有订单', en: 'no orders yet' } },
  { id: 'demo-007', about: { zh: '退款处理中', en: 'refund in progress' } },
  { id: 'demo-008', about: { zh: '退款已到账', en: 'refund paid' } },
  { id: 'demo-009', about: { zh: '分两个包裹', en: 'two parcels, one sent' } },
  { id: 'demo-031', about: { zh: '快递延误', en: 'delayed parcel' } },
  { id: 'demo-030', about: { zh: '很多订单', en: 'many orders' } },
]
