// Intake bound to its parts: order per person, and the turns that are still under way.
import { createTurns } from '../../platform/turns.ts'
import { accept } from './accept.ts'
import { askForPerson, type PersonAsked } from './ask-for-person.ts'
import type { Accepted, Inbound, IntakeParts, TurnJob } from './parts.ts'
import { createRecentIds } from './recent-ids.ts'
import { continueTurn } from './slow-turn.ts'
import { createUnderWay, type Overtaking } from './under-way.ts'

export interface Intake {
  /** Resolves after COMMIT. One person's messages are stored in the order they were given to this process. */
  accept(inbound: Inbound): Promise<Accepted>
  /** `messageId` and `seq` name the line this wrote; when nobody needed calling, the conversation's last message. */
  askForPerson(asked: PersonAsked): Promise<Omit<Accepted, 'replies' | 'thinking'>>
  /** Handler of the job TURN_JOB. */
  continueTurn(job: TurnJob): Promise<void>
  /** Ends the wait for fine words in turns under way here. */
  overtake(which: Overtaking): Promise<void>
  /** Resolves when no slow turn is under way in this process. */
  settle(): Promise<void>
}

export const createIntake = (parts: IntakeParts): Intake => {
  const order = createTurns()
  const taken = createRecentIds()
  const underWay = createUnderWay()
  return {
    accept: (inbound) =>
      order.take(`${inbound.tenant}:${inbound.contactId}`, () => accept(parts, inbound, { taken, underWay })),
    askForPerson: (asked) => order.take(`${asked.tenant}:${asked.contactId}`, () => askForPerson(parts, asked)),
    continueTurn: (job) => continueTurn(parts, job),
    overtake: underWay.overtake,
    settle: underWay.settle,
  }
}
