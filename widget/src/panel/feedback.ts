// What the visitor says about messages that are there: 👍/👎, a rating, an edit, a recall. Shown at once, carried by the
// connection; a change made without a line goes out with the next one.
import type { Judgement } from '@ballast/contract/conversation'
import type { VisitorFrame } from '@ballast/contract/live'
import { type Connection, newId, type Unsent } from './connection.ts'
import type { Change } from './pending.ts'
import { closedCard, type RatingReason } from './rating-state.ts'
import type { Memory } from './storage.ts'
import type { Store } from './store.ts'
import { changing, type State } from './thread-state.ts'

type RateFrame = Extract<VisitorFrame, { t: 'rate' }>
export interface Wish {
  readonly score: number
  readonly reasons?: readonly RatingReason[]
  readonly comment?: string
}

const rateFrame = (id: string, conversationId: string, { score, reasons, comment }: Wish): RateFrame => ({
  t: 'rate',
  id,
  conversationId,
  score,
  ...(reasons === undefined || reasons.length === 0 ? {} : { reasons: [...reasons] }),
  ...(comment === undefined || comment === '' ? {} : { comment }),
})

export const createFeedback = (parts: {
  store: Store<State>
  memory: Memory
  connection: () => Connection | null
  keep: (frame: Unsent) => void
}) => {
  const { store, memory } = parts
  const change = (made: Change) => {
    store.set((state) => changing(state, made))
    parts.connection()?.change(made)
  }
  const inConversation = (run: (conversationId: string) => void) => {
    const { conversationId } = store.get()
    if (conversationId !== null) run(conversationId)
  }
  return {
    /** `null` takes it back. */
    judge: (messageId: string, helpful: boolean | null, reason?: NonNullable<Judgement['reason']>) =>
      inConversation((conversationId) =>
        change({ t: 'judge', conversationId, messageId, helpful, ...(reason === undefined ? {} : { reason }) }),
      ),
    edit: (messageId: string, text: string) =>
      inConversation((conversationId) =>
        change({ t: 'edit', conversationId, messageId, parts: [{ kind: 'text', text }] }),
      ),
    recall: (messageId: string) =>
      inConversation((conversationId) => change({ t: 'recall', conversationId, messageId })),
    /** A new line: whatever may have been lost with the old one is said again. All of it may be said twice. */
    again: () => {
      for (const made of Object.values(store.get().pending)) parts.connection()?.change(made)
    },
    /** The score at once; the same call again with reasons changes that rating. */
    rate: (wish: Wish, step: 'more' | 'done') =>
      inConversation((conversationId) => {
        const id = store.get().rating.id ?? newId()
        const frame = rateFrame(id, conversationId, wish)
        store.set((state) => ({ ...state, rating: { ...state.rating, step, id, score: wish.score } }))
        const connection = parts.connection()
        if (connection === null) parts.keep(frame)
        else connection.rate(frame)
      }),
    askRating: () => store.set((state) => ({ ...state, rating: { ...state.rating, step: 'asked' } })),
    closeRating: () => {
      store.set((state) => ({ ...state, rating: closedCard(state) }))
      memory.keepRatingClosed(store.get().rating.closedFor)
    },
  }
}
