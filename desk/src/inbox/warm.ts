// The ten conversations opened last stay in memory with their messages, so that going back to one shows it at once;
// older ones are let go.
import { queries } from '../app/server.ts'

const MOST = 10
const KEEP_MS = 4 * 3_600_000
for (const key of ['conversation', 'thread']) queries.setQueryDefaults([key], { gcTime: KEEP_MS })

let opened: readonly string[] = []

export const keepWarm = (conversationId: string): void => {
  const next = [conversationId, ...opened.filter((id) => id !== conversationId)]
  for (const id of next.slice(MOST))
    for (const key of ['conversation', 'thread']) queries.removeQueries({ queryKey: [key, id], type: 'inactive' })
  opened = next.slice(0, MOST)
}
