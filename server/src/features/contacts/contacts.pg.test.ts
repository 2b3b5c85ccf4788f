// People: seen masked, revealed with a reason, erased for good, merged only when one of them is nobody yet.
import { type Message, type Principal, plainText } from '@ballast/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { eraseContact, type Identity, readContact, revealField } from './index.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

type Staff = Extract<Principal, { kind: 'staff' }>
const texts = (messages: readonly Message[]) => messages.map((message) => plainText(message.parts))
const thread = async (conversationId: string) =>
  texts((await shop.conversations.listMessages(shop.staff('reader'), { conversationId })).messages)
const echo = () => shop.intake(async () => turnResult({ parts: [{ kind: 'text', text: 'answer' }] }))
const person = async (words: string, identity?: Identity) => {
  const contactId = shop.ids.uuid()
  const more = identity === undefined ? {} : { identity }
  const { conversationId } = await echo().accept(shop.says(contactId, words, more))
  return { contactId, conversationId }
}
const named = (): Identity => ({
  externalId: `user-${shop.ids.uuid()}`,
  name: '张小明',
  phone: '13812345678',
  email: 'xiaoming@shop.cn',
  level: 'gold',
})
const factsOf = (subject: string, staff?: Staff) =>
  shop.database.as(staff?.tenant ?? shop.tenant, async (tx) => {
    const { rows } = await sql<{ type: string; data: object }>`
      SELECT type, data FROM ballast.facts WHERE subject = ${subject} ORDER BY id`.execute(tx)
    return rows
  })

describe('a contact', () => {
  it('is masked for an agent, and revealed with a fact', async () => {
    const { contactId } = await person('hi', named())
    const agent = shop.staff('agent')
    const contact = await readContact(shop.parts, agent, contactId)
    expect(contact).toMatchObject({ name: '张小明', phone: '138****5678', email: 'x***@shop.cn', level: 'gold' })
    const wish = { contactId, field: 'phone', reason: 'call-back' } as const
    expect(await revealField(shop.parts, agent, wish)).toBe('13812345678')
    expect(await factsOf(contactId)).toEqual([
      { type: 'contact.field-revealed', data: { staffId: agent.staffId, field: 'phone', reason: 'call-back' } },
    ])
    const spy = { ...agent, tenant: shop.ids.uuid() }
    await expect(readContact(shop.parts, spy, contactId)).rejects.toMatchObject({ code: 'contact.not-found' })
    await expect(revealField(shop.parts, spy, wish)).rejects.toMatchObject({ code: 'contact.not-found' })
  })

  it('who identifies later keeps their conversation; another identity on it is refused', async () => {
    const { contactId, conversationId } = await person('before')
    const identity = named()
    const ack = await echo().accept(shop.says(contactId, 'after', { identity }))
    expect(ack.conversationId).toBe(conversationId)
    expect(await readContact(shop.parts, shop.staff('a'), contactId)).toMatchObject({
      verified: true,
      externalId: identity.externalId,
    })
    await expect(echo().accept(shop.says(contactId, 'x', { identity: named() }))).rejects.toMatchObject({
      code: 'identity.conflict',
    })
  })

  it('erased is unreadable everywhere, and never an error', async () => {
    const { contactId, conversationId } = await person('我的地址是……', named())
    const agent = shop.staff('agent')
    const erased = await eraseContact(shop.parts, { tenant: shop.tenant, contactId, staffId: agent.staffId })
    await shop.conversations.forgetPerson({ tenant: shop.tenant, contactId })
    expect(await eraseContact(shop.parts, { tenant: shop.tenant, contactId })).toBe(erased)
    expect(await thread(conversationId)).toEqual(['[erased]', '[erased]'])
    const { row, contact } = await shop.conversations.readConversation(agent, conversationId)
    expect(row).toMatchObject({ contactName: '', preview: '[erased]' })
    expect(contact).toMatchObject({ name: null, phone: null, email: null, externalId: null })
    const wish = { contactId, field: 'phone', reason: 'other' } as const
    expect(await revealField(shop.parts, agent, wish)).toBeNull()
    const reply = { conversationId, id: shop.ids.uuid(), parts: [{ kind: 'text' as const, text: 'x' }], note: false }
    await expect(shop.conversations.reply(agent, reply)).rejects.toMatchObject({ code: 'conversation.wrong-status' })
    expect(await shop.conversations.markRead(agent, { conversationId, seq: 2 })).toBe(2)
  })

  it('who comes back after erasure starts anew: the old stays unreadable', async () => {
    const { contactId, conversationId } = await person('old secret')
    await eraseContact(shop.parts, { tenant: shop.tenant, contactId })
    await shop.conversations.forgetPerson({ tenant: shop.tenant, contactId })
    const ack = await echo().accept(shop.says(contactId, 'new'))
    expect(ack.conversationId).toBe(conversationId)
    expect(await thread(conversationId)).toEqual(['[erased]', '[erased]', 'new', 'answer'])
  })

  it('an anonymous visitor merges into the verified person, texts and all', async () => {
    const anonymous = await person('谁在吗')
    const verified = await person('我是会员', named())
    const merge = { tenant: shop.tenant, from: anonymous.contactId, into: verified.contactId }
    expect(await shop.conversations.mergeContacts(merge)).toBe(true)
    expect(await shop.conversations.mergeContacts(merge)).toBe(false)
    expect(await thread(anonymous.conversationId)).toEqual(['谁在吗', 'answer'])
    const { row, contact } = await shop.conversations.readConversation(shop.staff('a'), anonymous.conversationId)
    expect(row).toMatchObject({ contactName: '张小明', preview: 'answer' })
    expect(contact.id).toBe(verified.contactId)
    await expect(echo().accept(shop.says(anonymous.contactId, 'again'))).rejects.toMatchObject({
      code: 'token.invalid',
    })
    await eraseContact(shop.parts, { tenant: shop.tenant, contactId: verified.contactId })
    await shop.conversations.forgetPerson({ tenant: shop.tenant, contactId: verified.contactId })
    expect(await thread(anonymous.conversationId)).toEqual(['[erased]', '[erased]'])
  })

  it('two verified people never merge', async () => {
    const [a, b] = [await person('a', named()), await person('b', named())]
    const merge = { tenant: shop.tenant, from: a.contactId, into: b.contactId }
    await expect(shop.conversations.mergeContacts(merge)).rejects.toMatchObject({ code: 'identity.conflict' })
    expect(await thread(a.conversationId)).toEqual(['a', 'answer'])
  })
})
