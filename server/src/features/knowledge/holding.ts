// The indexes in memory: tenants by when they were last searched, within a number of bytes.
import type { Uuid } from '@ballast/contract'
import type { Loaded } from './load-index.ts'
import type { Standing } from './store-index.ts'

export interface Held extends Loaded {
  standing: Standing
  checkedAt: number
  bytes: number
  /** The standing its classifier was taught at. */
  taught: string | null
  teaching: Promise<void> | null
}
/** Tenants by when they were last searched, within a number of bytes. */
export const createHolding = (mostBytes: number) => {
  const held = new Map<Uuid, Held>()
  const bytes = () => held.values().reduce((sum, one) => sum + one.bytes, 0)
  const touch = (tenant: Uuid, one: Held): void => {
    held.delete(tenant)
    held.set(tenant, one)
  }
  return {
    held,
    bytes,
    touch,
    weigh: (tenant: Uuid, one: Held): void => {
      one.bytes = one.index.bytes
      touch(tenant, one)
      for (let over = bytes() - mostBytes; over > 0 && held.size > 1; ) {
        const [oldest, { bytes: freed }] = held.entries().next().value!
        held.delete(oldest)
        over -= freed
      }
    },
  }
}

export type Holding = ReturnType<typeof createHolding>
