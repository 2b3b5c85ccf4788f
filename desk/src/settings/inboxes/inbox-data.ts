// The inboxes as the settings read and change them; one list in the cache, every page looks into it.
import { useQuery } from '@tanstack/react-query'
import { queries, server } from '../../app/server.ts'

type List = Awaited<ReturnType<typeof server.listInboxes>>
export type Inbox = List['inboxes'][number]
export type InboxChange = Parameters<typeof server.changeInbox>[0]['body']

export const useInboxes = () =>
  useQuery({ queryKey: ['inboxes'], queryFn: ({ signal }) => server.listInboxes({}, signal) })
export const useTeams = () =>
  useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => server.listTeams({}, signal) }).data?.teams ?? []

/** Puts an inbox that came back where the pages look for it. */
export const keepInbox = (inbox: Inbox): void => {
  queries.setQueryData<List>(['inboxes'], (now) => {
    if (now === undefined) return now
    const others = now.inboxes.some(({ id }) => id === inbox.id)
    return {
      inboxes: others ? now.inboxes.map((each) => (each.id === inbox.id ? inbox : each)) : [...now.inboxes, inbox],
    }
  })
}

export const changeInbox = async (inboxId: string, body: InboxChange): Promise<Inbox> => {
  const { inbox } = await server.changeInbox({ params: { inboxId }, body })
  keepInbox(inbox)
  return inbox
}

const MINUTE = 60_000
/** Only a channel that calls somebody's server can fail to reach it; the widget has no other side. */
export const useDelivery = (inbox: Pick<Inbox, 'id' | 'channel'>) =>
  useQuery({
    queryKey: ['delivery', inbox.id],
    queryFn: ({ signal }) => server.readInboxDelivery({ params: { inboxId: inbox.id } }, signal),
    enabled: inbox.channel !== 'web',
    refetchInterval: MINUTE,
  })
