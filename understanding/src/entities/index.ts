// Entities: order and parcel numbers, carriers, sizes, colours, quantities, money, times, goods meant, error codes, measures.
export { type BotEntities, botEntities } from './bot-entities.ts'
export type { Entity, EntityOptions, TimeEntity } from './entity.ts'
export { findEntities, LONGEST_READ } from './find-entities.ts'
export { otherShopsIn } from './other-shops.ts'
