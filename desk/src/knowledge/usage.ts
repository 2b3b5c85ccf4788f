// How entries were used in the last days, as the list and the entry page show it.
import { useQuery } from '@tanstack/react-query'
import { server } from '../app/server.ts'
import type { Sort } from './entries.ts'

export type Usage = Awaited<ReturnType<typeof server.listUsage>>['usage'][number]
export type VersionUsage = Awaited<ReturnType<typeof server.readUsage>>['versions'][number]

export const DAYS = [7, 30] as const
/** Columns of figures, and what the list is ordered by when one is chosen. */
export const COLUMNS = ['asked', 'solved', 'helpful', 'unhelpful', 'handedOver'] as const
export const SORT_OF: Readonly<Record<(typeof COLUMNS)[number], Sort>> = {
  asked: 'asked',
  solved: 'solved',
  helpful: 'helpful',
  unhelpful: 'unhelpful',
  handedOver: 'handed-over',
}

/** entry -> its figures; one that nobody asked for is not in it. */
export const useUsage = (days: number): ReadonlyMap<string, Usage> => {
  const { data } = useQuery({
    queryKey: ['knowledge', 'usage', days],
    queryFn: ({ signal }) => server.listUsage({ query: { days } }, signal),
  })
  return new Map(data?.usage.map((one) => [one.entryId, one]))
}
export const useVersionUsage = (entryId: string, days: number) =>
  useQuery({
    queryKey: ['knowledge', 'usage', entryId, days],
    queryFn: ({ signal }) => server.readUsage({ params: { entryId }, query: { days } }, signal),
    staleTime: 0,
  })
