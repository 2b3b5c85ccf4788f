// Live fan-out. A person with no device connected is no failure: the message is stored and replayed by sequence.
import type { Outgoing, SendParts } from '../kit/index.ts'

export const send = async (message: Outgoing, _settings: unknown, { live, log }: SendParts) => {
  try {
    const devices = await live(message)
    log.info({ messageId: message.id, devices }, 'message.fanned-out')
    return { result: 'sent' } as const
  } catch {
    return { result: 'retry', reason: 'live-unavailable' } as const
  }
}
