// How many large bodies may be under way at once. Each lies in memory whole until it is looked at, so their number is
// what bounds the memory; one address may not take every place.
import { problem } from '@ballast/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressKey } from './address-key.ts'

const AT_ONCE = 32
const OF_ONE_ADDRESS = 6

export interface BodyPlaces {
  /** Takes a place until the reply is over. Call before the body is read. @throws Problem server.busy */
  take(request: FastifyRequest, reply: FastifyReply): void
}

export const createBodyPlaces = (): BodyPlaces => {
  const held = new Map<string, number>()
  let all = 0
  return {
    take: (request, reply) => {
      const address = addressKey(request.ip)
      const mine = held.get(address) ?? 0
      if (all >= AT_ONCE || mine >= OF_ONE_ADDRESS) {
        reply.header('retry-after', '2')
        throw problem('server.busy')
      }
      all += 1
      held.set(address, mine + 1)
      reply.raw.once('close', () => {
        all -= 1
        const left = (held.get(address) ?? 1) - 1
        if (left === 0) held.delete(address)
        else held.set(address, left)
      })
    },
  }
}
