// Which rows of a long list of equal rows are in sight.
/** Rows [from, to) are drawn; three more on either side so that fast scrolling shows no blank. */
export const windowOf = (at: { top: number; height: number; rowHeight: number; count: number }, extra = 3) => {
  const first = Math.floor(at.top / at.rowHeight) - extra
  const from = Math.max(0, Math.min(first, at.count))
  const to = Math.min(at.count, Math.ceil((at.top + at.height) / at.rowHeight) + extra)
  return { from, to: Math.max(from, to) }
}
