// Sending with weather, refusals and long messages.
import type { Part } from '@ballast/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { manualClock } from '../../platform/clock.ts'
import { silentLog } from '../../platform/log.ts'
import { type Carrier, createDelivery, type DeliveryJob, type DeliveryParts } from './create-delivery.ts'
import type { Attempt } from './rules/next-try.ts'

type Receipt = Parameters<DeliveryParts['conversations']['applyReceipt']>[0]
const id = '00000000-0000-7000-8000-000000000001'
const job: DeliveryJob = { tenant: id, conversationId: id, messageId: id, tries: 0, sent: 0 }

let answers: (Attempt | Error)[] = []
let out: string[] = []
let scheduled: { data: DeliveryJob; at: number }[] = []
let receipts: Receipt[] = []
let delivery: 'sent' | 'delivered' = 'sent'
beforeEach(() => {
  answers = []
  out = []
  scheduled = []
  receipts = []
  delivery = 'sent'
})

const carrier: Carrier = {
  fit: (parts) => parts.map((part) => [part]),
  send: async (message) => {
    const answer = answers.shift() ?? { result: 'sent' }
    if (answer instanceof Error) throw answer
    if (answer.result === 'sent') out.push(message.id)
    return answer
  },
}
const parts: Part[] = [
  { kind: 'text', text: 'one' },
  { kind: 'text', text: 'two' },
]
const subject = (channel: Carrier | null = carrier) =>
  createDelivery({
    conversations: {
      readForDelivery: async () => ({
        conversation: { id, inboxId: id, contactId: id } as never,
        message: { id, parts, recalled: false, delivery } as never,
        contactExternalId: null,
      }),
      applyReceipt: async (receipt) => {
        receipts.push(receipt)
        delivery = 'delivered'
        return null
      },
      noteExternalId: async () => undefined,
    },
    carrierOf: async () => (channel === null ? null : { carrier: channel, to: 'open-id' }),
    schedule: async (_name, data, at) => void scheduled.push({ data: data as DeliveryJob, at }),
    clock: manualClock(1_000),
    random: () => 0.5,
    log: silentLog,
  })

describe('delivery', () => {
  it('sends every piece, once, and says delivered', async () => {
    await subject().deliver(job)
    expect(out).toEqual([`${id}-1`, `${id}-2`])
    expect(receipts).toMatchObject([{ state: 'delivered' }])
    await subject().deliver(job)
    expect(out).toHaveLength(2)
  })
  it('after weather goes on with the piece that failed', async () => {
    answers = [{ result: 'sent' }, { result: 'retry', reason: 'http-503' }]
    await subject().deliver(job)
    expect(scheduled).toMatchObject([{ data: { tries: 1, sent: 1 }, at: 3_000 }])
    await subject().deliver(scheduled[0]!.data)
    expect(out).toEqual([`${id}-1`, `${id}-2`])
  })
  it('an adapter that throws is weather', async () => {
    answers = [new Error('bug')]
    await subject().deliver(job)
    expect(scheduled).toHaveLength(1)
  })
  it('a refusal is a dead letter with its reason', async () => {
    answers = [{ result: 'refused', reason: 'http-403' }]
    await subject().deliver({ ...job, tries: 2 })
    expect(receipts).toMatchObject([{ state: 'failed', reason: 'http-403', gaveUpAfter: 3 }])
    expect(scheduled).toEqual([])
  })
  it('only messages that leave the house make jobs', async () => {
    const fact = (channel: string, note: boolean) =>
      ({ type: 'message.sent', id, tenant: id, subject: id, at: '', data: { messageId: id, channel, note } }) as never
    await subject().onFacts([fact('web', false), fact('wechat', true), fact('wechat', false)])
    expect(scheduled).toHaveLength(1)
  })
  it('a channel that needs no sending is left alone', async () => {
    await subject(null).deliver(job)
    expect(receipts).toEqual([])
  })
})
