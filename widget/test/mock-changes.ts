// The stand-in's answers to what changes a message that is there: edits, recalls, judgements, ratings.
import type { Judgement, Message } from '@ballast/contract/conversation'
import type { ServerFrame, VisitorFrame } from '@ballast/contract/live'
import type { Part } from '@ballast/contract/parts'

interface Device {
  send(frame: ServerFrame): void
  cut(): void
}
interface Ground {
  readonly conversationId: string
  readonly stored: Message[]
  readonly toAll: (frame: ServerFrame) => void
  readonly store: (author: Message['author'], parts: Part[], more?: Partial<Pick<Message, 'id'>>) => Message
}
type Change = Extract<VisitorFrame, { t: 'edit' | 'recall' | 'judge' }>

const judged = (message: Message, frame: Extract<Change, { t: 'judge' }>): Message => {
  const { judgement: _, ...rest } = message
  if (frame.helpful === null) return rest
  const judgement: Judgement = {
    helpful: frame.helpful,
    ...(frame.reason === undefined ? {} : { reason: frame.reason }),
  }
  return { ...rest, judgement }
}
const changed = (message: Message, frame: Change): Message => {
  if (frame.t === 'judge') return judged(message, frame)
  const editedAt = new Date().toISOString()
  return frame.t === 'recall'
    ? { ...message, recalled: true, parts: [{ kind: 'text', text: '' }] }
    : { ...message, parts: frame.parts, editedAt }
}

export const createMockChanges = ({ conversationId, stored, toAll, store }: Ground) => {
  let refused: string | null = null
  let swallowed = 0

  const replace = (message: Message) => {
    stored[message.seq - 1] = message
    toAll({ t: 'updated', message })
  }
  const onRate = (device: Device, frame: Extract<VisitorFrame, { t: 'rate' }>) => {
    const part: Part = {
      kind: 'system',
      code: 'rated',
      score: frame.score,
      ...(frame.reasons === undefined ? {} : { reasons: frame.reasons }),
      ...(frame.comment === undefined ? {} : { comment: frame.comment }),
    }
    const before = stored.find(({ id }) => id === frame.id)
    if (before === undefined) store({ kind: 'system' }, [part], { id: frame.id })
    else replace({ ...before, parts: [part] })
    const { id, seq, sentAt } = stored.find((message) => message.id === frame.id)!
    if (swallowed > 0) {
      swallowed--
      return device.cut()
    }
    device.send({ t: 'ack', id, conversationId, messageId: id, seq, sentAt, duplicate: before !== undefined })
  }
  /** True when the frame was one of these. */
  const take = (device: Device, frame: VisitorFrame): boolean => {
    if (frame.t !== 'edit' && frame.t !== 'recall' && frame.t !== 'judge' && frame.t !== 'rate') return false
    if (refused !== null) {
      const problem = { code: refused, status: 409, message: refused }
      refused = null
      device.send({ t: 'refused', ref: frame.t === 'rate' ? frame.id : frame.messageId, problem })
    } else if (frame.t === 'rate') onRate(device, frame)
    else {
      const message = stored.find(({ id }) => id === frame.messageId)
      if (message !== undefined) replace(changed(message, frame))
    }
    return true
  }
  return {
    take,
    refuse: (code: string) => {
      refused = code
    },
    swallow: (count: number) => {
      swallowed = count
    },
  }
}
