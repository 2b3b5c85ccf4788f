// The one door to the server: the typed client, and who is signed in.
import { createClient } from '@ballast/contract/client'
import type { Permission } from '@ballast/contract/permissions'
import { Problem } from '@ballast/contract/problems'
import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'

export const server = createClient()

export type Session = Awaited<ReturnType<typeof server.readSession>>

const worthAnotherTry = (error: unknown): boolean => !(error instanceof Problem) || error.status >= 500

/** Tells a refusal ("you are signed out") from a server that cannot be reached. */
export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session may end while the desk is open: the sign-in page takes over at the first refusal.
    onError: (error, { queryKey }) => {
      if (isSignedOut(error) && queryKey[0] !== 'session') void queries.invalidateQueries({ queryKey: ['session'] })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && worthAnotherTry(error),
      refetchOnWindowFocus: false,
    },
  },
})

export const useSessionQuery = () =>
  useQuery({ queryKey: ['session'], queryFn: ({ signal }) => server.readSession({}, signal), staleTime: 300_000 })

export const SessionContext = createContext<Session | null>(null)
/** Who is signed in. Only below the signed-in part of the tree. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is used outside the signed-in desk')
  return session
}
export const useMay = (permission: Permission): boolean => useSession().permissions.includes(permission)
