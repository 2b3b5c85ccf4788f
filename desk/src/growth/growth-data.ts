// What the pages of growth read: clusters, trials, advice, imports; and what is read anew once something changed.
import { useQuery } from '@tanstack/react-query'
import { queries, server } from '../app/server.ts'

export type Cluster = Awaited<ReturnType<typeof server.readCluster>>['cluster']
export type Question = Awaited<ReturnType<typeof server.readCluster>>['questions'][number]
export type Court = Awaited<ReturnType<typeof server.readCourt>>['court']
export type Change = Court['changes'][number]
export type Advice = Awaited<ReturnType<typeof server.readAdvice>>['advice'][number]
export type ChatImport = Awaited<ReturnType<typeof server.readChatImport>>['import']

export interface GapFilter {
  readonly state: Cluster['state']
  /** Asked at least so often. */
  readonly least: number
}

const LOOK_MS = 4_000

/** New questions come while one looks. */
export const useClusters = ({ state, least }: GapFilter) =>
  useQuery({
    queryKey: ['growth', 'clusters', state, least],
    queryFn: ({ signal }) => server.listClusters({ query: { state, least, limit: 200 } }, signal),
    refetchInterval: LOOK_MS,
    staleTime: 0,
  })
export const useCluster = (clusterId: string) =>
  useQuery({
    queryKey: ['growth', 'cluster', clusterId],
    queryFn: ({ signal }) => server.readCluster({ params: { clusterId } }, signal),
    refetchInterval: LOOK_MS,
    staleTime: 0,
  })
export const useAdvice = () =>
  useQuery({ queryKey: ['growth', 'advice'], queryFn: ({ signal }) => server.readAdvice({}, signal), staleTime: 0 })
export const useCourts = (entryId?: string) =>
  useQuery({
    queryKey: ['growth', 'courts', entryId ?? null],
    queryFn: ({ signal }) => server.listCourts({ query: entryId === undefined ? {} : { entryId } }, signal),
    staleTime: 0,
  })
export const useCourt = (courtId: string | null) =>
  useQuery({
    queryKey: ['growth', 'court', courtId],
    queryFn: ({ signal }) => server.readCourt({ params: { courtId: courtId ?? '' } }, signal),
    enabled: courtId !== null,
    staleTime: 0,
  })

const WATCH_MS = 500
export const isGoing = (one: Pick<ChatImport, 'state'> | undefined): boolean =>
  one?.state === 'waiting' || one?.state === 'running'
/** Newest first; watched closely while one is going on. */
export const useImports = () =>
  useQuery({
    queryKey: ['growth', 'imports'],
    queryFn: ({ signal }) => server.listChatImports({}, signal),
    refetchInterval: ({ state }) => (isGoing(state.data?.imports[0]) ? WATCH_MS : false),
    staleTime: 0,
  })

/** Call after every change: entries count too, they are made and published here. */
export const growthChanged = (): void => {
  void queries.invalidateQueries({ queryKey: ['growth'] })
  void queries.invalidateQueries({ queryKey: ['knowledge'] })
}

/** Places somebody has to fill before an answer may be said to everybody. */
export const blanksIn = (answer: string): number => [...answer.matchAll(/⟦[^⟧]*⟧/g)].length
