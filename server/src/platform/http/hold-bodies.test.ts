// Places for large bodies: bounded in all and for one address, and given back when the reply is over.
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createBodyPlaces } from './hold-bodies.ts'

const caller = (ip: string) => {
  const raw = new EventEmitter()
  const headers: Record<string, string> = {}
  const reply = { raw, header: (name: string, value: string) => Object.assign(headers, { [name]: value }) }
  return { request: { ip } as never, reply: reply as never, end: () => raw.emit('close'), headers }
}

it('gives one address six, all of them thirty-two, and each back', () => {
  const places = createBodyPlaces()
  const taken = Array.from({ length: 6 }, () => caller('10.0.0.1'))
  for (const { request, reply } of taken) places.take(request, reply)
  const seventh = caller('10.0.0.1')
  expect(() => places.take(seventh.request, seventh.reply)).toThrow('server.busy')
  expect(seventh.headers).toEqual({ 'retry-after': '2' })
  for (let n = 0; n < 26; n++) {
    const other = caller(`10.1.0.${n}`)
    places.take(other.request, other.reply)
  }
  const full = caller('10.2.0.1')
  expect(() => places.take(full.request, full.reply)).toThrow('server.busy')
  taken[0]!.end()
  places.take(full.request, full.reply)
  taken[1]!.end()
  places.take(seventh.request, seventh.reply)
})
