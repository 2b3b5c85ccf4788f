// The door for channel authors: what a channel folder may import.
export { capabilities, EVERYTHING } from './capabilities.ts'
export {
  defineChannel,
  type Inbound,
  type News,
  type Outgoing,
  type RawRequest,
  resultOfStatus,
  type SendParts,
  type SendResult,
} from './channel.ts'
export { ALWAYS_OPEN } from './reply-window.ts'
