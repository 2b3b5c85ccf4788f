// Load -> decide -> commit, and again when the conversation changed meanwhile.
import { type Problem, type ProblemCode, problem } from '@ballast/contract'
import { createTurns } from '../turns.ts'
import type { ChangeSet, Outcome, Train } from './train.ts'

const TRIES = 5
const TRIES_IN_LINE = 50

/** What a decision comes to: something to commit, a refusal, or nothing to do. */
export type Decision<Result> =
  | { readonly commit: ChangeSet; readonly result: (outcome: Exclude<Outcome, { outcome: 'stale' }>) => Result }
  | { readonly refused: ProblemCode; readonly detail?: string }
  | { readonly nothing: Result }

export interface Deciding<State, Result> {
  readonly tenant: string
  readonly conversationId: string
  /** `fresh` is true after a stale try: whatever was cached is wrong. */
  readonly load: (fresh: boolean) => Promise<State>
  readonly decide: (state: State) => Decision<Result> | Promise<Decision<Result>>
}

export interface Decider {
  /** Throws the Problem of a refusal; `conversation.changed` when others kept winning for 50 tries. */
  decideAndCommit<State, Result>(deciding: Deciding<State, Result>): Promise<Result>
}

export const createDecider = (train: Pick<Train, 'commit'>): Decider => {
  /** One line per contended conversation: in it, callers of this process take turns instead of racing. */
  const line = createTurns()

  const once = async <State, Result>(
    deciding: Deciding<State, Result>,
    fresh: boolean,
  ): Promise<{ done: Result } | { refused: Problem } | 'stale'> => {
    const decision = await deciding.decide(await deciding.load(fresh))
    if ('refused' in decision)
      return { refused: problem(decision.refused, decision.detail === undefined ? {} : { detail: decision.detail }) }
    if ('nothing' in decision) return { done: decision.nothing }
    const outcome = await train.commit(decision.commit)
    return outcome.outcome === 'stale' ? 'stale' : { done: decision.result(outcome) }
  }

  const tryTimes = async <State, Result>(deciding: Deciding<State, Result>, times: number, fresh: boolean) => {
    for (let attempt = 0; attempt < times; attempt++) {
      const end = await once(deciding, fresh || attempt > 0)
      if (end !== 'stale') {
        if ('refused' in end) throw end.refused
        return end
      }
    }
    return 'stale' as const
  }

  return {
    decideAndCommit: async <State, Result>(deciding: Deciding<State, Result>): Promise<Result> => {
      const key = `${deciding.tenant}:${deciding.conversationId}`
      // A line that has formed is joined, not overtaken.
      if (!line.busy(key)) {
        const end = await tryTimes(deciding, TRIES, false)
        if (end !== 'stale') return end.done
      }
      const end = await line.take(key, () => tryTimes(deciding, TRIES_IN_LINE, true))
      if (end === 'stale') throw problem('conversation.changed')
      return end.done
    },
  }
}
