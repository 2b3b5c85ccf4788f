// One believable part of every kind, for the contract test and the fitting tests.
import type { Part } from '@ballast/contract'

const fileId = '01890a5d-ac96-774b-bcce-b302099a8059'
const cny = (amount: number) => ({ amount, currency: 'CNY' })

export const SAMPLE_PARTS: readonly Part[] = [
  { kind: 'text', text: '您好，您的订单已经发货。👨‍👩‍👧‍👦'.repeat(40) },
  { kind: 'image', url: 'https://shop.test/a.png', mime: 'image/png', bytes: 1000, alt: '尺码表' },
  { kind: 'file', fileId, name: 'invoice.pdf', mime: 'application/pdf', bytes: 20_000 },
  { kind: 'audio', url: 'https://shop.test/a.mp3', mime: 'audio/mpeg', bytes: 9000, transcript: '你好' },
  { kind: 'video', url: 'https://shop.test/a.mp4', mime: 'video/mp4', bytes: 900_000_000 },
  { kind: 'product-card', productId: 'p1', title: '羊毛大衣', price: cny(49_900), url: '/p/p1' },
  {
    kind: 'order-card',
    orderNo: '1001',
    status: 'shipped',
    placedAt: '2026-11-11T00:00:00.000Z',
    total: cny(49_900),
    items: [{ title: '羊毛大衣', quantity: 1 }],
    parcel: { carrier: '顺丰', trackingNo: 'SF1', lastEvent: '已到达杭州' },
    url: '/orders/1001',
  },
  { kind: 'return-card', returnId: 'r1', orderNo: '1001', type: 'return', status: 'requested', amount: cny(100) },
  {
    kind: 'buttons',
    buttons: Array.from({ length: 10 }, (_, n) => ({
      id: `b${n}`,
      label: `选项 ${n} 👍🏽 with a rather long label`,
      url: '/x',
    })),
  },
  { kind: 'quick-replies', replies: Array.from({ length: 13 }, (_, n) => ({ label: `Where is order number ${n}?` })) },
  {
    kind: 'form',
    formId: 'f1',
    title: '退货申请',
    fields: [{ name: 'reason', label: '原因', type: 'choice', required: true, choices: ['尺码', '质量'] }],
  },
  { kind: 'location', latitude: 30.27, longitude: 120.15, label: '杭州仓' },
  { kind: 'call', callId: 'c1', legs: [], transcript: [], outcome: 'missed' },
  { kind: 'system', code: 'handed-over' },
  { kind: 'sources', sources: [{ id: 's1', title: '退货政策', version: 3, url: 'https://shop.test/returns' }] },
]
