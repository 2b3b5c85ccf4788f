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
  /^,? [A-Z]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\d])/u,
  /^,? [A-Z]{2}(?![\p{L}\d])/u,
  /^,? \d{5}(?:-\d{4})?(?!\d)/u,
]
const NO_CITY =
  /^,? ?(?:Thanks|Please|Thank|Phone|Tel|Call|My|I|The|And|But|It|Can|Order|Name|Recipient|Email|Regards)\b/

/** Words that no street without capitals has: "100 times the ave", "2 nights in a row", "25 th august to 31 st". */
const PROSE =
  /^\d+ (?:st|nd|rd|th|sq|ft|kms?|miles?|times|pcs|x)\b| (?:a|the|to|in|by|on|of|is|it|and|or|not|would|give|go|down|get|for|my|your|via|with|from|but|we|up) /i
const SOFT =
  /\b(?:row|walk|way|place|court|drive|close|loop|circle|square|terrace|plaza|trail|place|pl|st|ct|sq|ter|cir|grove|gardens|alley|broadway)\.?$/i

/** Numbers with a common noun that sounds like a street: "2 road bikes", "4 way adapter". */
const isGoods = (match: RegExpExecArray): boolean => {
  if (!/^(?:\d|flat|apt|unit|suite|ste|room|floor|#)/i.test(match[0])) return false
  const street = match[0].replace(/^[^\d]*/, '')
  if (/^\d+ (?:st|nd|rd|th)\b/i.test(street)) return true
  if (/\p{Lu}/u.test(street)) return street === street.toUpperCase() && PROSE.test(street)
  const [number = ''] = street.split(' ')
  return (
    PROSE.test(street) || street.split(' ').length > 5 || (SOFT.test(street) ? number.length < 4 : number.length < 3)
  )
}
/** One cheap look before the forms. */
const HINT = new RegExp(
  `\\b(?:${SUFFIX}|box|calle|avenida|avda|plaza|paseo|carrera|via|viale|piazza|rua|rue|boulevard|bd|chemin|impasse|quai|route|cours)\\b|all[ée]e|stra(?:ß|ss)e|str\\.|weg|platz|gasse|ring|damm|ufer|chaussee`,
  'i',
)

/** Where the flat, city, state and postcode end that follow a street which ends at `from`. */
export const addressEnd = (text: string, from: number): number => {
  let at = from
  for (const form of FOLLOW) {
    const tail = text.slice(at, at + 80)
    if (NO_CITY.test(tail)) break
    at += form.exec(tail)?.[0].length ?? 0
  }
  return at
}

export const latinAddressesIn = (text: string): Finding[] => {
  if (!HINT.test(text)) return []
  const found: Finding[] = []
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      if (isGoods(match as RegExpExecArray)) continue
      const to = addressEnd(text, match.index + match[0].length)
      found.push({ from: match.index, to, type: 'address', score: 0.85 })
    }
  return found
}
