// The rows of one view, page after page, kept in order.
import type { View } from '@ballast/contract/routes/conversations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { server } from '../app/server.ts'
import { flatten } from './rows.ts'

const PAGE_SIZE = 50

export const useRows = (view: View) => {
  const query = useInfiniteQuery({
    queryKey: ['rows', view],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      server.listConversations(
        { query: { view, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      ),
    getNextPageParam: (last) => last.next,
  })
  const rows = useMemo(() => flatten(query.data?.pages ?? []), [query.data])
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  return { ...query, rows, more }
}
