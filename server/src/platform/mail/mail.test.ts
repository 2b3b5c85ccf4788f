// Letters over SMTP to a server on loopback: what arrives, what is refused, and what nobody can smuggle in.
import { afterEach, describe, expect, it, test } from 'vitest'
import { type MailServerOptions, startMailServer } from '../../../test/mail-server.ts'
import { freePort } from '../../../test/start-nats.ts'
import { readConfig } from '../config/read-config.ts'
import { mailConfig } from './config.ts'
import { createMail, isAddress, MailDelayed, MailRefused } from './mail.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
const FROM = 'support@shop.example'
const postOffice = async (options: MailServerOptions = {}) => {
  const server = await startMailServer(options)
  stops.push(server.stop)
  return { letters: server.letters, mail: createMail({ smtpUrl: server.url, from: FROM }) }
}
const letter = {
  id: 'letter-1',
  to: 'ann@customer.example',
  subject: '对话记录',
  text: '您好\n.\nbye',
  html: '<p>您好</p>',
}
const header = (headers: readonly string[], name: string) => headers.filter((line) => line.startsWith(`${name}:`))

describe('a letter', () => {
  it('arrives once, to one recipient, whole', async () => {
    const { mail, letters } = await postOffice()
    await mail.send({ ...letter, fromName: '压舱石商店' })
    expect(letters).toHaveLength(1)
    const [got] = letters
    expect(got).toMatchObject({
      from: FROM,
      to: ['ann@customer.example'],
      plain: expect.stringContaining('您好\n.\nbye'),
    })
    expect(got?.html).toContain('<p>您好</p>')
    expect(header(got!.headers, 'Message-ID')).toEqual(['Message-ID: <letter-1@shop.example>'])
    expect(header(got!.headers, 'To')).toEqual(['To: ann@customer.example'])
    expect(header(got!.headers, 'From')[0]).toContain(`<${FROM}>`)
    expect(header(got!.headers, 'Auto-Submitted')).toHaveLength(1)
  })

  it.each([
    ['\r\nBcc: eve@evil.example'],
    ['\nTo: eve@evil.example\n\n<script>'],
    ['\u2028Bcc: eve@evil.example\u0000'],
    ['" <eve@evil.example>, "'],
  ])('with %j in names and subject has no header and no recipient more', async (evil) => {
    const { mail, letters } = await postOffice()
    await mail.send({ ...letter, id: `a${evil}`, subject: `s${evil}`, fromName: `n${evil}` })
    const [got] = letters
    expect(got?.to).toEqual(['ann@customer.example'])
    for (const name of ['Bcc', 'Cc']) expect(header(got!.headers, name)).toEqual([])
    for (const name of ['To', 'From', 'Subject', 'Message-ID']) expect(header(got!.headers, name)).toHaveLength(1)
    expect(got?.plain).toContain('您好')
    expect(got?.plain).not.toContain('eve')
  })

  it('is refused for good when the server knows no such recipient, and says nothing of whom', async () => {
    const { mail, letters } = await postOffice({ refuse: () => 550 })
    const failure = await mail.send(letter).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MailRefused)
    expect(failure).toMatchObject({ code: '550' })
    expect(JSON.stringify([failure, String(failure), (failure as Error).stack])).not.toMatch(/ann|customer|您好/)
    expect(letters).toEqual([])
  })

  it('is delayed when the server is busy or away, and taken when it is back', async () => {
    let busy = true
    const { mail, letters } = await postOffice({ refuse: () => (busy ? 451 : undefined) })
    await expect(mail.send(letter)).rejects.toBeInstanceOf(MailDelayed)
    busy = false
    await mail.send(letter)
    expect(letters).toHaveLength(1)
    const port = await freePort()
    const later = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM })
    const failure = await later.send(letter).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MailDelayed)
    expect(String(failure)).not.toMatch(/ann|customer/)
    const back = await startMailServer({ port })
    stops.push(back.stop)
    await later.send(letter)
    expect(back.letters).toHaveLength(1)
  })

  it('is never sent to what is not one address', async () => {
    const { mail, letters } = await postOffice()
    const to = 'ann@customer.example, eve@evil.example'
    await expect(mail.send({ ...letter, to })).rejects.toBeInstanceOf(MailRefused)
    expect(letters).toEqual([])
  })
})

test.each([
  ['ann@customer.example', true],
  ["o'neil+tag@mail.customer.co.uk", true],
  ['ANN@CUSTOMER.EXAMPLE', true],
  ['', false],
  ['ann', false],
  ['@customer.example', false],
  ['ann@', false],
  ['ann@localhost', false],
  ['ann@[127.0.0.1]', false],
  ['ann@127.0.0.1', false],
  ['.ann@customer.example', false],
  ['a..n@customer.example', false],
  ['ann@-customer.example', false],
  ['ann@customer..example', false],
  ['ann@customer.example.', false],
  ['ann@customer.example,eve@evil.example', false],
  ['ann@customer.example;eve@evil.example', false],
  ['ann@customer.example eve@evil.example', false],
  ['ann@customer.example\r\nRCPT TO:<eve@evil.example>', false],
  ['ann@customer.example\n', false],
  ['Ann <ann@customer.example>', false],
  ['"ann eve"@customer.example', false],
  ['ann@eve@customer.example', false],
  ['ann\u0000@customer.example', false],
  [`${'a'.repeat(65)}@customer.example`, false],
  [`ann@${'a.'.repeat(130)}example`, false],
])('%j is an address: %s', (text, is) => expect(isAddress(text)).toBe(is))

describe('the settings', () => {
  const read = (env: Record<string, string>) => readConfig({ mail: mailConfig }, env).mail
  it('are none, or both', async () => {
    const off = createMail(read({}))
    expect(off.available).toBe(false)
    await expect(off.send(letter)).rejects.toBeInstanceOf(MailRefused)
    expect(createMail(read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: FROM })).available).toBe(true)
    expect(() => createMail(read({ SMTP_URL: 'smtp://mail.example' }))).toThrow(/MAIL_FROM/)
    expect(() => createMail(read({ MAIL_FROM: FROM }))).toThrow(/SMTP_URL/)
  })
  it('are refused by name, and the password is not said back', () => {
    expect(() => read({ MAIL_FROM: 'Shop <a@b.example>' })).toThrow(/MAIL_FROM/)
    expect(() => read({ SMTP_URL: 'http://user:secret@mail.example' })).toThrow(/SMTP_URL/)
    expect(() => read({ SMTP_URL: 'http://user:secret@mail.example' })).not.toThrow(/secret/)
  })
})
