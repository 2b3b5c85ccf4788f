// What the answering rules read of the entities.
import type { Entity, MeasureEntity } from './entity.ts'

export interface BotEntities {
  readonly orderNos: readonly string[]
  readonly trackingNos: readonly string[]
  /** Four digits standing alone. */
  readonly phoneLast4?: string
  /** Clothes `S`…`XXL`, shoes `36`…`46`. */
  readonly size?: string
  /** Canonical English colour. */
  readonly colour?: string
  readonly heightCm?: number
  readonly weightKg?: number
  readonly footMm?: number
}

/** "Track BL200001": no carrier numbers parcels so, hence it may be an order; looking it up decides. */
const ordersOf = (entities: readonly Entity[]): string[] => [
  ...new Set(
    entities.flatMap((one) =>
      one.kind === 'order' || (one.kind === 'parcel' && one.carriers.length === 0) ? [one.value] : [],
    ),
  ),
]
const parcelsOf = (entities: readonly Entity[]): string[] => [
  ...new Set(entities.flatMap((one) => (one.kind === 'parcel' ? [one.value] : []))),
]

/** A body given in measures is asked for a size, so a size beside it is not taken. */
export const botEntities = (entities: readonly Entity[]): BotEntities => {
  const measures = entities.filter((one): one is MeasureEntity => one.kind === 'measure')
  const measure = (of: MeasureEntity['of']): number | undefined => measures.find((one) => one.of === of)?.amount
  const heightCm = measure('height')
  const weightKg = measure('weight')
  const footMm = measure('foot')
  const lastFour = entities.find((one) => one.kind === 'last-four')
  const size = heightCm === undefined && footMm === undefined ? entities.find((one) => one.kind === 'size') : undefined
  const colour = entities.find((one) => one.kind === 'colour')
  return {
    orderNos: ordersOf(entities),
    trackingNos: parcelsOf(entities),
    ...(lastFour ? { phoneLast4: lastFour.value } : {}),
    ...(size ? { size: size.value } : {}),
    ...(colour ? { colour: colour.value } : {}),
    ...(heightCm === undefined ? {} : { heightCm }),
    ...(weightKg === undefined ? {} : { weightKg }),
    ...(footMm === undefined ? {} : { footMm }),
  }
}
