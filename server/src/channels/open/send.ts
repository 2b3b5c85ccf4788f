// Webhooks to the shop's entry, signed by Standard Webhooks. The event's id stays the same on every try.
import { createHmac } from 'node:crypto'
import type { OpenEvent } from '@ballast/contract'
import { asText } from '../kit/as-text.ts'
import { type News, type Outgoing, resultOfStatus, type SendParts, type SendResult } from '../kit/index.ts'
import type { Settings } from './settings.ts'

const textOf = (parts: Outgoing['parts']): string =>
  parts
    .map((part) => asText(part))
    .filter((text) => text !== '')
    .join('\n')

/** The event as webhooks and polling give it. */
export const asData = (news: News): OpenEvent => {
  const head = { id: news.id, timestamp: new Date(news.at).toISOString() }
  const about = {
    conversation: { id: news.conversationId, ...(news.thread === undefined ? {} : { external_id: news.thread }) },
    contact: { id: news.to },
  }
  if (news.kind === 'status')
    return { ...head, type: 'conversation_status_changed', data: { ...about, status: news.status } }
  if (news.kind === 'typing') {
    const { author, on } = news
    return { ...head, type: 'conversation_typing_on', data: { ...about, author, typing: on } }
  }
  const { id, seq, author, status, recalled, sentAt, editedAt, inReplyTo, turn } = news.message
  const data = {
    ...about,
    id,
    seq,
    author,
    text: textOf(news.parts),
    parts: [...news.parts],
    status,
    recalled,
    sent_at: sentAt,
  }
  return {
    ...head,
    type: news.kind === 'updated' ? 'message_updated' : 'message_created',
    data: {
      ...data,
      ...(editedAt === undefined ? {} : { edited_at: editedAt }),
      ...(inReplyTo === undefined ? {} : { in_reply_to: inReplyTo }),
      ...(turn === undefined ? {} : { turn }),
    },
  }
}

const sign = (secret: string, id: string, timestamp: number, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

export const tell = async (news: News, settings: Settings, { fetch, log, now }: SendParts): Promise<SendResult> => {
  const { webhookUrl, signingSecret, previousSigningSecret } = settings
  if (webhookUrl === undefined) return { result: 'refused', reason: 'no-webhook' }
  // What nobody can check must not be trusted, so it is not sent.
  if (signingSecret === undefined) return { result: 'refused', reason: 'no-signing-secret' }
  const body = JSON.stringify(asData(news))
  const timestamp = Math.floor(now() / 1000)
  const secrets = [signingSecret, previousSigningSecret].filter((secret) => secret !== undefined)
  try {
    const reply = await fetch(webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': news.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': secrets.map((secret) => sign(secret, news.id, timestamp, body)).join(' '),
      },
      body,
    })
    log.info({ eventId: news.id, status: reply.status }, 'webhook.called')
    return resultOfStatus(reply.status, reply.headers.get('retry-after'))
  } catch (error) {
    const { reason } = error as { reason?: unknown }
    // A private address stays private: sending again cannot help.
    if (reason === 'private' || reason === 'address') return { result: 'refused', reason: `address-${reason}` }
    return { result: 'retry', reason: typeof reason === 'string' ? reason : 'unreachable' }
  }
}

export const send = (outgoing: Outgoing, settings: Settings, parts: SendParts): Promise<SendResult> => {
  const at = outgoing.message === undefined ? parts.now() : Date.parse(outgoing.message.sentAt)
  const preview = { id: outgoing.id, seq: 1, author: { kind: 'bot' }, recalled: false, status: 'bot' } as const
  const message = outgoing.message ?? { ...preview, sentAt: new Date(at).toISOString() }
  return tell({ ...outgoing, kind: 'message', at, message }, settings, parts)
}
