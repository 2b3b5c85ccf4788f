// What a customer thinks of answers and of the whole, and what was on view when they wrote: on PostgreSQL.
import type { Message, VisitContext } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Node, newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { eraseContact } from '../contacts/index.ts'

let shop: Shop
let other: Node
beforeAll(async () => {
  shop = await newShop()
  other = shop.anotherNode()
})
afterAll(() => shop?.database.drop())

const talk = async (words = '几天到', more = {}) => {
  const contactId = shop.ids.uuid()
  const intake = shop.intake(async () => turnResult())
  const ack = await intake.accept(shop.says(contactId, words, more))
  const { conversationId } = ack
  const asCustomer = shop.visitor(contactId)
  const say = (text: string) => intake.accept(shop.says(contactId, text))
  return { contactId, conversationId, asCustomer, say, asked: ack.messageId, answer: ack.replies[0]! }
}
const desk = async (conversationId: string, at: Node = shop.node): Promise<Message[]> =>
  (await at.conversations.listMessages(shop.staff('reader'), { conversationId, limit: 200 })).messages
const factsOf = (conversationId: string, type: string) =>
  shop.database.as(shop.tenant, async (tx) => {
    const { rows } = await sql<{ data: Record<string, unknown> }>`
      SELECT data FROM ballast.facts WHERE subject = ${conversationId} AND type = ${type} ORDER BY txid, id`.execute(tx)
    return rows.map((row) => row.data)
  })
const NOT_FOUND = { code: 'conversation.not-found' }

describe('judging an answer', () => {
  it('stands beside the answer for everybody, is told, changed, and taken back', async () => {
    const { conversationId, asCustomer, answer } = await talk()
    const judge = (helpful: boolean | null, reason?: 'wrong') =>
      shop.conversations.judge(asCustomer, {
        conversationId,
        messageId: answer.id,
        helpful,
        ...(reason === undefined ? {} : { reason }),
      })
    const from = shop.committed.length
    expect((await judge(false, 'wrong')).judgement).toEqual({ helpful: false, reason: 'wrong' })
    await judge(false, 'wrong')
    const told = shop.committed.slice(from)
    expect(told.map((one) => [one.messages.length, one.updated?.[0]?.judgement])).toEqual([
      [0, { helpful: false, reason: 'wrong' }],
      [0, { helpful: false, reason: 'wrong' }],
    ])
    const [, read] = await desk(conversationId, other)
    expect(read).toMatchObject({ turn: { outcome: 'answered' }, judgement: { helpful: false, reason: 'wrong' } })
    const shown = await shop.conversations.listMessages(asCustomer, { conversationId })
    expect(shown.messages[1]?.judgement).toEqual({ helpful: false, reason: 'wrong' })
    expect((await judge(true)).judgement).toEqual({ helpful: true })
    const back = await judge(null)
    expect(back).not.toHaveProperty('judgement')
    expect(back.turn).toEqual(answer.turn)
    expect(await desk(conversationId, other)).toContainEqual(back)
    const common = { messageId: answer.id, seq: 2 }
    expect(await factsOf(conversationId, 'message.judged')).toEqual([
      { ...common, helpful: false, reason: 'wrong' },
      { ...common, helpful: true },
      { ...common, helpful: null },
    ])
  })

  it('only of the bot, only in one’s own conversation', async () => {
    const mine = await talk()
    const theirs = await talk()
    const agent = await shop.conversations.reply(shop.staff('小李'), {
      conversationId: mine.conversationId,
      id: shop.ids.uuid(),
      parts: [{ kind: 'text', text: '您好' }],
      note: false,
    })
    const judge = (conversationId: string, messageId: string, as = mine.asCustomer) =>
      shop.conversations.judge(as, { conversationId, messageId, helpful: true })
    const notFound = { code: 'message.not-found' }
    await expect(judge(mine.conversationId, mine.asked)).rejects.toMatchObject(notFound)
    await expect(judge(mine.conversationId, agent.message.id)).rejects.toMatchObject(notFound)
    await expect(judge(mine.conversationId, theirs.answer.id)).rejects.toMatchObject(notFound)
    await expect(judge(mine.conversationId, shop.ids.uuid())).rejects.toMatchObject(notFound)
    await expect(judge(theirs.conversationId, theirs.answer.id)).rejects.toMatchObject(NOT_FOUND)
    const stranger = { ...mine.asCustomer, tenant: shop.ids.uuid() }
    await expect(judge(mine.conversationId, mine.answer.id, stranger)).rejects.toMatchObject(NOT_FOUND)
    expect(await factsOf(mine.conversationId, 'message.judged')).toEqual([])
  })
})

