// The canned replies a colleague may use, and what the words between double braces stand for.
import { useQuery } from '@tanstack/react-query'
import { queries, server } from '../app/server.ts'

export const CANNED_KEY = ['canned-replies'] as const
export const useCannedReplies = () =>
  useQuery({ queryKey: CANNED_KEY, queryFn: ({ signal }) => server.listCannedReplies({}, signal) })
export const cannedChanged = (): void => void queries.invalidateQueries({ queryKey: CANNED_KEY })

export const VARIABLES = ['customer.name', 'agent.name', 'shop.name', 'order.no', 'order.status'] as const
export type Variable = (typeof VARIABLES)[number]

/** Text with its variables filled; one that has no value, or no meaning, stays as it was written. */
export const fillVariables = (text: string, values: Partial<Record<Variable, string>>): string =>
  text.replace(/\{\{\s*([a-z.]+)\s*\}\}/g, (written, name: string) => values[name as Variable] ?? written)
