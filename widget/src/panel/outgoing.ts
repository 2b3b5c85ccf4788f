// What the visitor sends: shown at once, carried by the connection, or kept until there is one.
import type { VisitContext } from '@ballast/contract/conversation'
import type { CustomerPart } from '@ballast/contract/parts'
import { type Connection, newId, type Unsent } from './connection.ts'
import type { Store } from './store.ts'
import { type State, sending } from './thread-state.ts'

export const createOutgoing = (parts: {
  store: Store<State>
  connection: () => Connection | null
  keep: (frame: Unsent) => void
}) => {
  const { store, keep } = parts
  let context: VisitContext | undefined
  const kept = (frame: Unsent): string => {
    keep(frame)
    return frame.id
  }
  const sendParts = (content: CustomerPart[]) => {
    const about = context === undefined ? {} : { context }
    const id = parts.connection()?.send(content, context) ?? kept({ t: 'send', id: newId(), parts: content, ...about })
    store.set((state) => sending(state, { id, parts: content, failed: null }))
  }
  return {
    sendParts,
    say: (text: string) => sendParts([{ kind: 'text', text }]),
    /** A refusal is final and nothing was stored, so the second try is a message of its own. */
    retry: (id: string) => {
      const failed = store.get().outgoing.find((entry) => entry.id === id)
      if (failed === undefined) return
      store.set((state) => ({ ...state, outgoing: state.outgoing.filter((entry) => entry !== failed) }))
      sendParts([...failed.parts])
    },
    askForPerson: () => {
      const { asking, conversation } = store.get()
      if (asking !== null || conversation?.status === 'waiting' || conversation?.status === 'agent') return
      const id = parts.connection()?.askForPerson() ?? kept({ t: 'person', id: newId() })
      store.set((state) => ({ ...state, asking: id, notice: null }))
    },
    setContext: (next: VisitContext) => {
      context = Object.keys(next).length === 0 ? undefined : next
    },
  }
}
