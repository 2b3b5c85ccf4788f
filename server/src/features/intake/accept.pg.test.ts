// A customer's message, end to end on PostgreSQL: once, in order, never lost, whatever the bot does.
import { type Message, plainText } from '@ballast/contract'
import { PLAIN_VOICE } from '@ballast/contract/routes/voice'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { takeTurn } from '../answering/index.ts'
import { noCommerce } from '../commerce/index.ts'
import type { TurnResult } from './turn.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

const texts = (messages: readonly Message[]) =>
  messages.map((message) => {
    const [part] = message.parts
    return part?.kind === 'system' ? `<${part.code}>` : plainText(message.parts)
  })
const thread = async (conversationId: string, viewer = shop.staff('reader')) =>
  (await shop.conversations.listMessages(viewer, { conversationId, limit: 200 })).messages
const echo = () => shop.intake(async (turn) => turnResult({ parts: [{ kind: 'text', text: `re: ${turn.text}` }] }))

describe('accept', () => {
  it('stores message and answer in one change set, with three facts at first and two afterwards', async () => {
    const contactId = shop.ids.uuid()
    const intake = echo()
    const first = await intake.accept(shop.says(contactId, '你好'))
    expect(first).toMatchObject({ seq: 1, duplicate: false })
    expect(texts(first.replies)).toEqual(['re: 你好'])
    const second = await intake.accept(shop.says(contactId, '几天到'))
    expect(second).toMatchObject({ seq: 3, conversationId: first.conversationId })
    const facts = await shop.database.as(shop.tenant, async (tx) => {
      const { rows } = await sql<{ type: string; data: { seq?: number } }>`
        SELECT type, data FROM ballast.facts WHERE subject = ${first.conversationId} ORDER BY id`.execute(tx)
      return rows
    })
    expect(facts.map((fact) => fact.type)).toEqual([
      'message.received',
      'conversation.started',
      'message.sent',
      'message.received',
      'message.sent',
    ])
    expect(facts.map((fact) => fact.data.seq)).toEqual([1, undefined, 2, 3, 4])
    expect(JSON.stringify(facts)).not.toContain('几天到')
    const stored = await thread(first.conversationId)
    expect(stored[0]?.verdict).toMatchObject({ language: 'zh-Hans', emotion: 'neutral' })
    const cached = shop.committed.filter((one) => one.conversation.id === first.conversationId)
    expect(cached.flatMap((one) => one.messages)).toEqual(stored)
  })

  it('keeps no text in clear anywhere in the database', async () => {
    const contactId = shop.ids.uuid()
    const secret = `秘密${contactId}`
    const identity = { externalId: `u-${contactId}`, name: secret, phone: '13812345678' }
    // What the bot remembers of a conversation is as personal as what was said in it.
    const remembers = shop.intake(async () =>
      turnResult({ dialog: { orderNo: secret } as unknown as TurnResult['dialog'] }),
    )
    const { conversationId } = await remembers.accept(shop.says(contactId, secret, { identity }))
    const dump = await shop.database.as(shop.tenant, async (tx) => {
      const { rows } = await sql<{ row: string }>`
        SELECT m::text AS row FROM ballast.messages m UNION ALL SELECT c::text FROM ballast.conversations c
        UNION ALL SELECT p::text FROM ballast.contacts p UNION ALL SELECT f::text FROM ballast.facts f`.execute(tx)
      return rows.map(({ row }) => row).join('\n')
    })
    expect(dump).toContain(conversationId)
    expect(dump).not.toContain('秘密')
    expect(dump).not.toContain(Buffer.from('秘密').toString('hex'))
    expect(dump).not.toContain('13812345678')
  })

  it('a resend is the first send: same place, nothing twice, the bot not asked again', async () => {
    const contactId = shop.ids.uuid()
    let asked = 0
    const intake = shop.intake(async () => {
      asked++
      return turnResult()
    })
    const message = shop.says(contactId, '退款')
    const first = await intake.accept(message)
    const soon = await intake.accept(message)
    shop.clock.advance(60_000)
    const late = await intake.accept(message)
    const elsewhere = await shop.intake(async () => turnResult(), {}, shop.anotherNode()).accept(message)
    for (const again of [soon, late, elsewhere]) {
      expect(again).toMatchObject({ ...first, duplicate: true, conversation: expect.anything() })
    }
    expect(await thread(first.conversationId)).toHaveLength(2)
    expect(asked).toBe(1)
  })

  it('one id, two texts: refused, the first stays', async () => {
    const contactId = shop.ids.uuid()
    const message = shop.says(contactId, 'first')
    const { conversationId } = await echo().accept(message)
    const other = { ...message, parts: [{ kind: 'text' as const, text: 'second' }] }
    await expect(echo().accept(other)).rejects.toMatchObject({ code: 'message.id-reused' })
    expect(texts(await thread(conversationId))).toEqual(['first', 're: first'])
  })

  it('an id taken by somebody else’s message is refused, not an error of ours', async () => {
    const theirs = shop.says(shop.ids.uuid(), 'mine')
    await echo().accept(theirs)
    const thief = { ...shop.says(shop.ids.uuid(), 'x'), messageId: theirs.messageId }
    await expect(echo().accept(thief)).rejects.toMatchObject({ code: 'message.id-reused' })
  })

  it('an id far from now is stored within a day of it, and stays the key of the send', async () => {
    const message = { ...shop.says(shop.ids.uuid(), 'old'), messageId: '00000000-0001-7000-8000-0000000000aa' }
    const first = await echo().accept(message)
    expect(first.messageId).not.toBe(message.messageId)
    expect(await echo().accept(message)).toMatchObject({ messageId: first.messageId, duplicate: true })
  })

  it('two devices at once make one conversation, one sequence without gaps', async () => {
    const contactId = shop.ids.uuid()
    const nodes = [shop.node, shop.anotherNode()]
    const intakes = nodes.map((node) =>
      shop.intake(async (turn) => turnResult({ parts: [{ kind: 'text', text: `re: ${turn.text}` }] }), {}, node),
    )
    const sends = Array.from({ length: 24 }, (_, n) => intakes[n % 2]!.accept(shop.says(contactId, `m${n}`)))
    const acks = await Promise.all(sends)
    expect(new Set(acks.map((ack) => ack.conversationId)).size).toBe(1)
    const stored = await thread(acks[0]!.conversationId)
    expect(stored.map((message) => message.seq)).toEqual(Array.from({ length: 48 }, (_, n) => n + 1))
    for (const n of [0, 1]) {
      const mine = acks.filter((_, at) => at % 2 === n).map((ack) => ack.seq)
      expect(mine).toEqual([...mine].sort((a, b) => a - b))
    }
  })

  it('a person who takes over while the bot thinks is not talked over', async () => {
    const contactId = shop.ids.uuid()
    const agent = shop.staff('小李')
    let finish = () => {}
    const thinking = new Promise<void>((done) => {
      finish = done
    })
    const intake = shop.intake(
      async () => {
        await thinking
        return turnResult()
      },
      { quickMs: 20 },
    )
    const ack = await intake.accept(shop.says(contactId, '在吗'))
    expect(ack.replies).toEqual([])
    await shop.conversations.take(agent, { conversationId: ack.conversationId, force: false })
    finish()
    await intake.settle()
    expect(texts(await thread(ack.conversationId))).toEqual(['在吗', '<agent-joined>'])
  })

  it('a slow answer follows its message, once, even when the job runs as well', async () => {
    const contactId = shop.ids.uuid()
    const slow = async () => {
      await new Promise((done) => setTimeout(done, 60))
      return turnResult({ parts: [{ kind: 'text', text: 'slow answer' }] })
    }
    const intake = shop.intake(slow, { quickMs: 10 })
    const ack = await intake.accept(shop.says(contactId, 'slow'))
    const job = shop.jobs.findLast((one) => one.name === 'intake.continue-turn')!
    expect(job.data).toMatchObject({ conversationId: ack.conversationId, messageId: ack.messageId })
    await Promise.all([intake.settle(), intake.continueTurn(job.data as never)])
    await intake.continueTurn(job.data as never)
    const stored = await thread(ack.conversationId)
    expect(texts(stored)).toEqual(['slow', 'slow answer'])
    expect(stored[1]?.inReplyTo).toBe(ack.messageId)
  })

  it('a slow shop: the customer hears what is looked up, under the id the answer then has; a quick one says nothing', async () => {
    const contactId = shop.ids.uuid()
    const identity = { externalId: `u-${contactId}` }
    let arrive = () => {}
    const slow = new Promise<void>((done) => {
      arrive = done
    })
    const answering = {
      knowledge: { search: async () => [] },
      commerce: { ...noCommerce(), findOrders: () => slow.then(() => []) },
    }
    const intake = shop.intake((turn) => takeTurn(answering, turn), { quickMs: 10 })
    const from = shop.partials.length
    const ack = await intake.accept(shop.says(contactId, '我的快递到哪了', { identity }))
    expect(ack.thinking).toBe(true)
    const told = shop.partials.slice(from)
    const { tenant } = shop
    const { conversationId } = ack
    expect(told).toMatchObject([{ tenant, contactId, conversationId, text: '正在为您查询订单…' }])
    expect(texts(await thread(conversationId))).toEqual(['我的快递到哪了'])
    arrive()
    await intake.settle()
    const [, answer] = await thread(conversationId)
    expect(answer).toMatchObject({ id: told[0]?.messageId, seq: 2, inReplyTo: ack.messageId, author: { kind: 'bot' } })
    expect(JSON.stringify(answer)).not.toContain('正在')
    await intake.accept(shop.says(contactId, '我的快递到哪了'))
    expect(shop.partials.slice(from)).toEqual(told)
  })

  it('what was said so far keeps its id when another process finishes the turn', async () => {
    const dead = shop.intake(
      (turn) => {
        turn.onText?.('hm…')
        return new Promise(() => {})
      },
      { quickMs: 5, patienceMs: 3_600_000 },
    )
    const ack = await dead.accept(shop.says(shop.ids.uuid(), 'hello'))
    const partial = shop.partials.at(-1)
    expect(partial).toMatchObject({ conversationId: ack.conversationId, text: 'hm…' })
    const job = shop.jobs.findLast((one) => one.name === 'intake.continue-turn')!
    await shop.intake(async () => turnResult(), {}, shop.anotherNode()).continueTurn(job.data as never)
    expect((await thread(ack.conversationId))[1]?.id).toBe(partial?.messageId)
  })

  it('a turn whose process died is finished by the job', async () => {
    const contactId = shop.ids.uuid()
    const dead = shop.intake(() => new Promise(() => {}), { quickMs: 5, patienceMs: 3_600_000 })
    const ack = await dead.accept(shop.says(contactId, 'hello'))
    const job = shop.jobs.findLast((one) => one.name === 'intake.continue-turn')!
    await shop.intake(async () => turnResult(), {}, shop.anotherNode()).continueTurn(job.data as never)
    expect(texts(await thread(ack.conversationId))).toEqual(['hello', 'bot answer'])
  })

  it('slow or late, an answer is guarded, in the voice of its channel, under the brand’s name', async () => {
    const passage = {
      entryId: shop.ids.uuid(),
      title: '退货',
      version: 1,
      topic: 'return',
      alone: true,
      score: 1,
      learned: false,
    }
    const why = { words: [], parts: [], figures: null }
    let reads = 0
    const shifty = {
      ...passage,
      why,
      get answer() {
        return `退货要 ¥${++reads} 运费`
      },
    }
    const asked: unknown[] = []
    const voices = {
      of: async (place: object) => {
        asked.push(place)
        return { ...PLAIN_VOICE, nickname: '山脊', greeting: { zh: '欢迎光临！', en: '' } }
      },
    }
    const caught: unknown[] = []
    const answering = {
      knowledge: { search: async () => [shifty] },
      commerce: noCommerce(),
      voices,
      onFaults: (one: object) => void caught.push(one),
    }
    const contactId = shop.ids.uuid()
    const dead = shop.intake(() => new Promise(() => {}), { quickMs: 5, patienceMs: 3_600_000 })
    const ack = await dead.accept(shop.says(contactId, '怎么退货'))
    const job = shop.jobs.findLast((one) => one.name === 'intake.continue-turn')!
    await shop.intake((turn) => takeTurn(answering, turn), {}, shop.anotherNode()).continueTurn(job.data as never)
    const [, answer] = await thread(ack.conversationId)
    expect(answer).toMatchObject({ author: { kind: 'bot', name: '山脊' }, turn: { outcome: 'handed-over' } })
    expect(JSON.stringify(answer?.parts)).toContain('欢迎光临')
    expect(JSON.stringify(answer?.parts)).not.toContain('¥')
    expect(asked).toMatchObject([{ tenant: shop.tenant, channel: 'web' }])
    expect(caught).toMatchObject([{ faults: ['money'], became: 'handed-over' }])
  })

  it('a message the bot breaks on harms nobody else, gets a line, then a person', async () => {
    const [poisoned, healthy] = [shop.ids.uuid(), shop.ids.uuid()]
    const intake = shop.intake(async (turn) => {
      if (turn.text.includes('poison')) throw new Error('a bug')
      return turnResult({ parts: [{ kind: 'text', text: 'fine' }] })
    })
    const [bad, good] = await Promise.all([
      intake.accept(shop.says(poisoned, 'poison')),
      intake.accept(shop.says(healthy, 'water')),
    ])
    expect(texts(good.replies)).toEqual(['fine'])
    expect(texts(bad.replies)[0]).toContain('抱歉')
    expect(bad.conversation.status).toBe('bot')
    const again = await intake.accept(shop.says(poisoned, 'poison again'))
    expect(again.conversation).toMatchObject({ status: 'waiting', handoverReason: 'bot-unsure' })
    expect(texts(again.replies)).toContain('<handed-over>')
  })

  it('a turn that does not fit the contract is a fault of the turn, not of the customer', async () => {
    const intake = shop.intake(async () => turnResult({ parts: [{ kind: 'text', text: '' }] }))
    const ack = await intake.accept(shop.says(shop.ids.uuid(), 'x'))
    expect(texts(ack.replies)[0]).toContain('抱歉')
  })

  it.each([
    ['U+0000', 'a\u0000b', 'ab'],
    ['a lone surrogate', 'a\ud83db', 'a\ufffdb'],
    ['right to left', 'מתי יגיע המשלוח שלי? \u202eabc\u202c', 'מתי יגיע המשלוח שלי? \u202eabc\u202c'],
    ['an emoji with joiners', '👩‍👩‍👧‍👦 好的', '👩‍👩‍👧‍👦 好的'],
    ['8,000 characters', '快'.repeat(8_000), '快'.repeat(8_000)],
  ])('%s comes back as it should', async (_name, sent, stored) => {
    const intake = shop.intake(async () => turnResult({ parts: [{ kind: 'text', text: sent }] }))
    const ack = await intake.accept(shop.says(shop.ids.uuid(), sent))
    if (sent.length < 8_000) expect(texts(await thread(ack.conversationId))).toEqual([stored, stored])
    else expect(texts(await thread(ack.conversationId))[0]).toBe(stored)
  })

  it.each([
    ['10,000 characters', '快'.repeat(10_000), 'message.too-long'],
    ['nothing', ' \u0000 ', 'message.empty'],
  ])('%s is refused before anything is stored', async (_name, sent, code) => {
    await expect(echo().accept(shop.says(shop.ids.uuid(), sent))).rejects.toMatchObject({ code })
  })

  it('a platform’s redelivery is taken in once, whatever id we gave it', async () => {
    const contactId = shop.ids.uuid()
    const first = await echo().accept(shop.says(contactId, 'hi', { externalId: 'wx-1', channel: 'wechat' }))
    const again = await echo().accept(shop.says(contactId, 'hi', { externalId: 'wx-1', channel: 'wechat' }))
    expect(again).toMatchObject({ duplicate: true, messageId: first.messageId, seq: 1 })
    expect(await thread(first.conversationId)).toHaveLength(2)
  })

  it('one person on two channels is one thread; the conversation is where they wrote last', async () => {
    const contactId = shop.ids.uuid()
    const web = await echo().accept(shop.says(contactId, 'web'))
    const { conversationId } = await echo().accept(shop.says(contactId, 'wechat', { channel: 'wechat' }))
    expect(conversationId).toBe(web.conversationId)
    const { row } = await shop.conversations.readConversation(shop.staff('a'), conversationId)
    expect(row.conversation.channel).toBe('wechat')
    expect((await thread(conversationId)).map((message) => message.channel)).toEqual(['web', 'web', 'wechat', 'wechat'])
  })

  it('a call’s transcript grows in its one message, and is never shortened by a late update', async () => {
    const contactId = shop.ids.uuid()
    const at = new Date(shop.clock.now()).toISOString()
    const call = (lines: string[], outcome: 'ongoing' | 'answered') => ({
      kind: 'call' as const,
      callId: 'c1',
      legs: [{ party: 'customer' as const, joinedAt: at }],
      transcript: lines.map((text, n) => ({ party: 'customer' as const, fromMs: n, toMs: n + 1, text, final: true })),
      outcome,
    })
    const send = (lines: string[], outcome: 'ongoing' | 'answered') =>
      echo().accept(shop.says(contactId, '', { parts: [call(lines, outcome)], externalId: 'call-1', channel: 'voice' }))
    const first = await send(['喂'], 'ongoing')
    await send(['喂', '我要退货'], 'answered')
    await send(['喂'], 'ongoing')
    const stored = await thread(first.conversationId)
    expect(stored).toHaveLength(1)
    expect(stored[0]?.parts[0]).toMatchObject({ outcome: 'answered', transcript: [{}, { text: '我要退货' }] })
  })

  it('asking for a person works before the first message, and twice', async () => {
    const contactId = shop.ids.uuid()
    const asked = { tenant: shop.tenant, inbox: shop.inbox, contactId, channel: 'web' }
    const first = await echo().askForPerson({ ...asked, id: shop.ids.uuid() })
    const again = await echo().askForPerson({ ...asked, id: shop.ids.uuid() })
    expect(first.conversation).toMatchObject({ status: 'waiting', handoverReason: 'asked' })
    expect(again).toMatchObject({ conversationId: first.conversationId, duplicate: true })
    expect(texts(await thread(first.conversationId))).toEqual(['<handed-over>'])
    const ack = await echo().accept(shop.says(contactId, '人呢'))
    expect(ack.replies).toEqual([])
  })
})

describe('what the sender may wait for', () => {
  it('says that an answer follows only while one is being made', async () => {
    const contactId = shop.ids.uuid()
    const quiet = shop.intake(async () => turnResult({ outcome: 'silent', parts: [] }))
    expect(await quiet.accept(shop.says(contactId, '👌'))).toMatchObject({ replies: [], thinking: false })
    const slow = shop.intake(
      async () => {
        await new Promise((done) => setTimeout(done, 50))
        return turnResult()
      },
      { quickMs: 5 },
    )
    expect(await slow.accept(shop.says(contactId, '在吗'))).toMatchObject({ replies: [], thinking: true })
    await slow.settle()
    expect(await echo().accept(shop.says(contactId, '你好'))).toMatchObject({ thinking: false })
  })
})
