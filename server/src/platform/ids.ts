// Identifiers: UUID version 7 (RFC 9562), so that keys sort by the time they were made and land in the right partition.
import { randomFillSync } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import type { Clock } from './clock.ts'

export interface Ids {
  /** A new UUIDv7. Within one process each is greater than the one before, even when the clock steps back. */
  uuid(): Uuid
}

const MAX_TIME = 2 ** 48 - 1
const COUNTER_LIMIT = 0x1000
const POOL_BYTES = 4096

/** 48 bits of time, a 12-bit counter that starts low at random each millisecond, 62 random bits. */
export const createIds = (clock: Clock): Ids => {
  const pool = Buffer.alloc(POOL_BYTES)
  let used = POOL_BYTES
  let time = -1
  let counter = 0
  const take = (): number => {
    if (used + 10 > POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    const start = used
    used += 10
    return start
  }
  return {
    uuid: () => {
      const at = take()
      const now = clock.now()
      if (now > time) {
        time = now
        counter = pool.readUInt16BE(at) & 0x7ff
      } else if (++counter === COUNTER_LIMIT) {
        time += 1
        counter = pool.readUInt16BE(at) & 0x7ff
      }
      const head = time.toString(16).padStart(12, '0')
      const variant = ((pool[at + 2] ?? 0) & 0x3f) | 0x80
      const tail = pool.toString('hex', at + 3, at + 10)
      return `${head.slice(0, 8)}-${head.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant.toString(16)}${tail.slice(0, 2)}-${tail.slice(2)}`
    },
  }
}

/** Epoch milliseconds inside a UUIDv7. For any other UUID the answer means nothing. */
export const timeOfUuid = (id: Uuid): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/**
 * An id made by a client may carry any time. Its time is moved to the nearest bound of `now` ± `windowMs`, so that the
 * row finds a partition; the random part stays. Unchanged when the time is already inside.
 */
export const clampUuidTime = (id: Uuid, now: number, windowMs: number): Uuid => {
  const time = timeOfUuid(id)
  const clamped = Math.min(Math.max(time, now - windowMs, 0), now + windowMs, MAX_TIME)
  if (clamped === time) return id
  const head = clamped.toString(16).padStart(12, '0')
  return `${head.slice(0, 8)}-${head.slice(8)}${id.slice(13)}`
}
