// From COMMIT to devices: the right frames in the right rooms, in this process and in another one.
import type { Message, ServerFrame } from '@ballast/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Node, newShop, type Shop, turnResult } from '../../../test/conversation-parts.ts'
import { memoryBus } from '../../platform/bus/memory.ts'
import { silentLog } from '../../platform/log.ts'
import { deskRoom, publishCommitted, replay, startFanOut, visitorRoom, watchRoom } from './index.ts'

let shop: Shop
beforeAll(async () => {
  shop = await newShop()
})
afterAll(() => shop?.database.drop())

/** A hub that remembers: which frames went to which room. */
const listen = (rooms: string[]) => {
  const heard = new Map<string, ServerFrame[]>(rooms.map((room) => [room, []]))
  return {
    heard: (room: string) => heard.get(room) ?? [],
    hub: {
      connectionsIn: (room: string) => (heard.has(room) ? 1 : 0),
      toRoom: (room: string, frame: ServerFrame) => void heard.get(room)?.push(frame),
    },
  }
}
const flow = (rooms: string[], at: Node) => {
  const bus = memoryBus({ log: silentLog })
  const { heard, hub } = listen(rooms)
  const feed = startFanOut({ bus, hub, conversations: at.conversations, log: silentLog })
  /** Everything committed since the last call, as the bus would carry it. */
  const carry = async () => {
    for (const one of shop.committed.splice(0)) publishCommitted(bus, one)
    await bus.flush()
    await feed.settle()
  }
  return { heard, carry, stop: () => feed.stop(), bus }
}
const messages = (frames: readonly ServerFrame[]): Message[] =>
  frames.flatMap((frame) => (frame.t === 'message' ? [frame.message] : []))
const text = (words: string) => [{ kind: 'text' as const, text: words }]

describe.each(['the same process', 'another process'])('in %s', (where) => {
  const node = () => (where === 'another process' ? shop.anotherNode() : shop.node)

  it('customers get messages, desks get notes and rows, nobody gets the other’s', async () => {
    shop.committed.splice(0)
    const contactId = shop.ids.uuid()
    const agent = shop.staff('小李')
    const intake = shop.intake(async () => turnResult())
    const { conversationId } = await intake.accept(shop.says(contactId, '你好'))
    const rooms = {
      visitor: visitorRoom(contactId),
      watch: watchRoom(conversationId),
      desk: deskRoom(shop.tenant, shop.inbox.id),
      masked: deskRoom(shop.tenant, shop.inbox.id, true),
      elsewhere: deskRoom(shop.tenant, shop.ids.uuid()),
    }
    const { heard, carry, stop } = flow(Object.values(rooms), node())
    await carry()
    await shop.conversations.reply(agent, {
      conversationId,
      id: shop.ids.uuid(),
      parts: text('internal words'),
      note: true,
    })
    await shop.conversations.reply(agent, { conversationId, id: shop.ids.uuid(), parts: text('reply'), note: false })
    await shop.conversations.markRead(agent, { conversationId, seq: 1 })
    await carry()
    expect(messages(heard(rooms.watch)).map((message) => message.seq)).toEqual([1, 2, 3, 4, 5])
    const shown = messages(heard(rooms.visitor))
    expect(shown.map((message) => message.seq)).toEqual([1, 2, 4, 5])
    expect(JSON.stringify(heard(rooms.visitor))).not.toContain('internal words')
    expect(shown.every((message) => message.verdict === undefined)).toBe(true)
    expect(JSON.stringify(heard(rooms.visitor))).not.toContain(agent.staffId)
    expect(heard(rooms.visitor)).toContainEqual({ t: 'read', conversationId, by: 'agent', seq: 1 })
    expect(heard(rooms.watch).some((frame) => frame.t === 'conversation')).toBe(true)
    const row = heard(rooms.desk).at(-1)
    expect(row).toMatchObject({ t: 'row', row: { preview: 'reply', assigneeName: '小李', conversation: { seq: 5 } } })
    expect(heard(rooms.elsewhere)).toEqual([])
    stop()
  })

  it('edits and recalls come as updates', async () => {
    shop.committed.splice(0)
    const agent = shop.staff('小李')
    const contactId = shop.ids.uuid()
    const { conversationId } = await shop.intake(async () => turnResult()).accept(shop.says(contactId, '你好'))
    const wish = { conversationId, id: shop.ids.uuid(), parts: text('typo'), note: false }
    const { message } = await shop.conversations.reply(agent, wish)
    const { heard, carry, stop } = flow([visitorRoom(contactId)], node())
    await carry()
    await shop.conversations.edit(agent, { conversationId, messageId: message.id, parts: text('right') })
    await carry()
    await shop.conversations.recall(agent, { conversationId, messageId: message.id })
    await carry()
    const updates = heard(visitorRoom(contactId)).flatMap((frame) => (frame.t === 'updated' ? [frame.message] : []))
    expect(updates.map((one) => [one.seq, one.recalled, one.parts[0]])).toEqual([
      [message.seq, false, text('right')[0]],
      [message.seq, true, text('[recalled]')[0]],
    ])
    stop()
  })

  it('a lost envelope is made good by the next one', async () => {
    shop.committed.splice(0)
    const contactId = shop.ids.uuid()
    const intake = shop.intake(async () => turnResult())
    const room = visitorRoom(contactId)
    const { heard, carry, stop } = flow([room], node())
    await intake.accept(shop.says(contactId, 'one'))
    await carry()
    await intake.accept(shop.says(contactId, 'lost'))
    shop.committed.splice(0)
    await intake.accept(shop.says(contactId, 'three'))
    await carry()
    expect(messages(heard(room)).map((message) => message.seq)).toEqual([1, 2, 3, 4, 5, 6])
    stop()
  })
})

describe('replay', () => {
  it('gives what was missed, in pages, without notes for the customer', async () => {
    const agent = shop.staff('a')
    const contactId = shop.ids.uuid()
    const intake = shop.intake(async () => turnResult())
    const { conversationId } = await intake.accept(shop.says(contactId, '1'))
    await intake.accept(shop.says(contactId, '2'))
    await shop.conversations.reply(agent, {
      conversationId,
      id: shop.ids.uuid(),
      parts: text('internal words'),
      note: true,
    })
    const visitor = shop.visitor(contactId)
    const first = await replay(shop.conversations, visitor, { conversationId, afterSeq: 1, limit: 2 })
    expect(first).toMatchObject({ lastSeq: 3, complete: false, messages: [{ seq: 2 }, { seq: 3 }] })
    const second = await replay(shop.conversations, visitor, { conversationId, afterSeq: 3, limit: 2 })
    expect(second).toMatchObject({ lastSeq: 5, complete: true, messages: [{ seq: 4 }] })
    const stranger = shop.visitor(shop.ids.uuid())
    await expect(replay(shop.conversations, stranger, { conversationId, afterSeq: 0 })).rejects.toMatchObject({
      code: 'conversation.not-found',
    })
  })
})
