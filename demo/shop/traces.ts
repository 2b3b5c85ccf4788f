// Parcels and the events carriers report, written for the demo: times count back from the day the shop is built.
import type { Instant } from '@ballast/contract'
import type { Localised, Order, OrderItem, Parcel } from '../../server/src/features/commerce/index.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const instant = (ms: number): Instant => new Date(ms).toISOString()

const CARRIERS: readonly Localised[] = [
  { zh: '顺丰速运', en: 'SF Express' },
  { zh: '中通快递', en: 'ZTO Express' },
]
const CITIES: readonly Localised[] = [
  { zh: '杭州', en: 'Hangzhou' },
  { zh: '武汉', en: 'Wuhan' },
  { zh: '成都', en: 'Chengdu' },
  { zh: '广州', en: 'Guangzhou' },
  { zh: '西安', en: 'Xi’an' },
]

/** Odd order numbers travel with SF, even ones with ZTO; a second parcel of the same order ends in another digit. */
export const trackingNoOf = (orderNumber: number, parcelIndex: number): string => {
  const base = orderNumber + parcelIndex * 500_000
  return orderNumber % 2 === 1 ? `SF1407${base}` : `75318800${base}`
}

const STEPS: readonly ((city: Localised) => Localised)[] = [
  () => ({ zh: '包裹已由上海仓库揽收', en: 'Picked up from the Shanghai warehouse' }),
  () => ({ zh: '已离开上海分拨中心', en: 'Left the Shanghai sorting centre' }),
  (city) => ({ zh: `已到达${city.zh}分拨中心`, en: `Arrived at the ${city.en} sorting centre` }),
  (city) => ({ zh: `${city.zh}快递员正在派送`, en: `Out for delivery in ${city.en}` }),
  () => ({ zh: '已签收，感谢使用', en: 'Delivered and signed for' }),
]

interface Trip {
  readonly orderNumber: number
  readonly status: OrderStatus
  /** Epoch ms of the first scan. */
  readonly sentAt: number
  /** Epoch ms of the start of the shop's day: no event lies after it. */
  readonly today: number
  readonly items: readonly OrderItem[]
  readonly index?: number
}

/** One parcel with its trace so far. A parcel under way has three scans and an expected time tomorrow evening. */
export const parcelOf = (trip: Trip): Parcel => {
  const arrived = trip.status !== 'shipped' && trip.status !== 'partially-shipped'
  const city = CITIES[trip.orderNumber % CITIES.length]!
  const steps = STEPS.slice(0, arrived ? 5 : 3)
  const events: Parcel['events'] = steps.map((step, index) => ({
    at: instant(Math.min(trip.sentAt + index * 11 * HOUR, trip.today - (steps.length - index) * HOUR)),
    text: step(city),
  }))
  return {
    carrier: CARRIERS[trip.orderNumber % 2 === 1 ? 0 : 1]!,
    trackingNo: trackingNoOf(trip.orderNumber, trip.index ?? 0),
    events,
    skus: trip.items.map((item) => item.sku),
    ...(arrived ? {} : { eta: instant(trip.today + DAY + 18 * HOUR) }),
  }
}
