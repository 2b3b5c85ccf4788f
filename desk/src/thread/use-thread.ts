// The messages of the open conversation: the newest page first, earlier ones when asked for, live ones as they come.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { explain } from '../app/explain.ts'
import { queries, server } from '../app/server.ts'
import { useLive } from '../live/desk-line.ts'
import { heldUpTo, merge, type Thread } from '../live/thread.ts'
import { toast } from '../ui/toasts.tsx'

const PAGE = 50
/** Larger than any sequence number: asks for the newest page. */
const NEWEST = 2_147_483_647

const readPage = async (conversationId: string, beforeSeq: number, signal?: AbortSignal): Promise<Thread> => {
  const input = { params: { conversationId }, query: { beforeSeq, limit: PAGE } }
  const { messages } = await server.listMessages(input, signal)
  return { messages: merge([], messages), fromStart: messages.length < PAGE || messages.some(({ seq }) => seq === 1) }
}

export const useThread = (row: ConversationRow) => {
  const { id } = row.conversation
  const { line } = useLive()
  const key = ['thread', id]
  const query = useQuery({
    queryKey: key,
    // Edits and receipts reach only who watches: an opened thread is read again behind what is already shown.
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const fresh = await readPage(id, NEWEST, signal)
      const held = queries.getQueryData<Thread>(['thread', id])
      return held
        ? { fromStart: held.fromStart || fresh.fromStart, messages: merge(held.messages, fresh.messages) }
        : fresh
    },
  })
  const loaded = query.data !== undefined
  useEffect(() => {
    if (!loaded) return
    return line.watch(id, () => heldUpTo(queries.getQueryData<Thread>(['thread', id])?.messages ?? []))
  }, [line, id, loaded])
  const [loadingEarlier, setLoadingEarlier] = useState(false)
  const earlier = async () => {
    const first = query.data?.messages[0]?.seq
    if (first === undefined || loadingEarlier) return
    setLoadingEarlier(true)
    try {
      const page = await readPage(id, first)
      queries.setQueryData<Thread>(key, (held) =>
        held ? { fromStart: page.fromStart, messages: merge(page.messages, held.messages) } : page,
      )
    } catch (error) {
      toast(explain(error), { tone: 'problem' })
    } finally {
      setLoadingEarlier(false)
    }
  }
  return { ...query, earlier, loadingEarlier }
}
