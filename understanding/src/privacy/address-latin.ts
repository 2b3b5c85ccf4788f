// Western postal addresses: number and street (English, French), street and number (German, Spanish), post office boxes,
// and what follows them: flat, city, state, postcode, country. Bounded patterns applied one after the other.
import type { Finding } from './candidate.ts'

const WORD = "[\\p{Lu}\\d][\\p{L}\\p{M}\\d'’.-]{0,20}"
const SUFFIX =
  'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|sq|terrace|ter|parkway|pkwy|way|close|crescent|loop|circle|cir|highway|hwy|alley|row|walk|gardens|grove|mews|quay|trail|plaza|broadway'
const UNIT = '(?:flat|apt\\.?|apartment|unit|suite|ste\\.?|room|floor|#) ?[0-9a-z-]{1,6}'
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d$€£#.-])(?:${UNIT}, ?)?\\d{1,5}[A-Za-z]?(?:-\\d{1,4})? (?:(?:north|south|east|west|[NSEW])\\.? )?(?:${WORD} ){1,4}?(?:${SUFFIX})\\b\\.?(?: (?:north|south|east|west|[NSEW]|NE|NW|SE|SW)\\b)?`,
    'giu',
  ),
  /(?<![\p{L}\d])p\.? ?o\.? ?box \d{1,6}/giu,
  /(?<![\p{L}\d])(?:calle|avenida|avda\.?|plaza|paseo|carrera|via|viale|piazza|rua)(?: (?:de|del|la|las|los|el|da|do))*(?: \p{Lu}[\p{L}\p{M}'’.-]{1,20}){1,4},? \d{1,4}[a-z]?(?![\d.,]\d)/giu,
  /(?<![\p{L}\d])\p{Lu}[\p{L}-]{1,24}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee)(?: |(?<=\.))\d{1,4} ?[a-z]?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|impasse|allée|quai|route|cours)(?: (?:de|du|des|la|le|les|l['’]|d['’]))*(?: ?[\p{Lu}][\p{L}\p{M}'’-]{1,24}){1,4}/gu,
]

/** What may stand after the street, in this order, each at most once or twice. */
const CITY = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{1,20})(?: \\p{Lu}[\\p{L}\\p{M}'’.-]{1,20}){0,2}(?![\\p{L}\\d])"
const UK = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}'
const FOLLOW: readonly RegExp[] = [
  new RegExp(`^(?:,? ?|\\s{1,2})${UNIT}(?![\\p{L}\\d])`, 'iu'),
  new RegExp(`^(?:,|\\s)\\s{0,2}\\d{4,5} ${CITY}`, 'u'),
  new RegExp(`^(?:,\\s{0,2}|\\s)${CITY}(?=,? ${UK}|,? [A-Z]{2},? [A-Z\\d])`, 'u'),
  new RegExp(`^, ?${CITY}`, 'u'),
  new RegExp(`^, ?${CITY}`, 'u'),
  new RegExp(`^,? ${UK}(?![A-Z\\d])`, 'u'),
  /^,? [A-Z]{2},? (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\d)/u,
  /^,? [A-Z]{2}(?![\p{L}\d])/u,
  /^,? \d{5}(?:-\d{4})?(?!\d)/u,
]
const NO_CITY =
  /^,? ?(?:Thanks|Please|Thank|Phone|Tel|Call|My|I|The|And|But|It|Can|Order|Name|Recipient|Email|Regards)\b/

const STREETLIKE = /^\d{1,2} (?:\p{Ll}+ )*\p{Ll}+$/u

/** Numbers with a common noun that sounds like a street: "2 road bikes", "4 way adapter". */
const isGoods = (text: string, match: RegExpExecArray): boolean =>
  STREETLIKE.test(match[0]) ||
  (/^ \p{Ll}{3,}/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 5)) &&
    /\b(?:row|walk|way|place|court|drive|close|loop)$/i.test(match[0]) &&
    !/\p{Lu}/u.test(match[0]))

const endOf = (text: string, from: number): number => {
  let at = from
  for (const form of FOLLOW) {
    const tail = text.slice(at, at + 80)
    if (NO_CITY.test(tail)) break
    at += form.exec(tail)?.[0].length ?? 0
  }
  return at
}

export const latinAddressesIn = (text: string): Finding[] => {
  const found: Finding[] = []
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      if (isGoods(text, match as RegExpExecArray)) continue
      const to = endOf(text, match.index + match[0].length)
      found.push({ from: match.index, to, type: 'address', score: 0.85 })
    }
  return found
}
