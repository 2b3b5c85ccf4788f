// What comes in from customers: accepted once, stored before it is acknowledged, answered by the bot when it is its turn.
export { type Addresses, createAddresses } from './addresses.ts'
export { createIntake, type Intake } from './create-intake.ts'
export {
  type Accepted,
  type Inbound,
  type IntakeInbox,
  type IntakeParts,
  type PartialText,
  TURN_JOB,
  type TurnJob,
} from './parts.ts'
export { rawOf } from './raw-request.ts'
export { createRecentIds } from './recent-ids.ts'
export type { Entrance, WebhookParts } from './take-event.ts'
export { enter } from './take-webhook.ts'
export type { TakeTurn, TurnInput, TurnResult } from './turn.ts'
