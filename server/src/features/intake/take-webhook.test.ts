// What a platform is told when its event cannot be taken in: refused for good, or not yet.
import { type ProblemCode, problem } from '@ballast/contract/problems'
import { expect, test } from 'vitest'
import { channelById } from '../../channels/registry.ts'
import { manualClock } from '../../platform/clock.ts'
import { createIds } from '../../platform/ids.ts'
import { silentLog } from '../../platform/log.ts'
import type { WebhookParts } from './take-event.ts'
import { enter, takeWebhook } from './take-webhook.ts'

const clock = manualClock()
const ids = createIds(clock)
const apiKey = 'an-api-key-of-the-inbox-0001'
const inbox = {
  id: ids.uuid(),
  name: 'App',
  channel: 'open',
  publicKey: 'in_1',
  origins: [],
  teamIds: [],
  locale: 'en',
  botName: 'B',
  look: {},
  hours: null,
}
const partsWith = (accept: () => Promise<never>, enabled = true): WebhookParts => ({
  inboxes: {
    byPublicKey: async () => ({
      tenant: ids.uuid(),
      inbox: { ...inbox, enabled },
      settings: { apiKey },
      identityKeys: [],
    }),
  },
  visitors: { contactOf: () => ids.uuid() },
  conversations: { changeIdOf: () => ids.uuid() } as unknown as WebhookParts['conversations'],
  intake: { accept },
  addresses: { heard: async () => undefined } as unknown as WebhookParts['addresses'],
  secrets: { hmac: () => Buffer.alloc(32) },
  bus: { publish: () => undefined },
  keepMedia: async () => null,
  ids,
  clock,
  log: silentLog,
})
const raw = {
  method: 'POST',
  url: 'https://ballast.test/in/in_1',
  headers: { authorization: `Bearer ${apiKey}` },
  body: Buffer.from(JSON.stringify({ sender: { id: 'u' }, message: { id: 'm', text: 'hi' } })),
}
const take = async (parts: WebhookParts) => takeWebhook(parts, await enter(parts, 'in_1', raw), raw)
const failing = (error: unknown) => partsWith(() => Promise.reject(error))

test('what may pass is not acknowledged: the platform sends it again', async () => {
  for (const code of [
    'server.busy',
    'rate.limited',
    'conversation.changed',
    'commerce.unavailable',
  ] satisfies ProblemCode[])
    await expect(take(failing(problem(code)))).rejects.toMatchObject({ code })
  await expect(take(failing(new TypeError('a bug')))).rejects.toThrow('a bug')
})
test('what stays is acknowledged, and named to who can hear it', async () => {
  const taken = await take(failing(problem('message.too-long')))
  expect(taken).toMatchObject({
    reply: { status: 200 },
    events: 1,
    accepted: [],
    refused: [{ code: 'message.too-long' }],
  })
})
test('a caller cannot say of themselves that they were authenticated', async () => {
  const web = { ...partsWith(() => Promise.reject(new Error('never'))) }
  const asWeb: WebhookParts = {
    ...web,
    inboxes: {
      byPublicKey: async () => ({
        tenant: ids.uuid(),
        inbox: { ...inbox, channel: 'web', enabled: true },
        settings: {},
        identityKeys: [],
      }),
    },
  }
  expect(channelById('web')).toBeDefined()
  await expect(enter(asWeb, 'in_1', { ...raw, contactId: ids.uuid() })).rejects.toMatchObject({
    code: 'signature.invalid',
  })
})
test('an inbox that is switched off is not there', async () => {
  await expect(take(partsWith(() => Promise.reject(new Error('never')), false))).rejects.toMatchObject({
    code: 'inbox.unknown',
  })
})
