// The demo shop's customers. All invented; phone numbers lie in a range nobody is given.
export interface DemoCustomer {
  readonly externalId: string
  readonly name: string
  readonly locale: 'zh-CN' | 'en'
  readonly level: 'new' | 'silver' | 'gold'
  readonly phone: string
  readonly email: string
}

const NAMES: readonly (readonly [string, DemoCustomer['locale'], DemoCustomer['level']])[] = [
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

export const customerId = (index: number): string => `demo-${String(index).padStart(3, '0')}`

export const customers: readonly DemoCustomer[] = NAMES.map(([name, locale, level], position) => {
  const index = position + 1
  return {
    externalId: customerId(index),
    name,
    locale,
    level,
    phone: `1990000${String(1000 + index * 37)}`,
    email: `customer${index}@ridgeline.example`,
  }
})
