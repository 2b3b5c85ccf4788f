// What each built-in intent about an order (delivery, returns, repair) is called and means, in both languages.
import type { About } from './sayings.ts'

export const aboutOrders: About = {
  'order-where': {
    title: { zh: '包裹到哪了', en: 'Where is my order' },
    meaning: { zh: '问已买的东西现在在哪里、物流走到哪一步', en: 'Asks where a parcel on its way is now' },
  },
  'tracking-number': {
    title: { zh: '快递单号', en: 'Tracking number' },
    meaning: { zh: '要运单号、快递公司或查询链接', en: 'Wants the tracking number, the carrier or a tracking link' },
  },
  'order-status': {
    title: { zh: '订单状态', en: 'Order status' },
    meaning: {
      zh: '问订单有没有成功、有没有发货、处理到哪一步',
      en: 'Asks whether an order went through, is packed or has shipped',
    },
  },
  'order-eta': {
    title: { zh: '什么时候到', en: 'When does my order arrive' },
    meaning: { zh: '问自己已下的订单哪天、几点能到', en: 'Asks the day or hour an order already placed will arrive' },
  },
  hurry: {
    title: { zh: '催单', en: 'Please hurry' },
    meaning: { zh: '催促尽快发货或尽快派送', en: 'Urges the shop to ship or deliver faster' },
  },
  'cancel-order': {
    title: { zh: '取消订单', en: 'Cancel an order' },
    meaning: { zh: '不要了，要取消还没收到的订单', en: 'Wants an order stopped before it arrives' },
  },
  'change-address': {
    title: { zh: '修改地址', en: 'Change address' },
    meaning: { zh: '要改收货地址、收件人或电话', en: 'Wants the delivery address, name or phone of an order changed' },
  },
  'change-order': {
    title: { zh: '修改订单内容', en: 'Change an order' },
    meaning: {
      zh: '要改已下单的颜色、尺码、数量或加减商品',
      en: 'Wants the colour, size, quantity or items of an order altered',
    },
  },
  'delivery-time': {
    title: { zh: '配送要几天', en: 'How long delivery takes' },
    meaning: {
      zh: '买之前问发货、配送一般要多久',
      en: 'Asks before buying how long dispatch and delivery usually take',
    },
  },
  'delivery-date': {
    title: { zh: '指定送货时间', en: 'Choose delivery date' },
    meaning: { zh: '要指定、推迟或改约送货时间', en: 'Wants delivery on a chosen day or hour, later, or rearranged' },
  },
  'cross-border': {
    title: { zh: '跨境和关税', en: 'Cross-border and customs' },
    meaning: { zh: '问能否寄国外、关税谁付、清关怎么办', en: 'Asks about shipping abroad, customs duty and clearance' },
  },
  'shipping-fee': {
    title: { zh: '运费', en: 'Shipping fee' },
    meaning: { zh: '问运费多少、怎么算', en: 'Asks what delivery costs and how it is worked out' },
  },
  'free-shipping': {
    title: { zh: '包邮门槛', en: 'Free shipping' },
    meaning: { zh: '问满多少包邮、是否包邮、怎样凑单', en: 'Asks whether or from what amount delivery is free' },
  },
  'express-choice': {
    title: { zh: '快递选择', en: 'Choice of courier' },
    meaning: { zh: '问发什么快递，或想指定、避开某家快递', en: 'Asks which courier is used, or wants or refuses one' },
  },
  'parcel-lost': {
    title: { zh: '包裹丢失', en: 'Parcel lost' },
    meaning: { zh: '显示签收但没收到，或包裹丢了', en: 'Marked delivered but never received, or lost by the courier' },
  },
  'parcel-damaged': {
    title: { zh: '运输破损', en: 'Damaged in transit' },
    meaning: {
      zh: '收到时包装或商品被摔坏、压坏、漏了',
      en: 'The box or goods were crushed, smashed or leaking on arrival',
    },
  },
  'wrong-item': {
    title: { zh: '发错货', en: 'Wrong item sent' },
    meaning: { zh: '收到的不是买的那个', en: 'Something other than what was ordered came' },
  },
  'missing-item': {
    title: { zh: '少件漏发', en: 'Item missing' },
    meaning: {
      zh: '包裹里少了东西、配件或赠品',
      en: 'Part of the order, an accessory or a gift is missing from the parcel',
    },
  },
  'quality-defect': {
    title: { zh: '质量问题', en: 'Faulty product' },
    meaning: { zh: '收到或用了不久就有质量问题、坏了', en: 'The product is faulty, badly made or stopped working' },
  },
  return: {
    title: { zh: '退货', en: 'Return' },
    meaning: { zh: '想退货，或问能不能退、怎么退', en: 'Wants to send goods back, or asks whether and how' },
  },
  exchange: {
    title: { zh: '换货', en: 'Exchange' },
    meaning: { zh: '想换尺码、颜色或换一个新的', en: 'Wants another size, colour or piece in its place' },
  },
  'return-shipping-fee': {
    title: { zh: '退货运费', en: 'Return shipping fee' },
    meaning: { zh: '问退换货的运费谁出、怎么报销', en: 'Asks who pays for sending goods back, or wants it refunded' },
  },
  'return-address': {
    title: { zh: '退货地址', en: 'Return address' },
    meaning: { zh: '问退换的货寄到哪里、填谁收', en: 'Asks where to send returned goods' },
  },
  pickup: {
    title: { zh: '上门取件', en: 'Return pickup' },
    meaning: { zh: '要预约、修改或催促上门取退货', en: 'Wants a courier to collect a return, or changes or chases it' },
  },
  'refund-progress': {
    title: { zh: '退款进度', en: 'Refund progress' },
    meaning: { zh: '问退款处理到哪、怎么还没到账', en: 'Asks how far a refund is or why it has not come' },
  },
  'refund-where': {
    title: { zh: '退到哪里', en: 'Where the refund goes' },
    meaning: {
      zh: '问退款退到哪张卡、哪个账户，能否改',
      en: 'Asks which card or account a refund goes to, or to change it',
    },
  },
  warranty: {
    title: { zh: '保修和维修', en: 'Warranty and repair' },
    meaning: { zh: '问保修多久、过保怎么修、修多少钱', en: 'Asks about warranty, repairs and spare parts' },
  },
  installation: {
    title: { zh: '安装', en: 'Installation' },
    meaning: {
      zh: '要安装、约师傅，或问怎么装、收不收费',
      en: 'Wants something installed or assembled, or asks how and at what cost',
    },
  },
  'user-manual': {
    title: { zh: '使用方法', en: 'How to use' },
    meaning: { zh: '问怎么用、怎么设置，要说明书', en: 'Asks how to use or set up the product, or for the manual' },
  },
}
