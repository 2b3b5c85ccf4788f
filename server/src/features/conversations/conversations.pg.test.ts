// Colleagues and customers in one conversation, on PostgreSQL with the real train.
import { type Message, type Principal, plainText } from '@ballast/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

type Staff = Extract<Principal, { kind: 'staff' }>
const text = (words: string) => [{ kind: 'text' as const, text: words }]
const texts = (messages: readonly Message[]) =>
  messages.map(({ parts: [part] }) => (part?.kind === 'system' ? `<${part.code}>` : plainText(part ? [part] : [])))
const thread = async (reader: Principal, conversationId: string) =>
  texts((await shop.conversations.listMessages(reader as Staff, { conversationId })).messages)
const silent = () => shop.intake(async () => turnResult({ outcome: 'silent', parts: [] }))
const start = async (words = '你好', more = {}) => {
  const contactId = shop.ids.uuid()
  const ack = await silent().accept(shop.says(contactId, words, more))
  return { contactId, conversationId: ack.conversationId, messageId: ack.messageId }
}
const say = (staff: Staff, conversationId: string, words: string, note = false) =>
  shop.conversations.reply(staff, { conversationId, id: shop.ids.uuid(), parts: text(words), note })

describe('a colleague', () => {
  it('takes over by replying, hands back, resolves, reopens', async () => {
    const { conversationId, contactId } = await start()
    const me = shop.staff('小李')
    const other = shop.staff('小王')
    const { message } = await say(me, conversationId, '我来看看')
    expect(message).toMatchObject({ seq: 3, author: { kind: 'agent', id: me.staffId, name: '小李' } })
    await expect(say(other, conversationId, 'x')).rejects.toMatchObject({ code: 'conversation.not-yours' })
    const silentBot = await silent().accept(shop.says(contactId, '谢谢'))
    expect(silentBot.replies).toEqual([])
    expect((await shop.conversations.handBack(me, conversationId)).conversation.status).toBe('bot')
    expect((await shop.conversations.resolve(me, conversationId)).conversation.status).toBe('resolved')
    const { conversation } = await shop.conversations.reopen(other, conversationId)
    expect(conversation).toMatchObject({ status: 'agent', assigneeId: other.staffId, resolvedAt: null })
    expect(await thread(me, conversationId)).toEqual([
      '你好',
      '<agent-joined>',
      '我来看看',
      '谢谢',
      '<handed-back>',
      '<resolved>',
      '<reopened>',
    ])
  })

  it('replying twice with one id writes once; with another text it is refused', async () => {
    const { conversationId } = await start()
    const me = shop.staff('me')
    const wish = { conversationId, id: shop.ids.uuid(), parts: text('once'), note: false }
    const first = await shop.conversations.reply(me, wish)
    const again = await shop.conversations.reply(me, wish)
    expect(first.duplicate).toBe(false)
    expect(again).toEqual({ message: first.message, duplicate: true })
    await expect(shop.conversations.reply(me, { ...wish, parts: text('other') })).rejects.toMatchObject({
      code: 'message.id-reused',
    })
    expect((await thread(me, conversationId)).filter((line) => line === 'once')).toHaveLength(1)
  })

  it('of two who take at once, one gets it', async () => {
    const { conversationId } = await start()
    const [a, b] = [shop.staff('a'), shop.staff('b')]
    const other = shop.anotherNode()
    await other.conversations.readConversation(b, conversationId)
    const taken = await Promise.allSettled([
      shop.conversations.take(a, { conversationId, force: false }),
      other.conversations.take(b, { conversationId, force: false }),
    ])
    expect(taken.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = taken.find((one) => one.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'conversation.not-yours' })
  })

  it('is never refused on what another process remembered', async () => {
    const { conversationId } = await start()
    const [a, b] = [shop.staff('a'), shop.staff('b')]
    const other = shop.anotherNode()
    await other.conversations.take(a, { conversationId, force: false })
    await shop.conversations.handBack(a, conversationId)
    await expect(other.conversations.take(b, { conversationId, force: false })).resolves.toMatchObject({
      conversation: { assigneeId: b.staffId },
    })
  })

  it('writes notes no customer reads, in anyone’s conversation', async () => {
    const { conversationId, contactId } = await start()
    const [a, b] = [shop.staff('a'), shop.staff('b')]
    await shop.conversations.take(a, { conversationId, force: false })
    const [{ message: note }, { message: said }] = await Promise.all([
      say(b, conversationId, '注意：老客户', true),
      say(a, conversationId, '您好'),
    ])
    expect(note.note).toBe(true)
    expect([note.seq, said.seq].sort()).toEqual([3, 4])
    expect(await thread(a, conversationId)).toContain('注意：老客户')
    const shown = await shop.conversations.listMessages(shop.visitor(contactId), { conversationId })
    expect(texts(shown.messages)).toEqual(['你好', '<agent-joined>', '您好'])
    expect(shown.messages.every((message) => message.author.kind !== 'agent' || message.author.id === undefined)).toBe(
      true,
    )
    expect(shown.messages.every((message) => message.verdict === undefined)).toBe(true)
  })

  it('transfers to a colleague or a team, never to nobody', async () => {
    const { conversationId } = await start()
    const [a, b] = [shop.staff('a'), shop.staff('b')]
    const teamId = shop.ids.uuid()
    shop.names.set(teamId, '售后')
    const moved = await shop.conversations.transfer(a, { conversationId, staffId: b.staffId, note: '麻烦跟进' })
    expect(moved.conversation.assigneeId).toBe(b.staffId)
    const queued = await shop.conversations.transfer(b, { conversationId, teamId })
    expect(queued.conversation).toMatchObject({ status: 'waiting', teamId, assigneeId: null })
    const nobody = shop.ids.uuid()
    await expect(shop.conversations.transfer(a, { conversationId, staffId: nobody })).rejects.toMatchObject({
      code: 'staff.not-found',
    })
    await expect(shop.conversations.transfer(a, { conversationId })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('snoozes; the timer wakes it once, an old timer never', async () => {
    const { conversationId } = await start()
    const me = shop.staff('me')
    const soon = shop.clock.now() + 1_000
    const later = soon + 60_000
    await shop.conversations.snooze(me, { conversationId, until: soon })
    await shop.conversations.snooze(me, { conversationId, until: later })
    const due = shop.jobs.filter((job) => job.name === 'conversations.wake').slice(-2)
    expect(due.map((job) => job.at)).toEqual([soon, later])
    shop.clock.set(later)
    await shop.conversations.wake(due[0]!.data as never)
    expect((await shop.conversations.readConversation(me, conversationId)).row.conversation.status).toBe('snoozed')
    await shop.conversations.wake(due[1]!.data as never)
    await shop.conversations.wake(due[1]!.data as never)
    expect((await shop.conversations.readConversation(me, conversationId)).row.conversation).toMatchObject({
      status: 'agent',
      assigneeId: me.staffId,
    })
  })

  it('edits and recalls their own words, for fifteen minutes; the list forgets them too', async () => {
    const { conversationId, contactId } = await start()
    const me = shop.staff('me')
    const { message } = await say(me, conversationId, 'wrong price')
    const at = { conversationId, messageId: message.id }
    await expect(shop.conversations.edit(shop.visitor(contactId), { ...at, parts: text('x') })).rejects.toMatchObject({
      code: 'message.not-yours',
    })
    const edited = await shop.conversations.edit(me, { ...at, parts: text('right price') })
    expect(edited).toMatchObject({ seq: message.seq, parts: text('right price'), editedAt: expect.any(String) })
    expect((await shop.conversations.readConversation(me, conversationId)).row.preview).toBe('right price')
    await shop.conversations.recall(me, at)
    expect(await thread(me, conversationId)).toEqual(['你好', '<agent-joined>', '[recalled]'])
    expect((await shop.conversations.readConversation(me, conversationId)).row.preview).toBe('[recalled]')
    const { message: old } = await say(me, conversationId, 'old')
    shop.clock.advance(15 * 60_000 + 60_000)
    await expect(shop.conversations.recall(me, { conversationId, messageId: old.id })).rejects.toMatchObject({
      code: 'message.too-old',
    })
  })

  it('read marks only rise, for each side its own', async () => {
    const { conversationId, contactId } = await start()
    const me = shop.staff('me')
    await say(me, conversationId, 'hello')
    expect(await shop.conversations.markRead(me, { conversationId, seq: 99 })).toBe(3)
    expect(await shop.conversations.markRead(me, { conversationId, seq: 1 })).toBe(3)
    expect(await shop.conversations.markRead(shop.visitor(contactId), { conversationId, seq: 2 })).toBe(2)
    const { row } = await shop.conversations.readConversation(me, conversationId)
    expect(row).toMatchObject({ unread: 0, conversation: { agentReadSeq: 3, customerReadSeq: 2, version: 2 } })
    expect(row.grade).toBe('frequent')
  })

  it('receipts in any order end at the furthest', async () => {
    const { conversationId } = await start()
    const me = shop.staff('me')
    const { message } = await say(me, conversationId, 'hello')
    const at = { tenant: shop.tenant, conversationId, messageId: message.id }
    await shop.conversations.applyReceipt({ ...at, state: 'read' })
    expect(await shop.conversations.applyReceipt({ ...at, state: 'delivered' })).toMatchObject({ delivery: 'read' })
  })
})

describe('lists', () => {
  it('longest waiting first, in pages, and only inboxes one sees', async () => {
    const quiet = await newShop()
    try {
      const people = []
      for (const n of [1, 2, 3]) {
        quiet.clock.advance(1_000)
        const contactId = quiet.ids.uuid()
        const asked = { tenant: quiet.tenant, inbox: quiet.inbox, contactId, channel: 'web', id: quiet.ids.uuid() }
        people.push(await quiet.intake(async () => turnResult()).askForPerson(asked))
        await quiet.intake(async () => turnResult()).accept(quiet.says(contactId, `m${n}`))
      }
      const me = quiet.staff('me')
      const first = await quiet.conversations.listConversations(me, { view: 'unassigned', limit: 2 })
      const second = await quiet.conversations.listConversations(me, {
        view: 'unassigned',
        cursor: first.next!,
        limit: 2,
      })
      expect([...first.rows, ...second.rows].map((row) => row.conversation.id)).toEqual(
        people.map((one) => one.conversationId),
      )
      expect(second.next).toBeNull()
      expect(first.rows[0]).toMatchObject({ preview: 'm1', unread: 1, lastAuthor: 'customer', assigneeName: null })
      await quiet.conversations.take(me, { conversationId: people[1]!.conversationId, force: false })
      expect(await quiet.conversations.countConversations(me)).toEqual({
        mine: 1,
        unassigned: 2,
        bot: 0,
        all: 3,
        resolved: 0,
        snoozed: 0,
      })
      quiet.visible.inboxes = []
      const left = await quiet.conversations.listConversations(me, { view: 'all' })
      expect(left.rows.map((row) => row.conversation.id)).toEqual([people[1]!.conversationId])
      const hidden = people[0]!.conversationId
      await expect(quiet.conversations.readConversation(me, hidden)).rejects.toMatchObject({
        code: 'conversation.not-found',
      })
      await expect(quiet.conversations.listConversations(me, { view: 'all', cursor: "'; drop" })).rejects.toMatchObject(
        { code: 'request.invalid' },
      )
    } finally {
      await quiet.database.drop()
    }
  })
})

describe('ids of another tenant', () => {
  it('are nobody’s, through every verb', async () => {
    const { conversationId, messageId, contactId } = await start()
    const spy: Staff = { ...shop.staff('spy'), tenant: shop.ids.uuid() }
    const visitor = { ...shop.visitor(contactId), tenant: spy.tenant }
    const verbs = shop.conversations
    const at = { conversationId, messageId }
    const tries = [
      verbs.readConversation(spy, conversationId),
      verbs.listMessages(spy, { conversationId }),
      verbs.listMessages(visitor, { conversationId }),
      verbs.listMessages(shop.visitor(shop.ids.uuid()), { conversationId }),
      say(spy, conversationId, 'x'),
      say(spy, conversationId, 'x', true),
      verbs.edit(spy, { ...at, parts: text('x') }),
      verbs.edit(visitor, { ...at, parts: text('x') }),
      verbs.recall(spy, at),
      verbs.take(spy, { conversationId, force: true }),
      verbs.handBack(spy, conversationId),
      verbs.handOver(spy, { conversationId }),
      verbs.transfer(spy, { conversationId, staffId: spy.staffId }),
      verbs.snooze(spy, { conversationId, until: shop.clock.now() + 1_000 }),
      verbs.resolve(spy, conversationId),
      verbs.reopen(spy, conversationId),
      verbs.markRead(spy, { conversationId, seq: 1 }),
      verbs.markRead(visitor, { conversationId, seq: 1 }),
      verbs.mustSee(spy, conversationId),
      silent().accept(shop.says(shop.ids.uuid(), 'x', { conversationId })),
      silent().accept(shop.says(contactId, 'x', { conversationId, tenant: spy.tenant })),
    ]
    const ends = await Promise.allSettled(tries)
    expect(ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'let in'))).toEqual(
      tries.map(() => 'conversation.not-found'),
    )
    expect(await verbs.seesContact(spy, contactId)).toBe(false)
    expect(await verbs.currentConversation(visitor)).toBeNull()
    const receipt = { tenant: spy.tenant, ...at, state: 'read' as const }
    expect(await verbs.applyReceipt(receipt)).toBeNull()
    expect(await thread(shop.staff('me'), conversationId)).toEqual(['你好'])
  })
})
