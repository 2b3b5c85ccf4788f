// The contract test every channel runs: `testChannel(import.meta.dirname, channel)`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Part } from '@ballast/contract'
import { Part as PartSchema } from '@ballast/contract'
import fc from 'fast-check'
import type { TObject } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import type { Channel, ChannelDefinition, RawRequest, SendParts } from './channel.ts'
import { folderFaults } from './file-shape.ts'
import { fit } from './fit.ts'
import { SAMPLE_PARTS } from './sample-parts.ts'
import { secretNames } from './settings-form.ts'
import { measure } from './text.ts'

/** `fixtures/in-<what>.json`. `source` and `date` say where the payload was seen and when. */
interface InFixture {
  source: string
  date: string
  now: number
  request: { method: string; url: string; headers: Record<string, string>; body: string | object; contactId?: string }
}
/** `fixtures/out-<what>.json`: a fitted message and the calls it must make. */
interface OutFixture {
  source: string
  date: string
  message: { id: string; conversationId: string; to: string; parts: Part[] }
  requests: { method: string; url: string; body: unknown }[]
}
interface Bench {
  readonly channel: Channel
  readonly settings: Record<string, unknown>
  readonly inbound: readonly { name: string; fixture: InFixture; request: RawRequest; expected: unknown }[]
  readonly outbound: readonly { name: string; fixture: OutFixture }[]
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const requestOf = ({ request }: InFixture): RawRequest => ({
  ...request,
  body: Buffer.from(typeof request.body === 'string' ? request.body : JSON.stringify(request.body)),
})

const openBench = (folder: string, channel: Channel): Bench => {
  const fixtures = join(folder, 'fixtures')
  const names = readdirSync(fixtures)
  const settingsFile = join(fixtures, 'settings.json')
  const inbound = names
    .filter((name) => /^in-.*(?<!\.expected)\.json$/.test(name))
    .map((name) => {
      const fixture = readJson(join(fixtures, name)) as InFixture
      const expected = readJson(join(fixtures, name.replace(/\.json$/, '.expected.json')))
      return { name, fixture, request: requestOf(fixture), expected }
    })
  const outbound = names
    .filter((name) => name.startsWith('out-'))
    .map((name) => ({ name, fixture: readJson(join(fixtures, name)) as OutFixture }))
  const settings = existsSync(settingsFile) ? (readJson(settingsFile) as Record<string, unknown>) : {}
  return { channel, settings, inbound, outbound }
}

interface Trace {
  requests: { method: string; url: string; body: unknown }[]
  logged: string
  lives: number
}
const tracedParts = (answer: () => Response, live: () => Promise<number> = async () => 1): [SendParts, Trace] => {
  const trace: Trace = { requests: [], logged: '', lives: 0 }
  const note = (fields: object, event: string) => {
    trace.logged += `${event} ${JSON.stringify(fields)}\n`
  }
  const parts: SendParts = {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const text = await request.text()
      const isJson = (request.headers.get('content-type') ?? '').includes('json')
      trace.requests.push({ method: request.method, url: request.url, body: isJson ? JSON.parse(text) : text })
      return answer()
    },
    log: { info: note, warn: note },
    now: () => 1_700_000_000_000,
    live: () => {
      trace.lives++
      return live()
    },
  }
  return [parts, trace]
}

const isVerified = (bench: Bench, request: RawRequest, now: number) =>
  'verified' in bench.channel.verify(request, bench.settings, now)

const testVerify = (bench: Bench) => {
  test.each(bench.inbound)('$name is verified, and unsigned it is refused', ({ fixture, request }) => {
    expect(isVerified(bench, request, fixture.now)).toBe(true)
    const { contactId: _, ...anonymous } = request
    const bare = new URL(request.url)
    bare.search = ''
    expect(isVerified(bench, { ...anonymous, headers: {}, url: bare.href }, fixture.now)).toBe(false)
  })
  test('a wrong or malformed signature is refused, never thrown', () => {
    for (const { fixture, request } of bench.inbound) {
      for (const value of ['', 'x', '=', 'sha256=zz', '0'.repeat(64), '\u0000']) {
        const headers = Object.fromEntries(Object.keys(request.headers).map((name) => [name, value]))
        const { contactId: _, ...anonymous } = request
        expect(isVerified(bench, { ...anonymous, headers }, fixture.now)).toBe(false)
      }
    }
  })
  test.skipIf(bench.channel.unsigned !== undefined)(
    `a changed body is refused${bench.channel.unsigned ? `: ${bench.channel.unsigned}` : ''}`,
    () => {
      for (const { fixture, request } of bench.inbound.filter(({ request }) => request.body.length > 0)) {
        const body = Buffer.from(request.body)
        body[0] = body[0]! ^ 1
        expect(isVerified(bench, { ...request, body }, fixture.now)).toBe(false)
      }
    },
  )
}

