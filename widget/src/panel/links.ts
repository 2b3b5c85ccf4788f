// Finds web addresses in plain text. Only http and https ever become links; everything else stays text.
/** How every link out of a conversation opens. */
export const LINK = { target: '_blank', rel: 'noopener nofollow' } as const

export type Piece = { readonly text: string; readonly href?: string }

const ADDRESS = /https?:\/\/[^\s<>"'，。；！？、）】》「」]+/gi
const TRAILING = /[.,;:!?)\]}]+$/

/** `https://…` or a path on this server; what the contract calls a SafeUrl, checked again before it reaches an attribute. */
export const safeUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^(https?:\/\/|\/)[^\s<>"]*$/i.test(url) ? url : undefined

/** A closing bracket belongs to the address only when its opening one does. */
const trimTail = (address: string): string => {
  const tail = TRAILING.exec(address)?.[0]
  if (tail === undefined) return address
  return address.includes('(') && tail.startsWith(')')
    ? address.slice(0, address.length - tail.length + 1)
    : address.slice(0, -tail.length)
}

export const splitLinks = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimTail(match[0])
    if (!URL.canParse(address)) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: address, href: address })
    from = match.index + address.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
