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

/** What can go wrong on the way: late at a sorting centre, nobody at the door, put into a locker. */
export type Mishap = 'delayed' | 'nobody-home' | 'locker'
const MISHAP_STEPS: Readonly<Record<Mishap, (city: Localised) => Localised>> = {
  delayed: (city) => ({
    zh: `因天气原因，包裹在${city.zh}分拨中心延误，正在尽快转运`,
    en: `Delayed by weather at the ${city.en} sorting centre; it moves on as soon as possible`,
  }),
  'nobody-home': (city) => ({
    zh: `${city.zh}快递员派送时无人在家，明天再次派送`,
    en: `Nobody was home in ${city.en}; a second attempt follows tomorrow`,
  }),
  locker: (city) => ({
    zh: `已放入${city.zh}快递柜，请凭取件码领取`,
    en: `Put into a parcel locker in ${city.en}; collect it with your code`,
  }),
}

interface Trip {
  readonly orderNumber: number
  readonly status: Order['status']
  /** Epoch ms of the first scan. */
  readonly sentAt: number
  /** Epoch ms of the start of the shop's day: no event lies after it. */
  readonly today: number
  readonly items: readonly OrderItem[]
  readonly index?: number
  readonly mishap?: Mishap
}

/** One parcel with its trace so far. A parcel under way has three scans and an expected time tomorrow evening. */
export const parcelOf = (trip: Trip): Parcel => {
  const arrived = trip.status !== 'shipped' && trip.status !== 'partially-shipped'
  const city = CITIES[trip.orderNumber % CITIES.length]!
  const steps = [...STEPS.slice(0, arrived ? 5 : 3), ...(trip.mishap ? [MISHAP_STEPS[trip.mishap]] : [])]
  const late = trip.mishap === 'delayed' ? 2 * DAY : 0
  const events: Parcel['events'] = steps.map((step, index) => ({
    at: instant(Math.min(trip.sentAt + index * 11 * HOUR, trip.today - late - (steps.length - index) * HOUR)),
    text: step(city),
  }))
  return {
    carrier: CARRIERS[trip.orderNumber % 2 === 1 ? 0 : 1]!,
    trackingNo: trackingNoOf(trip.orderNumber, trip.index ?? 0),
    events,
    skus: trip.items.map((item) => item.sku),
    ...(arrived || trip.mishap === 'locker' ? {} : { eta: instant(trip.today + DAY + late + 18 * HOUR) }),
  }
}
