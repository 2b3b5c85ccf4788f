// A platform's call: whose it is, whether it is genuine, what it says; each event is taken in before the call is answered.
import { Problem, problem } from '@ballast/contract/problems'
import { type Inbound as Event, type RawRequest, withoutEchoes } from '../../channels/kit/channel.ts'
import { channelById } from '../../channels/registry.ts'
import type { Accepted } from './parts.ts'
import { type Entrance, takeEvent, type WebhookParts } from './take-event.ts'

export interface Taken {
  /** What the platform waits for. */
  readonly reply: { readonly status: number; readonly contentType: string; readonly body: string }
  /** How many events the call held, echoes left out. */
  readonly events: number
  readonly accepted: readonly Accepted[]
  /** Refusals that sending again cannot heal: the platform is answered 200, our own senders are told. */
  readonly refused: readonly Problem[]
}

/**
 * The inbox behind a public key, once the call has proved itself.
 * @throws Problem inbox.unknown, signature.invalid
 */
export const enter = async (parts: WebhookParts, publicKey: string, raw: RawRequest): Promise<Entrance> => {
  const open = await parts.inboxes.byPublicKey(publicKey)
  if (open === undefined || !open.inbox.enabled) throw problem('inbox.unknown')
  const channel = channelById(open.inbox.channel)
  if (channel === undefined) throw problem('inbox.unknown')
  // Nobody is authenticated by a transport here: a caller cannot say so of themselves.
  const { contactId: _none, ...stranger } = raw
  if ('refused' in channel.verify(stranger, open.settings, parts.clock.now())) throw problem('signature.invalid')
  return { open, channel }
}

/** Sending it again later may succeed: the platform must not be told that we have it. */
const mayPass = ({ status, code }: Problem): boolean =>
  status >= 500 || status === 429 || code === 'conversation.changed'

/** Resolves after COMMIT of every event. Throws when one could not be stored for now: the platform sends it all again. */
export const takeWebhook = async (
  parts: WebhookParts,
  { open, channel }: Entrance,
  raw: RawRequest,
): Promise<Taken> => {
  const parsed = channel.parse(raw, open.settings)
  const events: Event[] = withoutEchoes(parsed.events)
  const accepted: Accepted[] = []
  const refused: Problem[] = []
  for (const event of events) {
    try {
      const done = await takeEvent(parts, { open, channel }, event)
      if (done !== null) accepted.push(done)
    } catch (error) {
      if (!(error instanceof Problem) || mayPass(error)) throw error
      refused.push(error)
      parts.log.warn({ inboxId: open.inbox.id, code: error.code, kind: event.kind }, 'webhook.event-refused')
    }
  }
  const reply = parsed.reply ?? { status: 200, contentType: 'text/plain; charset=utf-8', body: '' }
  return { reply, events: events.length, accepted, refused }
}
