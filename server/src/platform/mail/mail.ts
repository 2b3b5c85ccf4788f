// Outgoing mail over SMTP: one letter, one recipient, nothing of the sender's making in the headers. The library is loaded
// with the first letter: most installations send none.
import type { SMTPSentMessageInfo, Transporter } from 'nodemailer'
import { ConfigError } from '../config/read-config.ts'
import type { MailConfig } from './config.ts'

export interface Letter {
  /** Made by the sender, the same on every try: the letter's Message-ID is made of it. */
  readonly id: string
  /** One address, as `isAddress` lets through. */
  readonly to: string
  /** Shown beside our own address. */
  readonly fromName?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}
export interface Mail {
  /** False: no mail server is configured. */
  readonly available: boolean
  /**
   * Resolves once the mail server has taken the letter.
   * @throws MailRefused: it never will. MailDelayed: try again. Neither holds an address or a word of the letter.
   */
  send(letter: Letter): Promise<void>
}

/** `code`: of the mail server or the library, such as `550` or `ECONNECTION`. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  readonly code: string
  constructor(code: string) {
    super(`the letter is refused: ${code}`)
    this.code = code
  }
}
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed'
  constructor(code: string) {
    super(`the letter was not taken: ${code}`)
  }
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** One plain address and nothing else: no name, no list, no line break, no quoting, no address literal. */
export const isAddress = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const labels = domain.split('.')
  return (
    at > 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!)
  )
}

/** A header is one line: whatever could end it becomes a space. */
const oneLine = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

type Transport = Transporter<SMTPSentMessageInfo>
const openTransport = async (url: string): Promise<Transport> => {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** What the mail server said of this recipient or this letter for good; anything else may pass. */
const isFinal = ({ code, command, responseCode = 0 }: Failure): boolean => {
  if (code === 'EENVELOPE' && responseCode === 0) return true
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE')
}
interface Failure {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/** @throws ConfigError when only one of the two settings is there */
export const createMail = ({ smtpUrl, from }: MailConfig): Mail => {
  if ((smtpUrl === undefined) !== (from === undefined))
    throw new ConfigError([
      smtpUrl === undefined ? 'SMTP_URL: MAIL_FROM needs it.' : 'MAIL_FROM: SMTP_URL needs an address to send from.',
    ])
  if (smtpUrl === undefined || from === undefined)
    return { available: false, send: () => Promise.reject(new MailRefused('no-mail-server')) }
  let transport: Promise<Transport> | undefined
  return {
    available: true,
    send: async ({ id, to, fromName = '', subject, text, html }) => {
      if (!isAddress(to)) throw new MailRefused('address')
      transport ??= openTransport(smtpUrl)
      try {
        await (await transport).sendMail({
          messageId: `<${oneLine(id, 100)}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          from: { name: oneLine(fromName, 100), address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          subject: oneLine(subject, 200),
          text,
          ...(html === undefined ? {} : { html }),
          // Nobody's holiday notice is to answer this.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const failure = error as Failure
        const code = String(failure.responseCode ?? failure.code ?? 'unknown')
        throw isFinal(failure) ? new MailRefused(code) : new MailDelayed(code)
      }
    },
  }
}
