// Canned replies on this device: read once per sign-in, again when the window is looked at, and changed here at once.
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { useQuery } from '@tanstack/react-query'
import { queries, server, useMay } from '../app/server.ts'

export const CANNED_KEY = ['canned-replies'] as const
interface Held {
  replies: CannedReply[]
}
const NONE: readonly CannedReply[] = []

/** Shared ones and one's own; `undefined` in `data` until they were read. */
export const useCannedQuery = () =>
  useQuery({
    queryKey: CANNED_KEY,
    queryFn: ({ signal }) => server.listCannedReplies({}, signal),
    enabled: useMay('conversations.reply'),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always',
  })
export const useCanned = (): readonly CannedReply[] => useCannedQuery().data?.replies ?? NONE
export const heldCanned = (): readonly CannedReply[] => queries.getQueryData<Held>(CANNED_KEY)?.replies ?? NONE

const put = (change: (held: readonly CannedReply[]) => CannedReply[]) =>
  queries.setQueryData<Held>(CANNED_KEY, (held) => (held ? { replies: change(held.replies) } : held))

export type CannedWords = Parameters<typeof server.saveCannedReply>[0]['body']
/** Throws the server's problem: `canned-reply.shortcut-taken`, `auth.forbidden`, … */
export const saveCanned = async (replyId: string, body: CannedWords): Promise<CannedReply> => {
  const { reply } = await server.saveCannedReply({ params: { replyId }, body })
  put((held) => [...held.filter(({ id }) => id !== replyId), reply])
  return reply
}
export const removeCanned = async (replyId: string): Promise<void> => {
  await server.removeCannedReply({ params: { replyId } })
  put((held) => held.filter(({ id }) => id !== replyId))
}