describe('rating a conversation', () => {
  const rating = (conversationId: string, score = 5, more = {}) => ({
    conversationId,
    id: shop.ids.uuid(),
    score,
    ...more,
  })
  const ratedIn = (messages: readonly Message[]) =>
    messages.flatMap(({ parts: [part], author }) =>
      part?.kind === 'system' && part.code === 'rated' ? [{ part, author }] : [],
    )

  it('is one line after a resolve, and the conversation stays as it was', async () => {
    const { conversationId, asCustomer, say } = await talk()
    const me = shop.staff('小李')
    const parts = [{ kind: 'text' as const, text: '好了' }]
    await shop.conversations.reply(me, { conversationId, id: shop.ids.uuid(), parts, note: false })
    await shop.conversations.resolve(me, conversationId)
    const before = await shop.conversations.readConversation(me, conversationId)
    const wish = rating(conversationId, 2, { reasons: ['slow'], comment: '太慢了' })
    const given = await shop.conversations.rate(asCustomer, wish)
    expect(given).toMatchObject({ duplicate: false, message: { id: wish.id, author: { kind: 'system' }, note: false } })
    const line = { kind: 'system', code: 'rated', score: 2, reasons: ['slow'], comment: '太慢了' }
    expect(ratedIn(await desk(conversationId, other))).toEqual([{ part: line, author: { kind: 'system' } }])
    expect(ratedIn((await shop.conversations.listMessages(asCustomer, { conversationId })).messages)).toHaveLength(1)
    const after = await shop.conversations.readConversation(me, conversationId)
    const { seq, updatedAt } = after.row.conversation
    expect(after.row).toEqual({ ...before.row, conversation: { ...before.row.conversation, seq, updatedAt } })
    expect(seq).toBe(before.row.conversation.seq + 1)
    const { conversation, facts } = shop.committed.at(-1)!
    expect(conversation.status).toBe('resolved')
    const fact = { messageId: wish.id, seq, score: 2, reasons: ['slow'], staffId: me.staffId }
    expect(facts.map(({ type, data }) => [type, data])).toEqual([['conversation.rated', fact]])
    expect(await factsOf(conversationId, 'conversation.rated')).toEqual([fact])
    expect((await shop.conversations.currentConversation(asCustomer))?.status).toBe('resolved')
    // The next words open the next episode, with the bot, as if nobody had rated.
    expect((await say('还有一个问题')).replies.map((one) => one.author.kind)).toEqual(['system', 'bot'])
  })

  it('the same id again changes the line, then nothing; another id is refused', async () => {
    const { conversationId, asCustomer } = await talk()
    const wish = rating(conversationId, 4)
    const first = await shop.conversations.rate(asCustomer, wish)
    const from = shop.committed.length
    const more = { ...wish, score: 3, reasons: ['not-understood' as const], comment: '答非所问' }
    const changed = await other.conversations.rate(asCustomer, more)
    expect(changed).toMatchObject({ duplicate: false, message: { id: wish.id, seq: first.message.seq } })
    expect(changed.message.editedAt).toBeDefined()
    expect(other.committed.at(-1)).toMatchObject({
      messages: [],
      updated: [{ id: wish.id, parts: changed.message.parts }],
    })
    expect(await shop.conversations.rate(asCustomer, more)).toEqual({ ...changed, duplicate: true })
    expect(shop.committed).toHaveLength(from)
    expect(ratedIn(await desk(conversationId))).toEqual([
      { part: changed.message.parts[0], author: { kind: 'system' } },
    ])
    await expect(shop.conversations.rate(asCustomer, rating(conversationId))).rejects.toMatchObject({
      code: 'rating.given',
    })
    const facts = await factsOf(conversationId, 'conversation.rated')
    expect(facts.map((fact) => [fact.messageId, fact.score])).toEqual([
      [wish.id, 4],
      [wish.id, 3],
    ])
    shop.clock.advance(16 * 60_000)
    expect((await shop.conversations.rate(asCustomer, more)).duplicate).toBe(true)
    await expect(shop.conversations.rate(asCustomer, { ...more, score: 5 })).rejects.toMatchObject({
      code: 'message.too-old',
    })
    shop.clock.set(Date.now())
  })

  it('an edge of two episodes: rated, closed, rated; asked again, too early, answered, rated', async () => {
    const { conversationId, asCustomer, say } = await talk()
    const give = () => shop.conversations.rate(asCustomer, rating(conversationId))
    await give()
    await shop.conversations.resolve(shop.staff('me'), conversationId)
    await give()
    await expect(give()).rejects.toMatchObject({ code: 'rating.given' })
    const me = shop.staff('me')
    await shop.conversations.reopen(me, conversationId)
    await expect(give()).rejects.toMatchObject({ code: 'rating.given' })
    await say('在吗')
    await expect(give()).rejects.toMatchObject({ code: 'rating.too-early' })
    await shop.conversations.resolve(me, conversationId)
    await give()
    expect(ratedIn(await desk(conversationId))).toHaveLength(3)
  })

  it('of many devices on two nodes at once, one line; of one wish sent many times, one line', async () => {
    for (let round = 0; round < 5; round++) {
      const { conversationId, asCustomer } = await talk()
      const wishes = [1, 2, 3, 4].map((score) => rating(conversationId, score))
      const tried = await Promise.allSettled(
        wishes.map((wish, at) => (at % 2 ? shop : other).conversations.rate(asCustomer, wish)),
      )
      const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
      expect(refused).toEqual(Array(3).fill('rating.given'))
      expect(ratedIn(await desk(conversationId))).toHaveLength(1)
      const again = await talk()
      const wish = rating(again.conversationId, 5)
      const sent = await Promise.all(
        [shop, other, shop, other].map((node) => node.conversations.rate(again.asCustomer, wish)),
      )
      expect(sent.filter((one) => !one.duplicate)).toHaveLength(1)
      expect(new Set(sent.map((one) => one.message.seq)).size).toBe(1)
      expect(ratedIn(await desk(again.conversationId))).toHaveLength(1)
      expect(await factsOf(again.conversationId, 'conversation.rated')).toHaveLength(1)
    }
  })

  it('nobody else’s, not before an answer, not with somebody’s message id', async () => {
    const mine = await talk()
    const theirs = await talk()
    const rate = (wish: ReturnType<typeof rating>, as = mine.asCustomer) => shop.conversations.rate(as, wish)
    await expect(rate(rating(theirs.conversationId))).rejects.toMatchObject(NOT_FOUND)
    await expect(rate(rating(shop.ids.uuid()))).rejects.toMatchObject(NOT_FOUND)
    const stranger = { ...mine.asCustomer, tenant: shop.ids.uuid() }
    await expect(rate(rating(mine.conversationId), stranger)).rejects.toMatchObject(NOT_FOUND)
    const taken = { ...rating(mine.conversationId), id: mine.answer.id }
    await expect(rate(taken)).rejects.toMatchObject({ code: 'message.id-reused' })
    await expect(rate({ ...taken, id: theirs.asked })).rejects.toMatchObject({ code: 'message.id-reused' })
    const contactId = shop.ids.uuid()
    const silent = shop.intake(async () => turnResult({ outcome: 'silent', parts: [] }))
    const { conversationId } = await silent.accept(shop.says(contactId, '...'))
    await expect(rate(rating(conversationId), shop.visitor(contactId))).rejects.toMatchObject({
      code: 'rating.too-early',
    })
  })

  it('keeps no word of a comment in the clear', async () => {
    const { conversationId, asCustomer } = await talk()
    await shop.conversations.rate(asCustomer, rating(conversationId, 1, { comment: '机密评语' }))
    const dump = await shop.database.as(shop.tenant, async (tx) => {
      const { rows } = await sql<{ row: string }>`
        SELECT m::text AS row FROM ballast.messages m UNION ALL SELECT f::text FROM ballast.facts f`.execute(tx)
      return rows.map(({ row }) => row).join('\n')
    })
    expect(dump).toContain(conversationId)
    expect(dump).not.toContain('机密')
    expect(dump).not.toContain(Buffer.from('机密').toString('hex'))
  })
})

