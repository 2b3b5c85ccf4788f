// What the server knows of the workspace's beginnings, and the inbox its widget uses.
import { useQuery } from '@tanstack/react-query'
import { queries, server } from '../app/server.ts'
import type { StepName } from './steps.ts'

export type Workspace = Awaited<ReturnType<typeof server.readWorkspace>>
export type Inbox = Awaited<ReturnType<typeof server.listInboxes>>['inboxes'][number]

export const useWorkspace = (enabled = true) =>
  useQuery({ queryKey: ['workspace'], queryFn: ({ signal }) => server.readWorkspace({}, signal), enabled })

export const refreshWorkspace = () => queries.invalidateQueries({ queryKey: ['workspace'] })

const readInboxes = ({ signal }: { signal: AbortSignal }) => server.listInboxes({}, signal)
const firstWeb = (inboxes: readonly Inbox[]): Inbox | null =>
  inboxes.find(({ channel, enabled }) => channel === 'web' && enabled) ?? null

/** Null: there is none yet. Undefined: not known yet. */
export const useWebInbox = (): Inbox | null | undefined => {
  const { data } = useQuery({ queryKey: ['inboxes'], queryFn: readInboxes })
  return data && firstWeb(data.inboxes)
}

/** The shop's chat: the one there is, or a new one. */
export const ensureInbox = async (name: string, locale: string): Promise<Inbox> => {
  const known = firstWeb(
    (await queries.fetchQuery({ queryKey: ['inboxes'], queryFn: readInboxes, staleTime: 0 })).inboxes,
  )
  if (known) return known
  const { inbox } = await server.createInbox({ body: { name, channel: 'web', locale } })
  await Promise.all([queries.invalidateQueries({ queryKey: ['inboxes'] }), refreshWorkspace()])
  return inbox
}

/** Steps the server can tell are done. */
export const doneOf = (workspace: Workspace | undefined): StepName[] => {
  if (workspace === undefined) return []
  const done: StepName[] = []
  if (workspace.webInboxes > 0) done.push('look')
  if (workspace.entries > 0) done.push('knowledge')
  if (workspace.conversations > 0) done.push('try')
  if (workspace.staff > 1) done.push('invite')
  return done
}
