// What is heard of a message is kept with it, whoever has the conversation; and anger that grows brings a person.
import type { Message, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { takeTurn } from '../answering/index.ts'
import { noCommerce } from '../commerce/index.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

const answering = { knowledge: { search: async () => [] }, commerce: noCommerce() }
const bot = (more = {}) => shop.intake((turn) => takeTurn(answering, turn), more)
const heard = async (conversationId: Uuid): Promise<NonNullable<Message['verdict']>[]> => {
  const { messages } = await shop.conversations.listMessages(shop.staff('reader'), { conversationId, limit: 200 })
  return messages.flatMap(({ verdict }) => verdict ?? [])
}
const factsOf = (subject: Uuid) =>
  shop.database.as(shop.tenant, async (tx) => {
    const { rows } = await sql<{ type: string; data: Record<string, unknown> }>`
      SELECT type, data FROM ballast.facts WHERE subject = ${subject} ORDER BY id`.execute(tx)
    return rows
  })

describe('hearing', () => {
  it('keeps wish, feeling, personal data and things named as numbers and places, never as words', async () => {
    const contactId = shop.ids.uuid()
    const said = '你好，我要退货，电话13812345678，订单号BL200001'
    const { conversationId } = await bot().accept(shop.says(contactId, said))
    const [verdict] = await heard(conversationId)
    expect(verdict).toMatchObject({ language: 'zh-Hans', intent: 'return', asksForPerson: false })
    expect(verdict?.confidence).toBeGreaterThan(0.5)
    expect(verdict?.personal?.map(({ type, start, end }) => [type, said.slice(start, end)])).toEqual([
      ['phone', '13812345678'],
    ])
    expect(verdict?.entities?.map(({ kind, start, end }) => [kind, said.slice(start, end)])).toContainEqual([
      'order',
      'BL200001',
    ])
    expect(JSON.stringify(verdict)).not.toMatch(/13812345678|BL200001|退货/)
  })

  it('grades a conversation for the desk by what was wanted, looked up and handed over', async () => {
    const gradeOf = async (conversationId: Uuid) => {
      const { row } = await shop.conversations.readConversation(shop.staff('reader'), conversationId)
      return row.grade
    }
    const contactId = shop.ids.uuid()
    const looking = shop.intake(async (turn) => turnResult({ action: /快递/.test(turn.text) ? 'order.read' : null }))
    const { conversationId } = await looking.accept(shop.says(contactId, '我要退货'))
    expect(await gradeOf(conversationId)).toBe('frequent')
    await looking.accept(shop.says(contactId, '我的快递到哪了'))
    expect(await gradeOf(conversationId)).toBe('scenario')
    await bot().accept(shop.says(contactId, '转人工'))
    expect(await gradeOf(conversationId)).toBe('complex')
  })

  it('grows with the anger of a conversation; the bot gives way, and the fact says so', async () => {
    const contactId = shop.ids.uuid()
    const intake = shop.intake(async () => turnResult())
    const lines = [
      '你好，我的衣服还没到',
      '都一个星期了怎么回事',
      '你们太过分了，气死我了',
      '骗子！垃圾店铺，简直恶心透了！！',
    ]
    let conversationId = ''
    for (const line of lines) ({ conversationId } = await intake.accept(shop.says(contactId, line)))
    const kept = await heard(conversationId)
    const anger = kept.map(({ trajectory }) => trajectory?.anger ?? 0)
    expect(anger).toHaveLength(4)
    expect(anger[0]).toBeLessThan(0.1)
    expect(anger[3]).toBeGreaterThan(0.5)
    expect(anger[3]).toBeGreaterThan(anger[2] ?? 1)
    expect(kept.map(({ trajectory }) => trajectory?.alarm)).toEqual([false, false, false, true])
    const alarms = (await factsOf(conversationId)).filter(({ data }) => data.alarm === true)
    expect(alarms.map(({ type }) => type)).toEqual(['message.received'])
  })

  it('one loud word is no alarm', async () => {
    const { conversationId } = await bot().accept(shop.says(shop.ids.uuid(), '快点发货！！！'))
    expect((await heard(conversationId))[0]?.trajectory?.alarm).toBe(false)
  })

  it('hands over when anger stays', async () => {
    const contactId = shop.ids.uuid()
    const intake = bot()
    let last = await intake.accept(shop.says(contactId, '你们这是什么破服务，太差劲了'))
    if (last.conversation.status === 'bot')
      last = await intake.accept(shop.says(contactId, '气死我了，恶心，太过分了！'))
    expect(last.conversation).toMatchObject({ status: 'waiting' })
    expect(['angry', 'complaint']).toContain(last.conversation.handoverReason)
  })

  it('goes on while a person has the conversation', async () => {
    const contactId = shop.ids.uuid()
    const intake = bot()
    const { conversationId } = await intake.accept(shop.says(contactId, '转人工'))
    await intake.accept(shop.says(contactId, '我要开发票'))
    const kept = await heard(conversationId)
    expect(kept.map(({ intent }) => intent)).toEqual(['person', 'invoice'])
    expect(kept[0]?.asksForPerson).toBe(true)
  })

  it('says nothing of a picture, and a colleague’s word stands beside what was heard', async () => {
    const contactId = shop.ids.uuid()
    const intake = bot()
    const { conversationId, messageId } = await intake.accept(shop.says(contactId, '这个怎么弄'))
    const at = { tenant: shop.tenant, conversationId, messageId }
    await shop.conversations.correctMeaning({ ...at, intent: 'installation' })
    const [verdict] = await heard(conversationId)
    expect(verdict).toMatchObject({ meant: 'installation', language: 'zh-Hans' })
    await expect(shop.conversations.correctMeaning({ ...at, messageId: shop.ids.uuid(), intent: 'x' })).rejects.toThrow(
      'message.not-found',
    )
  })
})
