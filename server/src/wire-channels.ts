// Wiring, fourth part: channels with an outside — the way in for all of them, the queue out, and the files they bring.
import { basename } from 'node:path'
import { type Part, Uuid } from '@ballast/contract'
import { Problem } from '@ballast/contract/problems'
import { Type } from 'typebox'
import {
  AUDIBLE_FACTS,
  createDelivery,
  DELIVERY_JOB,
  type Delivery,
  guardedFetch,
  holdMs,
  SWEEP_JOB,
} from './features/delivery/index.ts'
import { serveDelivery, serveDeliveryHealth } from './features/delivery/routes.ts'
import { readForOutside, upload } from './features/files/index.ts'
import { createAddresses, type Intake, type WebhookParts } from './features/intake/index.ts'
import { serveIntake } from './features/intake/routes.ts'
import type { Ground } from './ground.ts'
import { FetchRefused, safeFetch } from './platform/safe-fetch.ts'
import type { Doors } from './wire-doors.ts'
import { schedule } from './wire-features.ts'
import { filePartsOf } from './wire-files.ts'

const MEDIA = { maxBytes: 20_000_000, timeoutMs: 10_000 }

export interface WiredChannels {
  readonly delivery: Delivery
  start(): Promise<void>
  stop(): void
}

export const wireChannels = (
  ground: Ground,
  { accounts, conversations, intake }: Doors & { intake: Intake },
): WiredChannels => {
  const { http, jobs, facts } = ground
  const { inboxes, visitors } = accounts
  const allowPrivate = ground.config.delivery.allowPrivateWebhooks
  const timeoutMs = ground.config.delivery.webhookSeconds * 1000
  const addresses = createAddresses(ground)
  const delivery = createDelivery({
    ...ground,
    conversations,
    inboxes,
    addresses,
    fetch: guardedFetch({ allowPrivate, timeoutMs }),
    timeoutMs,
    schedule: schedule(jobs),
    random: Math.random,
  })
  const keepMedia = mediaKeeper(ground, allowPrivate)
  const webhooks: WebhookParts = { ...ground, inboxes, visitors, conversations, intake, addresses, keepMedia }
  serveIntake(http, webhooks)
  const fileParts = { ...filePartsOf(ground), inboxOf: inboxOf(conversations) }
  const readFile = (inbox: { tenant: Uuid; inboxId: Uuid }, fileId: Uuid) => readForOutside(fileParts, inbox, fileId)
  serveDelivery(http, { ...webhooks, readFile }, delivery)
  serveDeliveryHealth(http, accounts.gate, { inboxes, delivery })
  const job = Type.Object({ tenant: Uuid, inboxId: Uuid, conversationId: Uuid })
  // A shop whose endpoint is slow must not hold up the others.
  jobs.define(DELIVERY_JOB, { schema: job, concurrency: 8 }, (data) => delivery.deliver(data))
  jobs.define(SWEEP_JOB, { schema: Type.Object({}) }, () => delivery.sweep())
  const typing = delivery.hearTyping()
  return {
    delivery,
    stop: typing.stop,
    start: async () => {
      await jobs.schedule(SWEEP_JOB, '* * * * *')
      // What an earlier process left is not made to wait a minute.
      await jobs.send(SWEEP_JOB, {})
      // What it was sending when it died is free again when its hold has run out.
      await jobs.send(SWEEP_JOB, {}, { startAfter: ground.clock.now() + holdMs(timeoutMs) })
      facts.consume({ name: 'delivery', types: AUDIBLE_FACTS, handle: delivery.onFacts })
      facts.consume({
        name: 'addresses',
        types: ['contact.erased'],
        handle: async (erased) => {
          for (const fact of erased) await addresses.forget(fact.tenant, fact.subject)
        },
      })
    },
  }
}

const inboxOf = (conversations: Doors['conversations']) => async (tenant: Uuid, conversationId: Uuid) => {
  const nothing = { fromSeq: 1, toSeq: 0, version: 0, withRow: false }
  return (await conversations.readFrame({ tenant, conversationId, ...nothing }))?.conversation.inboxId ?? null
}

/** Foreign addresses are fetched with the guard on, and what came is judged by its content like any upload. */
const mediaKeeper = (ground: Ground, allowPrivate: boolean): WebhookParts['keepMedia'] => {
  const parts = filePartsOf(ground)
  return async ({ tenant, contactId, channel }, { url, name }) => {
    try {
      const reply = await safeFetch(url, { ...MEDIA, allowPrivate })
      if (reply.status !== 200) return null
      const offered = { content: reply.body, name: name ?? (basename(new URL(url).pathname) || 'file') }
      return partOf(await upload(parts, { tenant, contactId, channel, staffId: null }, offered))
    } catch (error) {
      if (!(error instanceof FetchRefused) && !(error instanceof Problem)) throw error
      ground.log.warn({ tenant, reason: error instanceof Problem ? error.code : error.reason }, 'media.not-kept')
      return null
    }
  }
}

const partOf = ({
  kind,
  fileId,
}: {
  readonly kind: 'image' | 'file' | 'audio' | 'video'
  readonly fileId: Uuid
}): Part => ({
  kind,
  fileId,
})
