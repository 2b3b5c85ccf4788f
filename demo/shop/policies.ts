// The demo shop's rules as numbers. Knowledge answers and replies read them from here, so no two places can disagree.

/** Amounts in 分 (1/100 yuan). */
export const policies = {
  freeShippingFrom: 19_900,
  shippingFee: 1_000,
  remoteShippingFee: 2_000,
  hongKongFee: 4_500,
  singaporeFee: 8_800,
  nextDayFee: 2_500,
  giftWrapFee: 800,
  welcomeCoupon: { code: 'WELCOME20', off: 2_000, from: 19_900, validDays: 30 },
  instalmentsFrom: 30_000,
  returnDays: 15,
  refundWorkingDays: 3,
  priceProtectionDays: 7,
  warrantyDays: { shoes: 90, bags: 180 },
  dispatchCutOff: '16:00',
  deliveryDays: '2–4',
  remoteDeliveryDays: '5–7',
  openFrom: '9:00',
  openUntil: '22:00',
} as const

/** 分 as the amount a customer reads, without needless decimals: 19900 -> `¥199`. */
export const yuan = (fen: number): string => `¥${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)}`
