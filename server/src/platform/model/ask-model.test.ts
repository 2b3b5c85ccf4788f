// One question to an endpoint that does everything an endpoint can do wrong: the caller gets a word for it, in time, and
// nothing is left open.
import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Behaviour,
  begin,
  chunk,
  type ModelEndpoint,
  saying,
  startModelEndpoint,
} from '../../../test/model-endpoint.ts'
import { manualClock } from '../clock.ts'
import { askModel, type ModelLimits } from './ask-model.ts'
import { createBreaker } from './breaker.ts'

let endpoint: ModelEndpoint
beforeAll(async () => {
  endpoint = await startModelEndpoint()
})
afterAll(() => endpoint.stop())
beforeEach(() => void endpoint.requests.splice(0))

const LIMITS: ModelLimits = { firstMs: 5_000, totalMs: 5_000, maxBytes: 64 * 1024, allowPrivate: true }
const QUESTION = { system: 'be kind', user: 'hello', temperature: 0.2, maxTokens: 50 }
const ask = async (
  more: Partial<ModelLimits> = {},
  { url = endpoint.url, key = 'sk-1', signal = new AbortController().signal } = {},
) => {
  const pieces: string[] = []
  const limits = { ...LIMITS, ...more }
  const asking = { limits, signal, onText: (piece: string) => void pieces.push(piece) }
  const reply = await askModel({ baseUrl: url, model: 'small', key: key === '' ? null : key }, QUESTION, asking)
  return { ...reply, text: pieces.join('') }
}
const never = () => new Promise<void>(() => undefined)

it('says what it was asked, streams what comes, counts, and sends no tools', async () => {
  endpoint.behave(saying(['Good ', 'morning', '!'], [11, 3]))
  expect(await ask()).toMatchObject({ end: 'ok', text: 'Good morning!', tokensIn: 11, tokensOut: 3 })
  expect(endpoint.requests).toMatchObject([
    {
      path: '/v1/chat/completions',
      authorization: 'Bearer sk-1',
      body: {
        model: 'small',
        stream: true,
        temperature: 0.2,
        max_tokens: 50,
        messages: [
          { role: 'system', content: 'be kind' },
          { role: 'user', content: 'hello' },
        ],
      },
    },
  ])
  expect(endpoint.requests[0]?.body.tools).toBeUndefined()
  await ask({}, { key: '' })
  expect(endpoint.requests[1]?.authorization).toBeUndefined()
})

const text = (content: string) => chunk({ content })
const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (reply) => {
    reply.writeHead(code, { 'content-type': 'application/json', ...headers })
    reply.end(JSON.stringify({ error: { message: 'go away', type: 'x', code: 'y' } }))
  }
const writing =
  (...lines: string[]): Behaviour =>
  (reply) => {
    begin(reply)
    for (const line of lines) reply.write(line)
    reply.end()
  }

