// What comes in from customers: accepted once, stored before it is acknowledged, answered by the bot when it is its turn.
export { createIntake, type Intake } from './create-intake.ts'
export { type Accepted, type Inbound, type IntakeInbox, type IntakeParts, TURN_JOB, type TurnJob } from './parts.ts'
export type { TakeTurn, TurnInput, TurnResult } from './turn.ts'
