import { createHmac } from 'node:crypto'
import { signatureHeaders, verifyWebhook } from '@ballast/contract/open-client'
import { describe, expect, test } from 'vitest'
import type { News, SendParts } from '../kit/channel.ts'
import { testChannel } from '../kit/test-channel.ts'
import { open } from './index.ts'
import { tell } from './send.ts'

testChannel(import.meta.dirname, open)

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const older = `whsec_${Buffer.from('an older secret of 24 by').toString('base64')}`
const requestOf = (headers: Record<string, string>, body = '{"test": 2432232314}') => ({
  method: 'POST',
  url: 'https://ballast.test/in/k',
  headers,
  body: Buffer.from(body),
})
/** The published reference vector of Standard Webhooks. */
const reference = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}
const NOW = 1_614_265_330_000

describe('verify', () => {
  test('a timestamp is good for five minutes either way', () => {
    for (const [away, good] of [
      [299, true],
      [301, false],
      [-299, true],
      [-301, false],
    ] as const)
      expect('verified' in open.verify(requestOf(reference), { signingSecret: secret }, NOW + away * 1000)).toBe(good)
  })
  test('the previous secret is accepted while it is changed', () => {
    const settings = { signingSecret: older, previousSigningSecret: secret }
    expect(open.verify(requestOf(reference), settings, NOW)).toEqual({ verified: true })
    expect(open.verify(requestOf(reference), { signingSecret: older }, NOW)).toHaveProperty('refused')
  })
  test('an inbox without keys lets nobody in, and an empty key is no key', () => {
    expect(open.verify(requestOf(reference), {}, NOW)).toHaveProperty('refused')
    expect(open.verify(requestOf({ authorization: 'Bearer undefined' }), {}, NOW)).toHaveProperty('refused')
    expect(open.verify(requestOf({ authorization: 'Bearer ' }), { apiKey: '' }, NOW)).toHaveProperty('refused')
  })
  test('a wrong API key beside a good signature is refused', () => {
    const headers = { ...reference, authorization: 'Bearer wrong' }
    expect(open.verify(requestOf(headers), { apiKey: 'k'.repeat(24), signingSecret: secret }, NOW)).toHaveProperty(
      'refused',
    )
  })
})

describe('the published client', () => {
  test('signs as the reference vector does', async () => {
    const signed = { id: reference['webhook-id'], timestamp: 1_614_265_330, body: '{"test": 2432232314}' }
    expect(await signatureHeaders(secret, signed)).toEqual(reference)
  })
  test('reads what the channel sends, under either secret, and nothing else', async () => {
    const calls: { headers: Headers; body: string }[] = []
    const parts: SendParts = {
      fetch: async (_url, init) => {
        calls.push({ headers: new Headers(init?.headers), body: String(init?.body) })
        return new Response('')
      },
      log: { info: () => undefined, warn: () => undefined },
      now: () => NOW,
      live: async () => 0,
    }
    const id = '01890a5d-ac96-774b-bcce-b302099a8058'
    const news: News = { kind: 'status', id, conversationId: id, to: 'u-1', at: NOW, status: 'waiting' }
    await tell(
      news,
      { webhookUrl: 'https://shop.test/hook', signingSecret: secret, previousSigningSecret: older },
      parts,
    )
    const call = calls[0]!
    expect(call.headers.get('webhook-signature')!.split(' ')).toHaveLength(2)
    const seconds = NOW / 1000
    for (const one of [secret, older])
      expect(await verifyWebhook(call, [one], seconds)).toMatchObject({ type: 'conversation_status_changed' })
    const stranger = `whsec_${createHmac('sha256', 'x').digest('base64')}`
    expect(await verifyWebhook(call, [stranger], seconds)).toBeNull()
    expect(await verifyWebhook({ ...call, body: call.body.replace('waiting', 'agent') }, [secret], seconds)).toBeNull()
    expect(await verifyWebhook(call, [secret], seconds + 301)).toBeNull()
    expect(await verifyWebhook({ headers: {}, body: call.body }, [secret], seconds)).toBeNull()
  })
})

describe('parse', () => {
  const body = (more: object) => JSON.stringify({ sender: { id: 'u-9' }, message: { text: 'hi' }, ...more })
  test('external_id counts only where the inbox trusts it', () => {
    const request = requestOf({}, body({ external_id: 'crm-1', message: { id: 'm', text: 'hi' } }))
    expect(open.parse(request, {}).events[0]!.sender).toEqual({ externalId: 'u-9' })
    expect(open.parse(request, { customerIds: true }).events[0]!.sender).toMatchObject({ customerId: 'crm-1' })
  })
  test('Idempotency-Key stands in for a message id; without either nothing is taken', () => {
    expect(open.parse(requestOf({}, body({})), {}).events).toEqual([])
    expect(open.parse(requestOf({ 'idempotency-key': 'k1' }, body({})), {}).events).toMatchObject([
      { externalMessageId: 'k1' },
    ])
  })
  test('attachments are media to fetch', () => {
    const attachments = [{ url: 'https://x.test/a.png', mime: 'image/png', name: 'a.png', size: 9 }]
    const request = requestOf({}, body({ message: { id: 'm', attachments } }))
    expect(open.parse(request, {}).events).toMatchObject([
      {
        parts: [{ kind: 'image', name: 'a.png', mime: 'image/png', bytes: 9 }],
        media: [{ part: 0, url: 'https://x.test/a.png' }],
      },
    ])
  })
  test('typing, receipts, changes', () => {
    const kinds = [
      { typing: true },
      { message_id: 'x', state: 'read' },
      { event: 'message_deleted', message: { id: 'm' } },
    ]
    expect(
      kinds.flatMap((more) =>
        open.parse(requestOf({}, JSON.stringify({ sender: { id: 'u' }, ...more })), {}).events.map((one) => one.kind),
      ),
    ).toEqual(['typing', 'receipt', 'recalled'])
  })
})