describe('what goes wrong has a word', () => {
  it.each<[string, string, Behaviour]>([
    ['429', 'limited', status(429, { 'retry-after': '60' })],
    ['401', 'denied', status(401)],
    ['403', 'denied', status(403)],
    ['500', 'failed', status(500)],
    ['404', 'failed', status(404)],
    ['a redirect into the house', 'failed', status(302, { location: 'http://169.254.169.254/latest/meta-data' })],
    ['hangs up before a word', 'unreachable', (reply) => reply.destroy()],
    ['ends without a word', 'malformed', writing()],
    ['no stream but a page', 'malformed', (reply) => reply.end('<html>hello</html>')],
    ['no JSON', 'malformed', writing(text('Hi '), 'data: {"choices": [{\n\n', text('there'), chunk({}, 'stop'))],
    ['JSON of another kind', 'malformed', writing('data: {"choices": 7}\n\n', chunk({}, 'stop'))],
    ['noise', 'malformed', writing('\u0000\u0001\u0002', 'event: what\n', 'no colon at all\n\n')],
    ['ends in the middle', 'cut-off', writing(text('Our return '))],
    ['reaches its limit of words', 'cut-off', writing(text('Our return '), chunk({}, 'length'))],
    ['declines', 'refused', writing(text('I cannot'), chunk({}, 'content_filter'))],
    [
      'calls a tool',
      'refused',
      writing(
        chunk({ tool_calls: [{ index: 0, id: 't', type: 'function', function: { name: 'refund', arguments: '{}' } }] }),
        chunk({}, 'tool_calls'),
      ),
    ],
    [
      'breaks off',
      'cut-off',
      (reply) => void (begin(reply), reply.write(text('Our ')), setTimeout(() => reply.destroy(), 20)),
    ],
  ])('%s: %s', async (_, end, behaviour) => {
    endpoint.behave(behaviour)
    expect((await ask()).end).toBe(end)
    expect(endpoint.requests).toHaveLength(1)
    await expect.poll(endpoint.open).toBe(0)
  })

  it('ten megabytes are not read', async () => {
    let sent = 0
    endpoint.behave(async (reply, _, gone) => {
      begin(reply)
      let hungUp = false
      void gone.then(() => {
        hungUp = true
      })
      const line = text('a'.repeat(8_000))
      while (sent < 10 * 1024 * 1024 && !hungUp) {
        sent += line.length
        if (!reply.write(line)) await Promise.race([new Promise((done) => reply.once('drain', done)), gone])
      }
      reply.end()
    })
    const reply = await ask()
    expect(reply.end).toBe('too-long')
    expect(reply.text.length).toBeLessThan(80 * 1024)
    await expect.poll(endpoint.open).toBe(0)
  })
  it.each<[string, string, Behaviour]>([
    ['no word in time', 'slow-start', (_reply, _request, gone) => gone],
    ['headers and nothing else', 'slow-start', (reply, _, gone) => (begin(reply), reply.flushHeaders(), gone)],
    ['begins and stays silent', 'slow', (reply, _, gone) => (begin(reply), reply.write(text('Our ')), gone)],
  ])('%s: %s', async (_, end, behaviour) => {
    endpoint.behave(behaviour)
    // Long enough for a first word on a busy machine where one is to come.
    expect((await ask(end === 'slow' ? { totalMs: 600 } : { firstMs: 50 })).end).toBe(end)
    await expect.poll(endpoint.open).toBe(0)
  })
  it('nobody there, no such name, a private address, plain http', async () => {
    const shut = createServer()
    await new Promise<void>((done) => shut.listen(0, '127.0.0.1', done))
    const { port } = shut.address() as { port: number }
    await new Promise((done) => shut.close(done))
    expect((await ask({}, { url: `http://127.0.0.1:${port}/v1` })).end).toBe('unreachable')
    const nowhere = async () => {
      throw new Error('ENOTFOUND')
    }
    expect((await ask({ resolve: nowhere }, { url: 'https://model.example/v1' })).end).toBe('unreachable')
    expect((await ask({ allowPrivate: false })).end).toBe('forbidden-address')
    const inside = async () => [{ address: '10.0.0.7', family: 4 }]
    const rebound = { allowPrivate: false, resolve: inside }
    expect((await ask(rebound, { url: 'https://model.example/v1' })).end).toBe('forbidden-address')
    expect((await ask({ allowPrivate: false }, { url: 'http://model.example/v1' })).end).toBe('forbidden-address')
    expect((await ask({}, { url: 'file:///etc/passwd' })).end).toBe('forbidden-address')
    expect(endpoint.requests).toHaveLength(0)
  })
  it('is given up at once, before and during', async () => {
    endpoint.behave(never)
    const giving = new AbortController()
    const asked = ask({}, { signal: giving.signal })
    await expect.poll(() => endpoint.requests.length).toBe(1)
    giving.abort()
    expect((await asked).end).toBe('given-up')
    await expect.poll(endpoint.open).toBe(0)
    expect((await ask({}, { signal: giving.signal })).end).toBe('given-up')
    expect(endpoint.requests).toHaveLength(1)
  })
})

it('after failures in a row nobody waits, then one tries, and one success is enough', () => {
  const clock = manualClock()
  const breaker = createBreaker({ clock })
  for (let failure = 0; failure < 3; failure++) {
    expect(breaker.mayCall('a')).toBe(true)
    breaker.tell('a', 'failed')
  }
  expect([breaker.mayCall('a'), breaker.mayCall('b')]).toEqual([false, true])
  clock.advance(15_001)
  expect([breaker.mayCall('a'), breaker.mayCall('a')]).toEqual([true, false])
  breaker.tell('a', 'unknown')
  expect(breaker.mayCall('a')).toBe(true)
  breaker.tell('a', 'failed')
  expect(breaker.mayCall('a')).toBe(false)
  clock.advance(15_001)
  expect(breaker.mayCall('a')).toBe(true)
  breaker.tell('a', 'well')
  expect([breaker.mayCall('a'), breaker.mayCall('a')]).toEqual([true, true])
})