const testParse = (bench: Bench) => {
  test('there are inbound fixtures with their source', () => {
    expect(bench.inbound.length).toBeGreaterThan(0)
    for (const { fixture } of bench.inbound)
      expect(fixture).toMatchObject({ source: expect.stringMatching(/./), date: expect.stringMatching(/^\d{4}-/) })
  })
  test.each(bench.inbound)('$name parses to its expected value, every time', ({ request, expected }) => {
    expect(bench.channel.parse(request, bench.settings)).toEqual(expected)
    // A redelivery keeps its dedupe key: nothing of it comes from the clock or from chance.
    expect(bench.channel.parse({ ...request, body: Buffer.from(request.body) }, bench.settings)).toEqual(expected)
  })
  test('truncated payloads never throw', () => {
    for (const { request } of bench.inbound)
      for (let end = 0; end < request.body.length; end++)
        bench.channel.parse({ ...request, body: request.body.subarray(0, end) }, bench.settings)
  })
  test('junk never throws, and yields no event without a dedupe key', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    )
    const template = bench.inbound[0]!.request
    fc.assert(
      fc.property(anything, (bytes) => {
        const parsed = bench.channel.parse({ ...template, body: Buffer.from(bytes) }, bench.settings)
        for (const event of parsed.events) expect(event.dedupeKey).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
}

const testFit = ({ channel }: Bench) => {
  const able = channel.capabilities
  test.each(SAMPLE_PARTS)('$kind is fitted to what the channel declares', (part) => {
    const { messages, dropped } = fit([part], able, {
      origin: 'https://shop.test',
      file: (id) => `https://shop.test/f/${id}`,
    })
    for (const fitted of messages) {
      expect(fitted.length).toBeLessThanOrEqual(able.partsPerMessage)
      for (const piece of fitted) {
        expect(Value.Check(PartSchema, piece)).toBe(true)
        expect(able.parts).toContain(piece.kind)
        if (piece.kind === 'text') expect(measure(piece.text, able.textUnit)).toBeLessThanOrEqual(able.maxTextLength)
      }
    }
    if (able.parts.includes(part.kind)) expect(dropped).toEqual([])
  })
}

const outgoing = (parts: readonly Part[]) => ({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  conversationId: '01890a5d-ac96-774b-bcce-b302099a8058',
  to: 'person-1',
  parts,
})
const accepted = () => Response.json({ ok: true, id: '1' })

const testSend = (bench: Bench) => {
  const { channel, settings } = bench
  const native = SAMPLE_PARTS.filter((part) => channel.capabilities.parts.includes(part.kind))
  test.each(native)('$kind, as declared, is sent', async (part) => {
    for (const parts of fit([part], channel.capabilities).messages) {
      const [using, trace] = tracedParts(accepted)
      expect(await channel.send(outgoing(parts), settings, using)).toMatchObject({ result: 'sent' })
      expect(trace.requests.length + trace.lives).toBeGreaterThan(0)
    }
  })
  test('weather is retried, refusals are not, nothing is thrown', async () => {
    const message = outgoing(fit(native.slice(0, 1), channel.capabilities).messages[0] ?? [])
    const outcome = async (status: number) => {
      const [using, trace] = tracedParts(() => new Response('{}', { status }))
      const { result } = await channel.send(message, settings, using)
      // A channel of our own sockets calls nobody, so a status cannot reach it.
      return trace.requests.length === 0 ? null : result
    }
    for (const status of [429, 500, 503]) expect(['retry', null]).toContain(await outcome(status))
    for (const status of [400, 401, 403, 404]) expect(['refused', null]).toContain(await outcome(status))
    const cut = () => {
      throw new TypeError('fetch failed')
    }
    const [using] = tracedParts(cut, async () => cut())
    expect((await channel.send(message, settings, using)).result).toMatch(/^(retry|unknown)$/)
  })
  test('no secret and no text reaches a log', async () => {
    const said = 'a sentence only the customer should read'
    for (const status of [200, 400, 500]) {
      const [using, trace] = tracedParts(() => new Response('{}', { status }))
      await channel.send(outgoing([{ kind: 'text', text: said }]), settings, using)
      for (const name of secretNames(channel.settings)) expect(trace.logged).not.toContain(String(settings[name]))
      expect(trace.logged).not.toContain(said)
    }
  })
  for (const { name, fixture } of bench.outbound)
    test(`${name} makes exactly its calls`, async () => {
      const [using, trace] = tracedParts(accepted)
      await channel.send(fixture.message, settings, using)
      expect(trace.requests).toEqual(fixture.requests)
    })
}

/** Proves that the channel in `folder` keeps the contract. */
export const testChannel = <S extends TObject>(folder: string, definition: ChannelDefinition<S>): void => {
  const channel = definition as unknown as Channel
  const bench = openBench(folder, channel)
  describe(`channel ${channel.id}`, () => {
    test('has the fixed files and settings that fit its schema', () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'))
      expect(folderFaults(basename(folder), files)).toEqual([])
      expect(channel.id).toBe(basename(folder))
      expect(Value.Check(channel.settings, bench.settings)).toBe(true)
    })
    testVerify(bench)
    testParse(bench)
    testFit(bench)
    testSend(bench)
  })
}
