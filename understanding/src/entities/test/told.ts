// Entities written short, so that a table of cases can be read: `昨天 => 2026-11-19`.
import type { Entity, EntityOptions } from '../entity.ts'
import { findEntities } from '../find-entities.ts'

/** Friday 20 November 2026, 10:00 in Shanghai. */
export const NOW: EntityOptions = { now: Date.UTC(2026, 10, 20, 2), timeZone: 'Asia/Shanghai' }

const isNextDay = (from: string, to: string): boolean => Date.parse(to) - Date.parse(from) === 86_400_000

const WRITTEN: { [K in Entity['kind']]: (entity: Extract<Entity, { kind: K }>) => string } = {
  order: ({ value }) => `order ${value}`,
  parcel: ({ value, carriers }) => `parcel ${value} ${carriers[0] ?? '?'}`,
  carrier: ({ value }) => `by ${value}`,
  size: ({ system, value }) => `${system} ${value}`,
  colour: ({ value, shade }) => (shade ? `${shade} ${value}` : value),
  quantity: ({ amount, unit }) => `${amount} ${unit}`,
  money: ({ from, to, currency }) => `${currency} ${from === to ? from : `${from ?? ''}..${to ?? ''}`}`,
  time: ({ from, to, grain }) => (grain === 'day' && isNextDay(from, to) ? from : `${from}/${to}`),
  product: ({ value, nth }) => (nth === undefined ? `goods ${value}` : `goods ${nth}`),
  error: ({ value }) => `error ${value}`,
  measure: ({ of, amount }) => `${of} ${amount}`,
  'last-four': ({ value }) => `last ${value}`,
}

export const told = (raw: string, options: EntityOptions = NOW): string =>
  findEntities(raw, options)
    .map((entity) => (WRITTEN[entity.kind] as (one: Entity) => string)(entity))
    .join(', ')
