// The desk's one live line and outbox, made when somebody is signed in.
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Session } from '../app/server.ts'
import { server } from '../app/server.ts'
import { lists } from '../inbox/here.ts'
import { addMessages, applyFrame } from './apply.ts'
import { createLine, type Line, type Socket } from './connection.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface Live {
  readonly line: Line
  readonly outbox: Outbox
  readonly uploads: Uploads
  stop(): void
}

const openSocket = (): Socket =>
  new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/desk`) as Socket

const settledBy = (queries: QueryClient, session: Session) => {
  const { id, name } = session.staff
  const settled: Parameters<typeof createOutbox>[0]['settled'] = (pending, message) => {
    if ('parts' in message) return addMessages(queries, pending.conversationId, [message])
    const { messageId, conversationId, seq, sentAt } = message
    const author = { kind: 'agent' as const, id, name }
    const parts = [...pending.parts]
    const written = { id: messageId, conversationId, seq, sentAt, author, parts, note: pending.note }
    addMessages(queries, conversationId, [{ ...written, channel: 'desk', recalled: false, delivery: 'sent' }])
  }
  return settled
}

export const startLive = (queries: QueryClient, session: Session, locale: string): Live => {
  const line = createLine({ open: openSocket, locale })
  const outbox = createOutbox({
    line,
    post: ({ id, conversationId, parts, note }) =>
      server.replyToConversation({ params: { conversationId }, body: { id, parts: [...parts], note } }),
    settled: settledBy(queries, session),
  })
  const uploads = createUploads((conversationId, parts, note) => void outbox.send(conversationId, parts, note))
  const stopFrames = line.onFrame((frame) => applyFrame({ queries, line, me: session.staff.id }, frame))
  let wasDown = false
  const stopState = line.state.listen(() => {
    if (line.state.get() === 'waiting') wasDown = true
    if (line.state.get() === 'refused') void queries.invalidateQueries({ queryKey: ['session'] })
    if (line.state.get() !== 'open' || !wasDown) return
    wasDown = false
    // Rows that changed while the line was down are not replayed; lists are read again.
    lists.refreshAll()
    for (const key of ['counts', 'views', 'conversation']) void queries.invalidateQueries({ queryKey: [key] })
  })
  const nudge = () => line.nudge()
  // Closing the tab would lose what is still on its way: the browser asks first.
  const hold = (event: BeforeUnloadEvent) => {
    if (outbox.pending.get().length + uploads.all.get().length > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', hold)
  window.addEventListener('online', nudge)
  document.addEventListener('visibilitychange', nudge)
  return {
    line,
    outbox,
    uploads,
    stop: () => {
      stopFrames()
      stopState()
      window.removeEventListener('beforeunload', hold)
      window.removeEventListener('online', nudge)
      document.removeEventListener('visibilitychange', nudge)
      line.stop()
    },
  }
}

export const LiveContext = createContext<Live | null>(null)
export const useLive = (): Live => {
  const live = useContext(LiveContext)
  if (live === null) throw new Error('useLive is used outside the signed-in desk')
  return live
}
