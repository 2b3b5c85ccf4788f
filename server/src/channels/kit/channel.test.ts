import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { CHANNELS, channelById } from '../registry.ts'
import { capabilities } from './capabilities.ts'
import { defineChannel, resultOfStatus, withoutEchoes } from './channel.ts'
import { folderFaults, REQUIRED_FILES } from './file-shape.ts'
import { fetchMedia, hostAllowed, type SafeFetch } from './media.ts'
import { maskSettings, secretNames, settingsForm } from './settings-form.ts'

describe('settings form', () => {
  const schema = Type.Object({
    appId: Type.String({ title: 'App ID', description: 'From the console.' }),
    secret: Type.String({ title: 'Secret', secret: true }),
    region: Type.Optional(Type.Enum(['cn', 'sg'])),
    retries: Type.Integer({ default: 3 }),
    live: Type.Optional(Type.Boolean()),
  })
  test('describes every field', () => {
    expect(settingsForm(schema)).toEqual([
      { name: 'appId', label: 'App ID', help: 'From the console.', secret: false, required: true, type: 'text' },
      { name: 'secret', label: 'Secret', help: '', secret: true, required: true, type: 'text' },
      {
        name: 'region',
        label: 'region',
        help: '',
        secret: false,
        required: false,
        type: 'choice',
        choices: ['cn', 'sg'],
      },
      { name: 'retries', label: 'retries', help: '', secret: false, required: false, type: 'number', default: 3 },
      { name: 'live', label: 'live', help: '', secret: false, required: false, type: 'switch' },
    ])
  })
  test('a secret is never shown', () => {
    expect(secretNames(schema)).toEqual(['secret'])
    expect(maskSettings(schema, { appId: 'a', secret: 'hush' })).toEqual({ appId: 'a', secret: '••••' })
  })
})

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [400, 'refused'],
  [401, 'refused'],
  [404, 'refused'],
  [408, 'retry'],
  [429, 'retry'],
  [500, 'retry'],
  [503, 'retry'],
])('status %i is %s', (status, result) => {
  expect(resultOfStatus(status).result).toBe(result)
})
test('Retry-After in seconds is kept, a date or nothing is not guessed', () => {
  expect(resultOfStatus(429, '7')).toEqual({ result: 'retry', reason: 'http-429', afterMs: 7000 })
  expect(resultOfStatus(429, 'Fri, 20 Nov 2026 11:00:00 GMT')).toEqual({ result: 'retry', reason: 'http-429' })
  expect(resultOfStatus(503, '')).toEqual({ result: 'retry', reason: 'http-503' })
})

describe('media', () => {
  const hosts = ['media.platform.test', '.cdn.platform.test']
  test.each([
    ['https://media.platform.test/a', true],
    ['https://x.cdn.platform.test/a', true],
    ['http://media.platform.test/a', false],
    ['https://evil.test/media.platform.test', false],
    ['https://media.platform.test.evil.test/', false],
    ['https://xcdn.platform.test/', false],
    ['https://user@media.platform.test/', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
  ])('%s allowed: %s', (url, expected) => {
    expect(hostAllowed(url, hosts)).toBe(expected)
  })
  const request = { url: 'https://media.platform.test/a', hosts, maxBytes: 10, mimes: ['image/*'] }
  const answering =
    (status: number, mime: string, body: string): SafeFetch =>
    async () => ({ status, headers: new Headers({ 'content-type': mime }), body: Buffer.from(body) })
  test.each<[string, SafeFetch, object]>([
    ['an image', answering(200, 'image/png; q=1', 'png'), { mime: 'image/png' }],
    ['a page', answering(200, 'text/html', 'x'), { refused: 'type' }],
    ['too much', answering(200, 'image/png', 'x'.repeat(11)), { refused: 'too-large' }],
    ['gone', answering(410, 'image/png', ''), { refused: 'status' }],
    ['no connection', async () => Promise.reject(new Error('cut')), { refused: 'unreachable' }],
  ])('%s', async (_, safeFetch, expected) => {
    expect(await fetchMedia(request, safeFetch)).toMatchObject(expected)
  })
  test('a foreign host is never called', async () => {
    const called: string[] = []
    const safeFetch: SafeFetch = async (url) => {
      called.push(url)
      throw new Error('called')
    }
    expect(await fetchMedia({ ...request, url: 'https://evil.test/' }, safeFetch)).toEqual({ refused: 'host' })
    expect(called).toEqual([])
  })
})

test('folder shape: missing and foreign files are named', () => {
  const good = [...REQUIRED_FILES, 'x.test.ts', 'fixtures/in-text.json', 'fixtures/in-text.expected.json']
  expect(folderFaults('x', good)).toEqual([])
  expect(folderFaults('x', good.slice(1))).toEqual(['x/index.ts is missing'])
  expect(folderFaults('x', [...good, 'extra.ts'])).toEqual(['x/extra.ts is not a channel file'])
  expect(folderFaults('x', good.slice(0, -2))).toEqual(['x/fixtures holds no fixture'])
})

test('a faulty declaration fails at import', () => {
  const web = channelById('web')!
  expect(() => defineChannel({ ...web, id: 'Web' })).toThrow('kebab-case')
  expect(() => defineChannel({ ...web, capabilities: capabilities({ parts: ['text'] }) })).toThrow('maxTextLength')
})

test('registry: ids are unique, unknown ids are undefined', () => {
  expect(new Set(CHANNELS.map(({ id }) => id)).size).toBe(CHANNELS.length)
  expect(channelById('nope')).toBeUndefined()
})

test('echoes are taken out', () => {
  const event = { kind: 'opened', dedupeKey: 'a', sender: { externalId: 'p' }, echo: false } as const
  expect(withoutEchoes([event, { ...event, echo: true }])).toEqual([event])
})
