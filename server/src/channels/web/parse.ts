// A widget's `send` frame -> Inbound. Every other frame is the live endpoint's own business and yields nothing.
import { Send } from '@ballast/contract'
import { Compile } from 'typebox/compile'
import type { Inbound, RawRequest } from '../kit/index.ts'

const sendFrame = Compile(Send)

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const parse = (request: RawRequest): { events: Inbound[] } => {
  const frame = readJson(request.body.toString('utf8'))
  if (!sendFrame.Check(frame) || request.contactId === undefined) return { events: [] }
  const { id, parts, conversationId } = frame
  const event: Inbound = {
    kind: 'message',
    dedupeKey: id,
    messageId: id,
    sender: { externalId: request.contactId },
    echo: false,
    parts,
    ...(conversationId === undefined ? {} : { conversationId }),
  }
  return { events: [event] }
}
