// Which canned replies or colleagues fit the letters typed so far, best first. Pure.
import type { CannedReply } from '@ballast/contract/routes/workspace'

/** True when the letters come in this order, whatever stands between them. */
const inOrder = (letters: string, text: string): boolean => {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
const EXACT = 0
/** 0 fits best; `null` does not fit. */
const rankOf = (reply: CannedReply, wanted: string): number | null => {
  const [shortcut, title] = [reply.shortcut.toLowerCase(), reply.title.toLowerCase()]
  if (shortcut === wanted) return EXACT
  if (shortcut.startsWith(wanted)) return 1
  if (title.startsWith(wanted)) return 2
  if (shortcut.includes(wanted) || title.includes(wanted)) return 3
  if (reply.text.toLowerCase().includes(wanted)) return 4
  return inOrder(wanted, shortcut) || inOrder(wanted, title) ? 5 : null
}
const tongue = (locale: string | null): string => (locale ?? '').split('-')[0]?.toLowerCase() ?? ''
const farness = (reply: CannedReply, locale: string | null): number =>
  reply.locale === null ? 1 : tongue(reply.locale) === tongue(locale) ? 0 : 2

/** `locale`: the customer's. A shortcut typed in full comes first, then their language, then no language, then others. */
export const offerReplies = (replies: readonly CannedReply[], words: string, locale: string | null): CannedReply[] => {
  const wanted = words.toLowerCase()
  return replies
    .flatMap((reply) => {
      const rank = rankOf(reply, wanted)
      return rank === null ? [] : [{ reply, rank, far: rank === EXACT ? -1 : farness(reply, locale) }]
    })
    .sort((a, b) => a.far - b.far || a.rank - b.rank || (a.reply.shortcut < b.reply.shortcut ? -1 : 1))
    .map(({ reply }) => reply)
}

export const offerNames = <T extends { readonly name: string }>(people: readonly T[], words: string): T[] => {
  const wanted = words.toLowerCase()
  const starts = (name: string) => name.split(/\s+/).some((part) => part.startsWith(wanted))
  return people
    .map((person) => ({ person, name: person.name.toLowerCase() }))
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => Number(starts(b.name)) - Number(starts(a.name)) || (a.name < b.name ? -1 : 1))
    .map(({ person }) => person)
}
