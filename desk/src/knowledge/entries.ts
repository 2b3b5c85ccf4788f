// The entries as the pages read them: lists by page, one by id; and what is read anew once something changed.
import type { ENTRY_ORDERS } from '@ballast/contract/routes/knowledge'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { queries, server } from '../app/server.ts'

export type Entry = Awaited<ReturnType<typeof server.readKnowledge>>['entry']
export type Version = Awaited<ReturnType<typeof server.listKnowledgeVersions>>['versions'][number]
export interface Filter {
  readonly search?: string
  readonly locale?: string
  readonly kind?: Entry['kind']
  readonly status?: Entry['status']
  readonly topic?: string
  readonly channel?: string
}

export type Sort = (typeof ENTRY_ORDERS)[number]
export interface Order {
  readonly sort: Sort
  /** How far back use is counted. */
  readonly days: number
}
/** Newest change first. */
export const NEWEST: Order = { sort: 'changed', days: 30 }

const PAGE = 100

/** Newest change first; an entry that moved between two readings is shown once. */
export const useEntries = (filter: Filter, { sort, days }: Order = NEWEST) => {
  const order = sort === 'changed' ? {} : { sort, days }
  const query = useInfiniteQuery({
    queryKey: ['knowledge', 'list', filter, order],
    queryFn: ({ signal, pageParam }) =>
      server.listKnowledge({ query: { ...filter, ...order, limit: PAGE, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.entries.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: (before) => before,
  })
  const all = query.data?.pages.flatMap(({ entries }) => entries) ?? []
  return { query, entries: [...new Map(all.map((entry) => [entry.id, entry])).values()] }
}

export const useEntry = (id: string | null) =>
  useQuery({
    queryKey: ['knowledge', 'entry', id],
    queryFn: ({ signal }) => server.readKnowledge({ params: { entryId: id ?? '' } }, signal),
    enabled: id !== null,
    // What is written over must be what is there.
    staleTime: 0,
    gcTime: 0,
  })

/** Call after every change: lists, counts and what a search finds are read anew. */
export const knowledgeChanged = (): void => {
  void queries.invalidateQueries({ queryKey: ['knowledge'] })
  void queries.invalidateQueries({ queryKey: ['workspace'] })
}

/** Languages offered first; an entry may be in any. */
export const LOCALES = ['zh-CN', 'en'] as const

export const languageName = (tag: string, reader: string): string => {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
