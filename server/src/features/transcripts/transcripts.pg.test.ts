// A conversation by mail, from the request to the letter: on PostgreSQL, with a mail server on loopback.
import { Problem, type Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { type MailServerOptions, startMailServer } from '../../../test/mail-server.ts'
import { freePort } from '../../../test/start-nats.ts'
import { createJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { createMail, type Mail } from '../../platform/mail/mail.ts'
import { eraseContact } from '../contacts/index.ts'
import { createTranscripts, TRANSCRIPT_JOB, TranscriptJob, type TranscriptParts } from './index.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const FROM = 'support@shop.example'
const TO = 'zqann@zqcustomer.example'
const mailTo = (url: string) => createMail({ smtpUrl: url, from: FROM })
const open = async (options: MailServerOptions = {}) => {
  const server = await startMailServer(options)
  stops.push(server.stop)
  return { ...server, ...desk(mailTo(server.url)) }
}
/** Transcripts of this shop, with the jobs they set. */
const desk = (mail: Mail, more: Partial<TranscriptParts> = {}) => {
  const jobs: TranscriptJob[] = []
  const transcripts = createTranscripts({
    ...shop.parts,
    secrets: shop.secrets,
    conversations: shop.conversations,
    mail,
    log: silentLog,
    schedule: async (name, data) => {
      expect(name).toBe(TRANSCRIPT_JOB)
      jobs.push(data as TranscriptJob)
    },
    inboxOf: async () => ({ name: '山脊', timeZone: null }),
    ...more,
  })
  return { transcripts, jobs }
}
const talk = async (more = {}) => {
  const contactId = shop.ids.uuid()
  const intake = shop.intake(async () => turnResult({ parts: [{ kind: 'text', text: '三天到' }] }))
  const { conversationId, messageId } = await intake.accept(
    shop.says(contactId, '几天到', { locale: 'zh-CN', ...more }),
  )
  return { contactId, conversationId, messageId, customer: shop.visitor(contactId) }
}
let callers = 0
const wish = (conversationId: Uuid, email = TO, from = `10.0.0.${callers++}`) => ({ conversationId, email, from })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  )
const factsOf = (conversationId: Uuid) =>
  shop.database.as(shop.tenant, async (tx) => {
    const { rows } = await sql<{ data: object }>`
      SELECT data FROM ballast.facts WHERE subject = ${conversationId} AND type = 'transcript.mailed'`.execute(tx)
    return rows.map((row) => row.data)
  })

describe('a transcript', () => {
  it('is what the customer saw when it is sent: no notes, nothing taken back, edits as they stand', async () => {
    const { transcripts, jobs, letters } = await open()
    const { contactId, conversationId, customer } = await talk()
    const me = shop.staff('小李')
    const say = (text: string, note = false) =>
      shop.conversations.reply(me, { conversationId, id: shop.ids.uuid(), parts: [{ kind: 'text', text }], note })
    await say('内部备注', true)
    const wrong = await say('说错的话')
    const edited = await say('原来的话')
    await transcripts.ask(customer, wish(conversationId))
    await shop.conversations.recall(me, { conversationId, messageId: wrong.message.id })
    const parts = [{ kind: 'text' as const, text: '改过的话 <b>' }]
    await shop.conversations.edit(me, { conversationId, messageId: edited.message.id, parts })
    expect(await factsOf(conversationId)).toEqual([])
    await transcripts.send(jobs[0]!)
    const [letter] = letters
    expect(letter).toMatchObject({ from: FROM, to: [TO] })
    for (const said of ['几天到', '三天到', '改过的话 <b>', '小李', 'GMT+8']) expect(letter?.plain).toContain(said)
    expect(letter?.html).toContain('改过的话 &lt;b&gt;')
    for (const body of [letter?.plain, letter?.html]) expect(body).not.toMatch(/内部备注|说错的话|原来的话|recalled/)
    expect(letter?.plain).not.toContain(contactId)
    expect(await factsOf(conversationId)).toEqual([{}])
    // The job again, here or in another process: nothing more.
    await transcripts.send(jobs[0]!)
    await desk(mailTo('smtp://127.0.0.1:9')).transcripts.send(jobs[0]!)
    expect(letters).toHaveLength(1)
    expect(await factsOf(conversationId)).toHaveLength(1)
  })

  it('holds the pictures and cards by name, and the last 500 messages of a long one', async () => {
    const { transcripts, jobs, letters } = await open()
    const { conversationId, customer, contactId } = await talk({ locale: 'en' })
    const card = { kind: 'product-card' as const, productId: 'p1', title: 'Down jacket' }
    const replies = { kind: 'quick-replies' as const, replies: [{ label: 'Get a person' }] }
    const intake = shop.intake(async () => turnResult({ parts: [{ kind: 'image', name: 'size.png' }, card, replies] }))
    await intake.accept(shop.says(contactId, 'show me', { locale: 'en' }))
    await transcripts.ask(customer, wish(conversationId))
    await transcripts.send(jobs[0]!)
    expect(letters[0]?.plain).toContain('[picture: size.png]\nDown jacket')
    expect(letters[0]?.plain).not.toContain('Get a person')
    const quiet = shop.intake(async () => turnResult({ outcome: 'silent', parts: [] }))
    for (let n = 0; n < 503; n++) await quiet.accept(shop.says(contactId, `line ${n}`, { locale: 'en' }))
    await transcripts.ask(customer, wish(conversationId))
    await transcripts.send(jobs[1]!)
    expect(letters[1]?.plain).toContain('7 earlier messages are not included.')
    expect(letters[1]?.plain).toContain('line 502')
    expect(letters[1]?.plain).not.toContain('show me')
  }, 60_000)

  it('is tried again by its job until the mail server is back, and arrives once', async () => {
    const port = await freePort()
    const jobs = createJobs({ database: shop.database, log: silentLog })
    const { transcripts } = desk(mailTo(`smtp://127.0.0.1:${port}`), {
      schedule: async (name, data, at) => void (await jobs.send(name, data, { startAfter: at - 1_000 })),
    })
    let tries = 0
    let back = Promise.resolve<Awaited<ReturnType<typeof startMailServer>> | undefined>(undefined)
    const settings = { schema: TranscriptJob, retryDelaySeconds: 1, pollSeconds: 0.5 }
    jobs.define(TRANSCRIPT_JOB, settings, async (job) => {
      tries++
      if (tries === 2) back = startMailServer({ port })
      await back
      await transcripts.send(job)
    })
    await jobs.start()
    stops.push(async () => {
      await jobs.stop()
      await (await back)?.stop()
    })
    const { conversationId, customer } = await talk()
    await transcripts.ask(customer, wish(conversationId))
    await expect.poll(() => factsOf(conversationId), { timeout: 15_000 }).toEqual([{}])
    expect(tries).toBe(2)
    expect((await back)?.letters).toHaveLength(1)
    const stored = await shop.database.poolFor('jobs').query('SELECT data::text AS row FROM jobs.job')
    expect(stored.rows.some(({ row }) => row.includes(conversationId))).toBe(true)
    expect(JSON.stringify(stored.rows)).not.toMatch(/zqann|zqcustomer|几天到|三天到/)
  })

  it('to a recipient the mail server does not know is given up, without a fact', async () => {
    const { transcripts, jobs, letters } = await open({ refuse: () => 550 })
    const { conversationId, customer } = await talk()
    await transcripts.ask(customer, wish(conversationId))
    await transcripts.send(jobs[0]!)
    expect([letters, await factsOf(conversationId)]).toEqual([[], []])
  })

  it('of somebody who was erased, or became somebody else, goes nowhere', async () => {
    const { transcripts, jobs, letters } = await open()
    const [erased, merged] = [await talk(), await talk()]
    await transcripts.ask(erased.customer, wish(erased.conversationId))
    await transcripts.ask(merged.customer, wish(merged.conversationId))
    const { tenant } = shop
    await eraseContact({ ...shop.parts, secrets: shop.secrets }, { tenant, contactId: erased.contactId })
    const into = shop.ids.uuid()
    const identity = { externalId: `u-${into}` }
    await shop.conversations.mergeContacts({ tenant, from: merged.contactId, into, identity })
    for (const job of jobs) await transcripts.send(job)
    expect(jobs).toHaveLength(2)
    expect(letters).toEqual([])
    // The key is gone: the address in the job cannot be read by anybody again.
    expect(Buffer.from(jobs[0]!.sealed, 'base64').toString('latin1')).not.toContain('zqann')
  })
})

describe('asking for one is refused', () => {
  it('for a conversation that is not one’s own, like one that is nowhere', async () => {
    const { transcripts } = desk(mailTo('smtp://127.0.0.1:9'))
    const [mine, theirs] = [await talk(), await talk()]
    const stranger = { ...mine.customer, tenant: shop.ids.uuid() }
    for (const off of [transcripts, desk(createMail({ smtpUrl: undefined, from: undefined })).transcripts]) {
      expect(await codeOf(off.ask(mine.customer, wish(theirs.conversationId)))).toBe('conversation.not-found')
      expect(await codeOf(off.ask(mine.customer, wish(shop.ids.uuid())))).toBe('conversation.not-found')
      expect(await codeOf(off.ask(stranger, wish(mine.conversationId)))).toBe('conversation.not-found')
    }
  })

  it('without a mail server, without an address, before anybody has answered', async () => {
    const { transcripts, jobs } = desk(mailTo('smtp://127.0.0.1:9'))
    const { conversationId, customer } = await talk()
    const off = desk(createMail({ smtpUrl: undefined, from: undefined }))
    expect(await codeOf(off.transcripts.ask(customer, wish(conversationId)))).toBe('mail.unavailable')
    for (const email of ['x', 'a@b', `${TO},eve@evil.example`, `${TO}\r\nBcc: eve@evil.example`, `Ann <${TO}>`])
      expect(await codeOf(transcripts.ask(customer, wish(conversationId, email)))).toBe('mail.address-invalid')
    const contactId = shop.ids.uuid()
    const silent = shop.intake(async () => turnResult({ outcome: 'silent', parts: [] }))
    const alone = await silent.accept(shop.says(contactId, 'buy my pills'))
    const asked = transcripts.ask(shop.visitor(contactId), wish(alone.conversationId))
    expect(await codeOf(asked)).toBe('conversation.wrong-status')
    expect([jobs, off.jobs]).toEqual([[], []])
    await transcripts.ask(customer, wish(conversationId, ` ${TO} `))
    expect(jobs).toHaveLength(1)
  })

  it('after three of one conversation in a day, whatever process is asked, even all at once', async () => {
    const nodes = [desk(mailTo('smtp://127.0.0.1:9')), desk(mailTo('smtp://127.0.0.1:9'))]
    const { conversationId, customer } = await talk()
    const tries = Array.from({ length: 8 }, (_, n) =>
      codeOf(nodes[n % 2]!.transcripts.ask(customer, wish(conversationId, `to${n}@customer.example`))),
    )
    const codes = await Promise.all(tries)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(3)
    expect(codes.filter((code) => code === 'rate.limited')).toHaveLength(5)
    expect(nodes.flatMap(({ jobs }) => jobs)).toHaveLength(3)
    shop.clock.advance(86_400_000)
    expect(await codeOf(nodes[0]!.transcripts.ask(customer, wish(conversationId)))).toBe('ok')
    shop.clock.set(Date.now())
  })

  it('after ten from one address, or five to one recipient, in a day', async () => {
    const { transcripts, jobs } = desk(mailTo('smtp://127.0.0.1:9'))
    const ask = async (email: string, from: string) => {
      const { conversationId, customer } = await talk()
      return codeOf(transcripts.ask(customer, { conversationId, email, from }))
    }
    for (let n = 0; n < 10; n++) expect(await ask(`to${n}@customer.example`, '192.0.2.1')).toBe('ok')
    expect(await ask('one-more@customer.example', '192.0.2.1')).toBe('rate.limited')
    expect(await ask('one-more@customer.example', '192.0.2.2')).toBe('ok')
    for (let n = 0; n < 5; n++) expect(await ask('Victim@customer.example', `198.51.100.${n}`)).toBe('ok')
    expect(await ask('victim@customer.example', '198.51.100.9')).toBe('rate.limited')
    expect(jobs).toHaveLength(16)
  })
})
