// A mail server on loopback that keeps what it is given, and refuses what a test tells it to.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  /** As sent, unfolded: one line a header. */
  readonly headers: readonly string[]
  /** Each part decoded, by its type. */
  readonly plain: string
  readonly html: string
}

const decodeQuoted = (body: string): string => {
  const joined = body.replace(/=\r?\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
const splitHead = (raw: string): [string[], string] => {
  const at = raw.indexOf('\r\n\r\n')
  return [
    raw
      .slice(0, at)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n'),
    raw.slice(at + 4),
  ]
}
const decodePart = (raw: string): { type: string; body: string } => {
  const [headers, body] = splitHead(raw)
  const value = (name: string) => headers.find((line) => line.toLowerCase().startsWith(`${name}:`)) ?? ''
  const encoding = value('content-transfer-encoding').toLowerCase()
  const decoded = encoding.includes('base64')
    ? Buffer.from(body, 'base64').toString('utf8')
    : encoding.includes('quoted')
      ? decodeQuoted(body)
      : body
  return { type: value('content-type'), body: decoded.replaceAll('\r\n', '\n') }
}
const readLetter = (raw: string): Pick<ReceivedLetter, 'headers' | 'plain' | 'html'> => {
  const [headers, body] = splitHead(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers.join('\n'))?.[1]
  const parts =
    boundary === undefined
      ? [raw]
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => part.trimStart())
  const decoded = parts.map(decodePart)
  const of = (type: string) => decoded.find((part) => part.type.includes(type))?.body ?? ''
  return { headers, plain: of('text/plain'), html: of('text/html') }
}

export interface MailServerOptions {
  /** Port to listen on; default a free one. */
  readonly port?: number
  /** SMTP code to answer a recipient with; undefined takes the letter. */
  readonly refuse?: (recipient: string) => number | undefined
}
export const startMailServer = async (options: MailServerOptions = {}) => {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = options.refuse?.(address)
      if (responseCode === undefined) return done()
      done(Object.assign(new Error(`no ${address} here`), { responseCode }))
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...readLetter(raw) })
        done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    letters,
    port,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
