// Western addresses without a known street word: a house number and the chain of names, units, states and postcodes that
// follows it, where the words before it say "address", a unit ("Apt. 12") stands in it, or it fills lines of its own.
import { addressEnd } from './address-latin.ts'
import type { Finding } from './candidate.ts'

const LINK = '(?:[ ,>]{1,3}|\\s{0,2}[\\n][ ,>]{0,3}|,? ?\\n,? ?)'
const UNIT =
  '(?:[Aa]pt\\.?|[Aa]partment|[Ss]uite|[Ss]te\\.?|[Uu]nit|[Ff]lat|[Bb]ox|[Ff]loor|[Rr]oom|#) ?#?\\d[\\w-]{0,6}'
const TOKEN = `(?:${UNIT}|\\d[\\d/-]{0,6}[a-z]?\\.?(?![\\d(x])|C/|\\p{Lu}[\\p{L}\\p{M}'’./-]{0,30}(?![\\p{L}\\d])|\\(\\p{Lu}[\\p{L} ]{1,20}\\)|nan|(?:ul|rue|rua|rúa|via|de|del|della|des|du|der|den|di|da|do|la|le|las|los|el|na|och|og|of|útja?|út|tér|utca|u)\\b\\.?)`
const CHAIN = new RegExp(
  `^(?:(?:unit|psc) \\d{1,5},? box \\d{1,6}|\\d{1,6}[a-z]?(?:-\\d{1,4})?)(?:${LINK}${TOKEN}){1,14}`,
  'iu',
)
const CASED = new RegExp(CHAIN.source, 'u')
/** Where another line of a letterhead begins: not part of the address. */
const OTHER =
  /[\s,>]+(?:Mobile|Phone|Desk|Fax|Tel|Office|E-?mail|Email|Thanks|Thank|Please|I|The|My|And|But|Website|Order|Regards|It|Can|Is)\b/u
const HAS_UNIT = /[ ,>\n](?:apt\.?|apartment|suite|ste\.?|unit|flat) ?#?\d/iu
const MILITARY =
  /(?:(?:PSC|Unit) \d{1,5},? Box \d{1,6}|US(?:NS|S|CGC|NV) \p{Lu}[\p{L}-]{1,20})[\s,>]{1,3}(?:APO|FPO|DPO) A[AEP] \d{5}/giu
const OPENING =
  /(?:\baddress(?: of [^\n]{1,60}?)?(?: is| to| with|:)|\boffice is at|\bsent to\?(?: user:)?|\b(?:ship|send|deliver)(?: it| this)? to|\blocated at|\blives? at|\bmoved to|\bone to|\bresid(?:e|ing) at)\s{1,2}(?:the corner of )?$/iu
const START = /(?<![\p{L}\p{N}$€£#.:/+-])\d{1,6}[a-z]?(?:-\d{1,4})? (?=[\p{L}\d])/giu
const POSTCODE = /(?:^|[ \n])[A-Z]{0,2}-?\d{3,5}(?: \d{2,3})?$/u
const REACH = 160
const MAX_STARTS = 200

const lettersIn = (text: string) => (text.match(/\p{L}{3,}/gu) ?? []).length

/** The chain from `from`, cut where a new line of another kind or an end of sentence begins. */
const chainAt = (text: string, from: number, called: boolean): string => {
  const tail = text.slice(from, from + REACH)
  const found = (CASED.exec(tail) ?? (called ? CHAIN.exec(tail) : null))?.[0] ?? ''
  const other = OTHER.exec(found)
  const cut = other ? found.slice(0, other.index) : found
  // A telephone on the next line is no postcode.
  return cut.replace(/\n[ >]*\d[\d ()/-]{7,}$/, '').replace(/[\s,>.-]+$/, '')
}
const isAddress = (chain: string, before: string, called: boolean): boolean => {
  if (lettersIn(chain) === 0) return false
  if (called || HAS_UNIT.test(chain)) return true
  return chain.includes('\n') && /(?:^|\n)[ >]*$/.test(before) && POSTCODE.test(chain)
}

export const freeAddressesIn = (text: string): Finding[] => {
  const found: Finding[] = []
  for (const match of text.matchAll(MILITARY))
    found.push({ from: match.index, to: match.index + match[0].length, type: 'address', score: 0.9 })
  let past = 0
  let starts = 0
  for (const match of text.matchAll(START)) {
    if (match.index < past || starts++ > MAX_STARTS) continue
    const before = text.slice(Math.max(0, match.index - 90), match.index)
    const called = OPENING.test(before)
    const chain = chainAt(text, match.index, called)
    if (chain === '' || !isAddress(chain, before, called)) continue
    past = addressEnd(text, match.index + chain.length)
    found.push({ from: match.index, to: past, type: 'address', score: 0.86 })
  }
  return found
}
