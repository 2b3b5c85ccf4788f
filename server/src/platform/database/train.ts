// The commit train: many change sets, one statement, one fsync. It leaves when the previous one has arrived:
// no linger timer, so an idle commit waits for nothing and a busy one shares its ride with everyone who came meanwhile.
import type { Log } from '../log.ts'
import { type ChangeSet, type Outcome, type TrainRow, toOutcome, trainArguments } from './change-set.ts'

export type { ChangeSet, ConversationColumns, NewContact, NewFact, NewMessage, Outcome } from './change-set.ts'

export interface Train {
  /**
   * Resolves only after COMMIT. Rejects when this set alone cannot be stored (its error is the database's),
   * or when the database stayed away longer than `patienceMs`: then the outcome is unknown and the same id may be sent again.
   */
  commit(set: ChangeSet): Promise<Outcome>
  stats(): TrainStats
  /** Resolves when nothing is waiting or travelling. */
  settle(): Promise<void>
}

export interface TrainStats {
  readonly waiting: number
  readonly travelling: number
  readonly trains: number
  readonly sets: number
  readonly retries: number
  /** Milliseconds the oldest waiting set has waited. */
  readonly oldestMs: number
}

export interface TrainParts {
  readonly database: { statement<Row>(text: string, values: unknown[]): Promise<Row[]> }
  readonly isConnectionLost: (error: unknown) => boolean
  readonly log: Log
  readonly now: () => number
  readonly delay?: (ms: number) => Promise<void>
  /** Most change sets in one train. */
  readonly seats?: number
  /** Trains under way at once. */
  readonly tracks?: number
  /** How long a set is tried again while the database is away, in ms. */
  readonly patienceMs?: number
}

/** A train of fewer is not split further: one statement costs about as much as sixteen change sets. */
const FEWEST_SEATS = 16

interface Passenger {
  readonly set: ChangeSet
  readonly since: number
  readonly arrive: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}

// 1 text, 23 columns of sets, 12 of messages, 6 of facts, 2 of keys, the contacts.
const COMMIT = `SELECT * FROM ballast.commit_train(${Array.from({ length: 45 }, (_, index) => `$${index + 1}`).join(', ')})`
const placeOf = (set: ChangeSet) => `${set.tenant}:${set.conversationId}`
/** Errors that say nothing about the sets themselves: two trains met. */
const isCollision = (error: unknown) => ['40P01', '40001', '55P03'].includes((error as { code?: string }).code ?? '')
const isDoubleKey = (error: unknown) => (error as { code?: string }).code === '23505'

export const createTrain = (parts: TrainParts): Train => {
  const { seats = 256, tracks = 4, patienceMs = 30_000 } = parts
  const delay = parts.delay ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)))
  const waiting: Passenger[] = []
  const underWay = new Set<string>()
  let travelling = 0
  let called = false
  let trains = 0
  let sets = 0
  let retries = 0
  const whenSettled: (() => void)[] = []

  const callNext = () => {
    if (called) return
    called = true
    queueMicrotask(() => {
      called = false
      while (travelling < tracks && depart()) trains++
      if (travelling === 0 && waiting.length === 0) for (const done of whenSettled.splice(0)) done()
    })
  }

  /** Takes the passengers that may ride together: never two of one conversation, nor one that is still under way. */
  const board = (): Passenger[] => {
    const aboard: Passenger[] = []
    const left: Passenger[] = []
    // A crowd is spread over the free tracks: two half-full trains use two cores of the database.
    const room = Math.min(seats, Math.max(FEWEST_SEATS, Math.ceil(waiting.length / (tracks - travelling))))
    for (const passenger of waiting) {
      const place = placeOf(passenger.set)
      if (aboard.length < room && !underWay.has(place)) {
        underWay.add(place)
        aboard.push(passenger)
      } else left.push(passenger)
    }
    waiting.splice(0, waiting.length, ...left)
    // Sorted by key, so that two trains lock rows in the same order.
    return aboard.sort((a, b) => (placeOf(a.set) < placeOf(b.set) ? -1 : 1))
  }

  const depart = (): boolean => {
    const aboard = board()
    if (aboard.length === 0) return false
    travelling++
    void travel(aboard, 0).finally(() => {
      travelling--
      for (const passenger of aboard) underWay.delete(placeOf(passenger.set))
      callNext()
    })
    return true
  }

  const travel = async (aboard: readonly Passenger[], attempt: number): Promise<void> => {
    try {
      const rows = await parts.database.statement<TrainRow>(
        COMMIT,
        trainArguments(aboard.map((passenger) => passenger.set)),
      )
      for (const row of rows) aboard[row.n - 1]!.arrive(toOutcome(row))
      sets += aboard.length
    } catch (error) {
      retries++
      await recover(aboard, attempt, error)
    }
  }

  const recover = async (aboard: readonly Passenger[], attempt: number, error: unknown): Promise<void> => {
    if (parts.isConnectionLost(error)) {
      // Committed or not, nobody knows. The ids make it safe to ask again.
      const patient = aboard.filter((passenger) => parts.now() - passenger.since < patienceMs)
      for (const passenger of aboard) if (!patient.includes(passenger)) passenger.fail(error)
      if (patient.length === 0) return
      await delay(Math.min(25 * 2 ** Math.min(attempt, 6), 1000))
      return travel(patient, attempt + 1)
    }
    if ((isCollision(error) && attempt < 8) || (isDoubleKey(error) && attempt < 1)) return travel(aboard, attempt + 1)
    if (aboard.length === 1) {
      parts.log.warn({ code: (error as { code?: string }).code, changeSet: aboard[0]!.set.id }, 'train.refused')
      return aboard[0]!.fail(error)
    }
    // Someone aboard cannot be stored. Halve until that one stands alone; the others arrive.
    const middle = Math.ceil(aboard.length / 2)
    await travel(aboard.slice(0, middle), 0)
    await travel(aboard.slice(middle), 0)
  }

  return {
    commit: (set) =>
      new Promise((arrive, fail) => {
        waiting.push({ set, since: parts.now(), arrive, fail })
        callNext()
      }),
    stats: () => ({
      waiting: waiting.length,
      travelling,
      trains,
      sets,
      retries,
      oldestMs: waiting[0] ? parts.now() - waiting[0].since : 0,
    }),
    settle: () =>
      travelling === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((done) => {
            whenSettled.push(done)
          }),
  }
}