describe('what was on view', () => {
  const context: VisitContext = {
    page: 'https://shop.example/p/zqpage-77',
    title: '羽绒服',
    productId: 'p1',
    cart: [{ productId: 'p2', quantity: 3 }],
  }

  it('comes out for colleagues, never for the customer, and never in the clear', async () => {
    const { conversationId, asCustomer, asked } = await talk('多少钱', { context })
    const [seen, answer] = await desk(conversationId, other)
    expect(seen).toMatchObject({ id: asked, context })
    expect(answer).not.toHaveProperty('context')
    expect(shop.committed.at(-1)?.messages[0]?.context).toEqual(context)
    const shown = await shop.conversations.listMessages(asCustomer, { conversationId })
    expect(JSON.stringify(shown)).not.toContain('zqpage')
    const dump = await shop.database.as(shop.tenant, async (tx) => {
      const { rows } = await sql<{ row: string }>`
        SELECT m::text AS row FROM ballast.messages m UNION ALL SELECT f::text FROM ballast.facts f
        UNION ALL SELECT c::text FROM ballast.conversations c`.execute(tx)
      return rows.map(({ row }) => row).join('\n')
    })
    expect(dump).not.toContain('zqpage')
    expect(dump).not.toContain(Buffer.from('zqpage').toString('hex'))
  })

  it('a resend is the first send with or without it', async () => {
    const contactId = shop.ids.uuid()
    const intake = shop.intake(async () => turnResult())
    const message = shop.says(contactId, 'hi', { context })
    const first = await intake.accept(message)
    const { context: _, ...bare } = message
    for (const again of [message, bare, { ...bare, context: { page: 'https://shop.example/other' } }])
      expect(await intake.accept(again)).toMatchObject({ duplicate: true, messageId: first.messageId })
    expect((await desk(first.conversationId))[0]?.context).toEqual(context)
  })

  it('stays through an edit and a merge, goes with a recall, dies with the key', async () => {
    const { contactId, conversationId, asCustomer, asked } = await talk('一', { context })
    const parts = [{ kind: 'text' as const, text: '二' }]
    const edited = await shop.conversations.edit(asCustomer, { conversationId, messageId: asked, parts })
    expect(edited).toMatchObject({ parts, context })
    const into = shop.ids.uuid()
    const identity = { externalId: `u-${into}` }
    expect(await shop.conversations.mergeContacts({ tenant: shop.tenant, from: contactId, into, identity })).toBe(true)
    expect((await desk(conversationId, shop.anotherNode()))[0]).toMatchObject({ parts, context })
    const recalled = await shop.conversations.recall(shop.visitor(into), { conversationId, messageId: asked })
    expect(recalled).not.toHaveProperty('context')
    expect((await desk(conversationId, shop.anotherNode()))[0]).not.toHaveProperty('context')
    const gone = await talk('三', { context })
    await eraseContact({ ...shop.parts, secrets: shop.secrets }, { tenant: shop.tenant, contactId: gone.contactId })
    const [left] = await desk(gone.conversationId, shop.anotherNode())
    expect(left).toMatchObject({ parts: [{ kind: 'text', text: '[erased]' }] })
    expect(left).not.toHaveProperty('context')
  })

  it('helps a turn that another process finishes', async () => {
    const contactId = shop.ids.uuid()
    const stuck = shop.intake(() => new Promise(() => {}), { quickMs: 5, patienceMs: 600_000 })
    const ack = await stuck.accept(shop.says(contactId, '这件', { context }))
    let seen: VisitContext | undefined
    const elsewhere = shop.intake(
      async (turn) => {
        seen = turn.context
        return turnResult()
      },
      {},
      other,
    )
    const { conversationId, messageId } = ack
    await elsewhere.continueTurn({ tenant: shop.tenant, inboxId: shop.inbox.id, conversationId, messageId })
    expect(seen).toEqual(context)
  })
})
