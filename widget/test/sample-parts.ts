// Messages as the bot writes them, for the browser tests.
import type { Part } from '@ballast/contract/parts'

export const ORDER: Part = {
  kind: 'order-card',
  orderNo: '20261118007731',
  status: 'shipped',
  placedAt: '2026-11-18T08:20:00.000Z',
  total: { amount: 45800, currency: 'CNY' },
  items: [
    { title: '轻量防水双肩包 22L 雾灰', quantity: 1, image: '/demo/pictures/bag.svg' },
    { title: '美利奴羊毛袜（三双装）', quantity: 2, image: '/demo/pictures/socks.svg' },
  ],
  parcel: {
    carrier: '顺丰',
    trackingNo: 'SF1420039941022',
    lastEvent: '已到达杭州转运中心',
    lastEventAt: '2026-11-20T02:10:00.000Z',
    eta: '2026-11-21T10:00:00.000Z',
  },
}
export const PRODUCT: Part = {
  kind: 'product-card',
  productId: 'p-1',
  title: '钛合金单层水杯 450ml',
  price: { amount: 23900, currency: 'CNY' },
  image: '/demo/pictures/cup.svg',
  url: '/demo/#/product/p-1',
  stock: 4,
}
export const RETURN: Part = {
  kind: 'return-card',
  returnId: 'R-20261120-01',
  orderNo: '20261118007731',
  type: 'return',
  status: 'draft',
  amount: { amount: 23900, currency: 'CNY' },
}

export const answerTo = (text: string): Part[] | null => {
  if (text.includes('订单') || text.includes('order'))
    return [
      { kind: 'text', text: '您的包裹正在路上，预计明天送达。' },
      ORDER,
      {
        kind: 'sources',
        sources: [
          { id: 's1', title: '配送时效', version: 3 },
          { id: 's2', title: '物流查询', version: 1 },
        ],
      },
      { kind: 'quick-replies', replies: [{ label: '改收货地址' }, { label: '催一下', say: '请帮我催一下快递' }] },
    ]
  if (text.includes('推荐'))
    return [
      { kind: 'text', text: '这一款很适合通勤，详情见 https://shop.example/p/1 。' },
      PRODUCT,
      { kind: 'buttons', buttons: [{ id: 'b1', label: '还有别的颜色吗', say: '还有别的颜色吗？' }] },
    ]
  if (text.includes('退')) return [{ kind: 'text', text: '可以的，请确认退货信息：' }, RETURN]
  return [{ kind: 'text', text: `收到：${text}` }]
}
