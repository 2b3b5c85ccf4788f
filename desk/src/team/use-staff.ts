// Colleagues, read once for everything on the team's pages.
import { useQuery } from '@tanstack/react-query'
import { server } from '../app/server.ts'

export type Staff = Awaited<ReturnType<typeof server.listStaff>>['staff'][number]
export type Team = Awaited<ReturnType<typeof server.listTeams>>['teams'][number]

export const useStaff = () => useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => server.listStaff({}, signal) })
