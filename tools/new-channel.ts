// `npm run new-channel <name>`: writes a channel's folder with its fixed files and a passing contract test.
import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const settings = `// Credentials and options of the channel; the console's form and the validation both come from this schema.
import { Type } from 'typebox'

export const settings = Type.Object(
  {
    secret: Type.String({
      title: 'Signing secret',
      description: 'Where the platform shows it.',
      secret: true,
      minLength: 1,
    }),
  },
  { additionalProperties: false },
)
`
const capabilities = `// What the platform carries and for how long. Declare only what its documents promise.
import { ALWAYS_OPEN, capabilities as declare } from '../kit/index.ts'

export const capabilities = declare({ maxTextLength: 2000, parts: ['text'], replyWindow: ALWAYS_OPEN })
`
const verify = `// HMAC-SHA256 over the raw body, hex, in the header x-signature. Malformed headers are refused, never thrown.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RawRequest } from '../kit/index.ts'

export const verify = (request: RawRequest, settings: { secret: string }) => {
  const expected = createHmac('sha256', settings.secret).update(request.body).digest()
  const given = Buffer.from(request.headers['x-signature'] ?? '', 'hex')
  const same = given.length === expected.length && timingSafeEqual(given, expected)
  return same ? ({ verified: true } as const) : { refused: 'signature.invalid' }
}
`
const parse = `// The platform's event -> Inbound. Checked by a schema, never cast; kinds not known here yield nothing.
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Inbound, RawRequest } from '../kit/index.ts'

const Payload = Compile(
  Type.Object({
    id: Type.String({ minLength: 1 }),
    from: Type.String({ minLength: 1 }),
    text: Type.String({ minLength: 1, maxLength: 8000 }),
    bot: Type.Optional(Type.Boolean()),
  }),
)

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const parse = (request: RawRequest): { events: Inbound[] } => {
  const payload = readJson(request.body.toString('utf8'))
  if (!Payload.Check(payload)) return { events: [] }
  const { id, from, text, bot } = payload
  return {
    events: [
      {
        kind: 'message',
        dedupeKey: id,
        sender: { externalId: from },
        echo: bot === true,
        parts: [{ kind: 'text', text }],
      },
    ],
  }
}
`
const send = `// One fitted message -> one call. Weather is answered with retry, never thrown.
import { type Outgoing, resultOfStatus, type SendParts } from '../kit/index.ts'

const ENDPOINT = 'https://platform.example/messages'

export const send = async (message: Outgoing, settings: { secret: string }, { fetch }: SendParts) => {
  const text = message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('\\n')
  try {
    const reply = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: \`Bearer \${settings.secret}\` },
      body: JSON.stringify({ to: message.to, text, key: message.id }),
      signal: AbortSignal.timeout(10_000),
    })
    return resultOfStatus(reply.status, reply.headers.get('retry-after'))
  } catch {
    return { result: 'retry', reason: 'unreachable' } as const
  }
}
`
const index = (name: string) => `// ${name}: what it is and whose rules it follows, in one line.
import { defineChannel } from '../kit/index.ts'
import { capabilities } from './capabilities.ts'
import { parse } from './parse.ts'
import { send } from './send.ts'
import { settings } from './settings.ts'
import { verify } from './verify.ts'

export const ${camel(name)} = defineChannel({
  id: '${name}',
  label: '${name}',
  docsUrl: 'https://platform.example/docs',
  settings,
  capabilities,
  verify,
  parse,
  send,
})
`
const test = (name: string) => `import { testChannel } from '../kit/test-channel.ts'
import { ${camel(name)} } from './index.ts'

testChannel(import.meta.dirname, ${camel(name)})
`

const SECRET = 'secret-for-tests'
const BODY = '{"id":"evt-1","from":"person-1","text":"hello"}'
const fixtures = (): Record<string, string> => ({
  'fixtures/settings.json': json({ secret: SECRET }),
  'fixtures/in-text.json': json({
    source: 'written by new-channel: replace it with a payload of the platform and say where it was seen',
    date: '2026-11-20',
    now: 1_763_600_000_000,
    request: {
      method: 'POST',
      url: 'https://shop.test/hooks/channel',
      headers: { 'x-signature': createHmac('sha256', SECRET).update(BODY).digest('hex') },
      body: BODY,
    },
  }),
  'fixtures/in-text.expected.json': json({
    events: [
      {
        kind: 'message',
        dedupeKey: 'evt-1',
        sender: { externalId: 'person-1' },
        echo: false,
        parts: [{ kind: 'text', text: 'hello' }],
      },
    ],
  }),
})

/** Every file of a new channel, path in its folder -> content. */
export const channelFiles = (name: string): Record<string, string> => ({
  'index.ts': index(name),
  'settings.ts': settings,
  'capabilities.ts': capabilities,
  'verify.ts': verify,
  'parse.ts': parse,
  'send.ts': send,
  [`${name}.test.ts`]: test(name),
  ...fixtures(),
})

/** `registry.ts` with one channel more: an import after the last one, an entry at the end of the list. */
export const withChannel = (registry: string, name: string): string =>
  registry
    .replace(
      /(import \{ \w+ \} from '\.\/[\w-]+\/index\.ts'\n)(?!import)/,
      `$1import { ${camel(name)} } from './${name}/index.ts'\n`,
    )
    .replace(/(CHANNELS: readonly Channel\[\] = \[[^\]]*)\]/, `$1, ${camel(name)}]`)

/** Writes the folder under `channels` and lists it in the registry. Throws when the name is wrong or taken. */
export const newChannel = (channels: string, name: string): void => {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error('A channel name is kebab-case, such as wechat-mp.')
  const folder = join(channels, name)
  if (existsSync(folder)) throw new Error(`There is a channel ${name} already.`)
  for (const [path, content] of Object.entries(channelFiles(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const registry = join(channels, 'registry.ts')
  writeFileSync(registry, withChannel(readFileSync(registry, 'utf8'), name))
}

if (import.meta.main) {
  const name = process.argv[2] ?? ''
  const channels = join(import.meta.dirname, '../server/src/channels')
  try {
    newChannel(channels, name)
    console.log(
      `Written: server/src/channels/${name}. Next: its docs and real fixtures, then \`npm run fix\` and \`npm test ${name}\`.`,
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
