// Postal addresses in Latin script: street and number in either order, unit, city, region, postcode.
import type { AddressPart, AddressSpan, PartType } from './address-span.ts'

const W = "[\\p{L}][\\p{L}\\d'’.-]*"
const STREET_WORD =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|ter|way|highway|hwy|parkway|pkwy|circle|cir|close|crescent|cres|gardens|gdns|mews|row|walk|hill|grove|trail|loop|alley|quay|broadway|embankment'
const UNIT = '(?:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|#)\\.?\\s?#?[a-z]?\\d{0,5}[a-z]?(?![a-z\\d])'
const STATES =
  'al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|nsw|vic|qld|tas|act|on|qc|bc|ab|mb|sk|ns|nb|california|texas|florida|new york|illinois|washington|ontario|quebec|victoria'
const POSTCODE =
  '[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[a-z]{2}|[a-z]\\d[a-z]\\s?\\d[a-z]\\d|\\d{5}(?:-\\d{4})?|\\d{4}\\s?[a-z]{2}(?![a-z])|\\d{4}'
const CITY = `${W}(?:\\s${W}){0,2}`
const SEP = '(?:\\s*,\\s*|\\s+)'

/** City, region and postcode, in the orders of English-speaking countries or with the postcode first. */
const TAIL = `(?:${SEP}(?:(?<post1>\\d{4,5}(?:\\s[a-z]{2})?)\\s(?<city1>${CITY})|(?<city2>${CITY}?)(?:,?\\s(?<region2>${STATES}))?,?\\s(?<post2>${POSTCODE})(?![\\d\\p{L}])|(?<=,\\s?)(?<city3>${CITY}),?\\s(?<region3>${STATES})(?![\\p{L}])|(?<=,\\s?)(?<city4>${CITY})(?=\\s*(?:$|[.,;!?\\n]))))?`

const ENGLISH = `(?:(?<unit1>${UNIT})${SEP})?(?<number>\\d{1,6}[a-z]?(?:-\\d{1,5})?),?\\s(?<road>(?:${W}\\s){1,4}?(?:${STREET_WORD})\\.?(?![\\p{L}])(?:\\s(?:nw|ne|sw|se|n|s|e|w|north|south|east|west)\\.?(?![\\p{L}]))?)(?:${SEP}(?<unit2>${UNIT}))?${TAIL}`
const GERMANIC = `(?<road>${W}(?:\\s${W})?(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|damm|ring|ufer|straat|laan|plein|gracht|kade|dijk|gatan|gata|vägen|vegen|veien|gade|vænget|vej|katu|kuja|utca)|(?:${W}\\s)?(?:straße|strasse|platz|allee|weg|utca|u\\.|út|tér|kapu))\\s(?<number>\\d{1,4}\\s?[a-z]?)(?![\\p{L}\\d])${TAIL}`
const FRENCH = `(?<number>\\d{1,4}(?:\\s?(?:bis|ter|quater))?),?\\s(?<road>(?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square)\\s(?:(?:de|du|des|la|le|les|d|l)\\s|(?:d|l)['’])*${W}(?:[\\s-](?!\\d)${W}){0,4}?)(?=\\s*(?:,|\\d{5}|$|[.;!?\\n]))${TAIL}`
const ROMANCE = `(?<![\\p{L}])(?<road>(?:calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|carrer|via|viale|piazza|corso|rua|praça|travessa|largo|jalan|jl\\.)\\s?(?:(?:de|del|della|la|las|los|do|da|dos|das)\\s)*${W}(?:\\s(?!\\d)${W}){0,4}?),?\\s(?:n(?:[ºo°.]|um)\\.?\\s?)?(?<number>\\d{1,5}\\s?[a-z]?)(?![\\p{L}\\d])${TAIL}`
/** Any street at all, when a flat or a suite with its number follows. */
const FLAT = `(?<number>\\d{1,6}),?\\s(?<road>(?:${W}\\s){0,3}${W}(?:\\s\\d{1,5})?)${SEP}(?<unit2>(?:apt|apartment|suite|ste)\\.?\\s?#?\\d{1,5}[a-z]?(?![a-z\\d]))${TAIL}`
const BOX = `(?<box>p\\.?\\s?o\\.?\\s?box\\s\\d{1,6})${TAIL}`

const PATTERNS = [ENGLISH, FRENCH, ROMANCE, GERMANIC, FLAT, BOX].map(
  (source) => new RegExp(`(?<![\\p{L}\\d])${source}`, 'dgiu'),
)

const TYPES: Readonly<Record<string, PartType>> = {
  unit1: 'unit',
  unit2: 'unit',
  number: 'road-number',
  road: 'road',
  city1: 'city',
  city2: 'city',
  city3: 'city',
  city4: 'city',
  region2: 'region',
  region3: 'region',
  post1: 'postcode',
  post2: 'postcode',
  box: 'po-box',
}
/** Words before "way", "place" or "court" that make talk of it: "3 days to drive", "2 in place". */
const TALK =
  /\b(?:days?|weeks?|hours?|minutes?|times?|orders?|items?|pairs?|pieces?|to|is|are|was|my|your|the|of|in|it|for|and|or|not|no|any|this|that|by|on|you|we|i)\b/i

const partsOf = (match: RegExpExecArray): AddressPart[] => {
  const places = match.indices?.groups ?? {}
  return Object.entries(TYPES)
    .flatMap(([name, type]) => {
      const place = places[name]
      return place && place[1] > place[0] ? [{ type, start: place[0], end: place[1] }] : []
    })
    .sort((a, b) => a.start - b.start)
}

const spanOf = (match: RegExpExecArray): AddressSpan | null => {
  const { road } = match.groups!
  if (road && match.groups!.number && TALK.test(road)) return null
  const parts = partsOf(match)
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) return null
  const score = Math.min(1, 0.5 + 0.15 * (parts.length - 2))
  return { start: first.start, end: last.end, style: 'western', score, parts }
}

const HINT = /\d/
const WORDS = new RegExp(
  `(?:${STREET_WORD}|stra|str\\.|weg|platz|allee|gasse|damm|ring|ufer|laan|plein|gracht|kade|dijk|gatan|vägen|gade|vej|rue|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|calle|c/|av|plaza|paseo|carrer|via|piazza|corso|rua|praça|travessa|largo|jalan|jl|box|apt|apartment|suite|katu|kuja|gata|vegen|veien|vænget|utca|u\\.|út|tér|kapu)`,
  'iu',
)

export const findWesternAddresses = (text: string): AddressSpan[] => {
  if (!HINT.test(text) || !WORDS.test(text)) return []
  const spans: AddressSpan[] = []
  for (const pattern of PATTERNS) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const span = spanOf(match)
      if (span && spans.every((other) => other.end <= span.start || other.start >= span.end)) spans.push(span)
      if (match[0].length === 0) pattern.lastIndex++
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}
