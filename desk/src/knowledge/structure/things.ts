// The structure of knowledge as the pages read it, and the acts of staff, each with a way back.
import type { StructureDeed, StructureEdge, StructureNode } from '@ballast/contract/routes/structure'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { queries, server } from '../../app/server.ts'
import { act } from '../../ui/act.ts'
import { toast } from '../../ui/toasts.tsx'

export type { StructureDeed, StructureEdge, StructureNode }
export interface Narrow {
  readonly search?: string
  readonly kind?: StructureNode['kind']
  readonly documentId?: string
  readonly edited?: boolean
}
const PAGE = 100
const KEY = 'structure'

export const useThings = (narrow: Narrow) => {
  const query = useInfiniteQuery({
    queryKey: [KEY, 'list', narrow],
    queryFn: ({ signal, pageParam }) =>
      server.listStructure({ query: { ...narrow, limit: PAGE, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.nodes.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const all = query.data?.pages.flatMap(({ nodes }) => nodes) ?? []
  return {
    query,
    nodes: [...new Map(all.map((node) => [node.id, node])).values()],
    total: query.data?.pages[0]?.total ?? 0,
  }
}
export const usePicture = (narrow: Narrow, around: string | undefined) =>
  useQuery({
    queryKey: [KEY, 'picture', narrow, around],
    queryFn: ({ signal }) =>
      server.drawStructure({ query: { ...narrow, ...(around === undefined ? {} : { around }) } }, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  })
export const useThing = (id: string) =>
  useQuery({
    queryKey: [KEY, 'node', id],
    queryFn: ({ signal }) => server.readStructureNode({ params: { nodeId: id } }, signal),
    staleTime: 0,
  })
export const useEdits = () =>
  useQuery({ queryKey: [KEY, 'edits'], queryFn: ({ signal }) => server.listStructureEdits({}, signal), staleTime: 0 })
/** Things by a piece of their name, to link to or merge with. */
export const useFound = (search: string) =>
  useQuery({
    queryKey: [KEY, 'find', search],
    queryFn: ({ signal }) => server.listStructure({ query: { search, limit: 20 } }, signal),
    placeholderData: (before) => before,
  })

export const structureChanged = (): void => void queries.invalidateQueries({ queryKey: [KEY] })

export const undo = async (editId: string): Promise<void> => {
  await act(() => server.undoStructureEdit({ params: { editId }, body: {} }), i18next.t('structure.undone'))
  structureChanged()
}
/** False after a refusal, which was shown. */
export const change = async (deed: StructureDeed): Promise<boolean> => {
  const done = await act(() => server.editStructure({ body: { deed } }))
  structureChanged()
  if (done === null) return false
  const { id, deed: kind, label } = done.edit
  const back = { label: i18next.t('do.undo'), run: () => void undo(id) }
  toast(i18next.t(`structure.did.${kind}`, { label }), { act: back })
  return true
}
