// The feature, put together.
import { createBlocks } from './blocks.ts'
import { createInForce } from './in-force.ts'
import type { PromotionGround, PromotionParts } from './parts.ts'
import { createWorkshop } from './workshop.ts'

export interface Promotions {
  readonly parts: PromotionParts
  /** Threads end; nothing half written is stored. */
  close(): Promise<void>
}

export const createPromotions = (ground: PromotionGround): Promotions => {
  const workshop = createWorkshop()
  const blocks = createBlocks({ ...ground, workshop })
  const inForce = createInForce({ ...ground, blocks })
  workshop.warm()
  return { parts: { ...ground, workshop, blocks, inForce }, close: workshop.close }
}
