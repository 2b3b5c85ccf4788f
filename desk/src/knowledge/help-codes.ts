// Codes of product help as the page reads them, and where their pictures and labels are.
import { useInfiniteQuery } from '@tanstack/react-query'
import { server } from '../app/server.ts'

export type HelpCode = Awaited<ReturnType<typeof server.listHelpCodes>>['codes'][number]

const PAGE = 100
/** More labels than a sheet takes at once. */
export const MOST_PRINTED = 100

export const useHelpCodes = (search: string) => {
  const query = useInfiniteQuery({
    queryKey: ['knowledge', 'help', search],
    queryFn: ({ signal, pageParam }) => {
      const found = search === '' ? {} : { search }
      return server.listHelpCodes({ query: { ...found, limit: PAGE, offset: pageParam } }, signal)
    },
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * PAGE < total ? pages.length * PAGE : undefined),
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const codes = query.data?.pages.flatMap((page) => page.codes) ?? []
  return { query, codes: [...new Map(codes.map((code) => [code.code, code])).values()] }
}

export const pictureOf = ({ code }: HelpCode, as: 'svg' | 'png'): string => `/api/help/codes/${code}/qr?as=${as}`
export const sheetOf = (codes: readonly string[], locale: string): string =>
  `/api/help/sheet?${new URLSearchParams({ codes: codes.join(','), locale })}`
