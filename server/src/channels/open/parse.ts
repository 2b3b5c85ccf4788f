// A request of the shop's entry -> Inbound: a message (new, changed, taken back), typing, or a receipt.
import { type CustomerPart, OpenMessage, OpenReceipt, OpenTyping } from '@ballast/contract'
import { Compile } from 'typebox/compile'
import { parseJson } from '../../platform/json.ts'
import type { Inbound, RawRequest } from '../kit/index.ts'
import type { Settings } from './settings.ts'

const messages = Compile(OpenMessage)
const typings = Compile(OpenTyping)
const receipts = Compile(OpenReceipt)

type Sender = OpenMessage['sender']
type Attachment = NonNullable<OpenMessage['message']['attachments']>[number]

const readJson = (bytes: Buffer): unknown => {
  try {
    return parseJson(bytes)
  } catch {
    return undefined
  }
}

const senderOf = (sender: Sender, customerId?: string): Inbound['sender'] => ({
  externalId: sender.id,
  ...(sender.name === undefined ? {} : { name: sender.name }),
  ...(sender.avatar === undefined ? {} : { avatarUrl: sender.avatar }),
  ...(customerId === undefined || customerId === '' ? {} : { customerId }),
})

const KINDS = { image: 'image', audio: 'audio', video: 'video' } as const
const partOf = ({ mime, name, size }: Attachment): CustomerPart => ({
  kind: KINDS[(mime?.split('/')[0] ?? '') as keyof typeof KINDS] ?? 'file',
  ...(name === undefined ? {} : { name }),
  ...(mime === undefined ? {} : { mime }),
  ...(size === undefined ? {} : { bytes: size }),
})

const ofMessage = (sent: OpenMessage, requestId: string | undefined, settings: Settings): Inbound[] => {
  const { message } = sent
  const externalMessageId = message.id ?? requestId
  if (externalMessageId === undefined) return []
  const texts: CustomerPart[] =
    message.text === undefined || message.text === '' ? [] : [{ kind: 'text', text: message.text }]
  const attachments = message.attachments ?? []
  const at = Date.parse(sent.sent_at ?? '')
  const event = {
    dedupeKey: requestId ?? externalMessageId,
    externalMessageId,
    sender: senderOf(sent.sender, settings.customerIds === true ? sent.external_id : undefined),
    echo: false,
    ...(sent.conversation_id === undefined ? {} : { thread: sent.conversation_id }),
    ...(Number.isNaN(at) ? {} : { at }),
  }
  if (sent.event === 'message_deleted') return [{ ...event, kind: 'recalled' }]
  const parts = [...texts, ...attachments.map(partOf)]
  if (sent.event === 'message_updated') return [{ ...event, kind: 'edited', parts: texts }]
  const media = attachments.map(({ url }, index) => ({ part: texts.length + index, url }))
  const { locale } = sent
  return [
    {
      ...event,
      kind: 'message',
      parts,
      ...(locale === undefined ? {} : { locale }),
      ...(media.length > 0 ? { media } : {}),
    },
  ]
}

export const parse = (request: RawRequest, settings: Settings): { events: Inbound[] } => {
  const body = readJson(request.body)
  const requestId = request.headers['webhook-id'] || request.headers['idempotency-key'] || undefined
  if (messages.Check(body)) return { events: ofMessage(body, requestId?.slice(0, 256), settings) }
  if (receipts.Check(body)) {
    const { message_id: externalMessageId, state, sender } = body
    const dedupeKey = `${externalMessageId} ${state}`
    return { events: [{ kind: 'receipt', dedupeKey, externalMessageId, state, sender: senderOf(sender), echo: false }] }
  }
  if (!typings.Check(body)) return { events: [] }
  const { sender, typing: on } = body
  return { events: [{ kind: 'typing', dedupeKey: `typing ${sender.id}`, on, sender: senderOf(sender), echo: false }] }
}
