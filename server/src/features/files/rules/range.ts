// One byte range of a file, as players ask when they seek. RFC 9110, 14.2.

/** Null: the whole. `none`: nothing of the file is asked for. `to` is the last byte. */
export const rangeOf = (
  header: string | undefined,
  length: number,
): { readonly from: number; readonly to: number } | 'none' | null => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (from >= length || (first === '' && Number(last) === 0)) return 'none'
  return from > to ? null : { from, to }
}
