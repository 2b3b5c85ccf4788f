// How much a conversation asks of whoever serves it: a frequent question, a scenario of several steps, or a complex case.
import type { Grade } from '@ballast/contract/conversation'

/** Of the last messages of a conversation, counted. */
export interface Marks {
  /** What the customer wrote, messages. */
  readonly turns: number
  /** What they were heard to want, each once. */
  readonly intents: readonly string[]
  /** Answers that looked something up or did something in the shop's systems. */
  readonly lookUps: number
  readonly handedOver: boolean
}

/** Politeness and noise are no wishes. */
const NO_WISH = new Set(['greeting', 'thanks', 'bye', 'none', 'outside', 'small-talk', 'praise', 'person'])
const COMPLEX = { wishes: 3, turns: 10, lookUps: 4 }
const SCENARIO = { wishes: 2, turns: 4, lookUps: 1 }

/** Null: nobody has asked anything yet. A conversation a person had to take over is complex, however short. */
export const gradeOf = ({ turns, intents, lookUps, handedOver }: Marks): Grade | null => {
  if (turns === 0) return null
  const wishes = intents.filter((intent) => !NO_WISH.has(intent)).length
  const reaches = (bar: typeof COMPLEX) => wishes >= bar.wishes || turns >= bar.turns || lookUps >= bar.lookUps
  if (handedOver || reaches(COMPLEX)) return 'complex'
  return reaches(SCENARIO) ? 'scenario' : 'frequent'
}
