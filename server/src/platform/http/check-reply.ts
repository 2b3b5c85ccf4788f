// Checks what leaves against the contract: a field the schema does not name never reaches a client.
import type { Route } from '@ballast/contract'
import { Compile } from 'typebox/compile'
import Value from 'typebox/value'
import type { Log } from '../log.ts'
import { locateFault } from '../schema/locate-fault.ts'

/** A reply that does not fit its own schema: a bug of ours, told to the client as server.error. */
export class WrongReply extends Error {
  override readonly name = 'WrongReply'
}

/**
 * The reply to send. `strict`: any misfit is an error, so tests find it. Otherwise unknown fields are stripped (and
 * logged by path); what still does not fit is an error.
 */
export const compileReply = (route: Route, options: { strict: boolean; log: Log }): ((reply: unknown) => unknown) => {
  const compiled = Compile(route.reply)
  return (reply) => {
    if (compiled.Check(reply)) return reply
    const fault = locateFault(route.reply, reply)
    if (!options.strict) {
      const stripped = Value.Clean(route.reply, structuredClone(reply))
      if (compiled.Check(stripped)) {
        options.log.warn({ route: route.name, path: fault.path }, 'reply.stripped')
        return stripped
      }
    }
    throw new WrongReply(`${route.name}: reply ${fault.path} ${fault.detail}`)
  }
}
