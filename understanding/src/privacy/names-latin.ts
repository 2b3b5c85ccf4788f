// Names in Latin letters in context: "my name is …", "Sincerely, …", "Recipient: …", "Mr …", and the same in Spanish,
// German and French.
import type { Finding } from './candidate.ts'
import { isBrand, isGivenName } from './given-names.ts'

const UPPER = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,24}"
const PARTICLE = '(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ben|dos)'
/** Capitalised words, particles between them: at most five. */
const NAME = new RegExp(`^${UPPER}\\.?(?: (?:${PARTICLE} ){0,2}${UPPER}){0,3}`, 'u')
const LOWER = /^\p{L}[\p{L}\p{M}'’-]{1,20}(?: \p{L}[\p{L}\p{M}'’-]{1,20})?/u

interface Opening {
  readonly form: RegExp
  /** May the name be written without capitals? */
  readonly lower?: boolean
  /** At least this many words, unless a known given name opens it. */
  readonly words: number
  readonly score: number
}
const OPENINGS: readonly Opening[] = [
  { form: /\bmy (?:full |real )?name(?:'s| is|:)\s{0,2}/gi, lower: true, words: 1, score: 0.95 },
  {
    form: /\b(?:me llamo|mi nombre es|ich heiße|ich heisse|mein name ist|je m['’]appelle|mon nom est|mi chiamo|meu nome é) /giu,
    words: 1,
    score: 0.95,
  },
  { form: /\b(?:full |customer |recipient |receiver |account |first |last )?name ?[:：] ?/gi, words: 1, score: 0.9 },
  { form: /\b(?:customer|recipient|receiver|cardholder|account holder) name(?: is| to)? /gi, words: 1, score: 0.9 },
  {
    form: /\b(?:recipient|consignee|receiver|account holder|cardholder|card holder|contact person|attn|signed by|signature)(?: is|[:：]) ?/gi,
    words: 1,
    score: 0.9,
  },
  { form: /\bname on the (?:account|card|order)\?? (?:is |user: )?/gi, words: 1, score: 0.85 },
  { form: /\b(?:maiden|middle|family) name(?: is|:) /gi, words: 1, score: 0.88 },
  { form: /\b(?:under|in) the name(?: of)? /gi, words: 1, score: 0.85 },
  { form: /\byour name\? (?:user: )?/gi, words: 1, score: 0.9 },
  { form: /\bdr\.? /gi, words: 2, score: 0.85 },
  { form: /\bname to /gi, words: 1, score: 0.85 },
  { form: /\b(?:ship|deliver|send|addressed) (?:it |this )?to /gi, words: 2, score: 0.8 },
  { form: /\b(?:i['’]m|i am|this is|it['’]s) /gi, words: 2, score: 0.8 },
  { form: /\bcall me /gi, words: 2, score: 0.8 },
  {
    form: /(?:sincerely|(?:kind |best |warm |many )?regards|yours truly|yours faithfully|grüßen|grüße|gruß|cordialement|saludos|atentamente)\s?,\s{0,3}/giu,
    words: 1,
    score: 0.9,
  },
  { form: /(?:^|[.!?\n] ?)(?:thanks|thank you|cheers|best),?\s?[,\n]\s{0,2}/gi, words: 2, score: 0.8 },
  { form: /\b(?:mrs|mr|ms|herr|frau|monsieur|madame|señora?|sra?)\b\.? /giu, words: 1, score: 0.88 },
]

const NOT_NAMES = new Set(
  (
    'a an the on in at not no wrong my your our his her their required missing still very so really just happy sad angry mad upset fed sick tired ' +
    'prime member members vip chinese english german french spanish american indian british european london paris berlin store another great good bad ' +
    'service customer support team amazon ebay apple google samsung waiting urgent ridiculous broken again monday tuesday wednesday thursday friday saturday ' +
    'sunday tomorrow today back when asap please bye ok okay will do thanks regards vegan vegetarian new old lost done sorry sure here there order refund ' +
    'bean coffee pepper martens meyers muscle potato clean robot misspelled spelled incorrect field invalid changed different same too also about unacceptable looking trying confirmation booking number phone email last first name mobile cell ' +
    'going having being getting from with for and but or is was are were it this that what which who how me you we they us field address customer dear sir madam'
  ).split(' '),
)
const STREETS =
  /^(?:street|road|avenue|lane|city|town|county|university|school|hotel|inc|ltd|llc|gmbh|store|shop|company)$/i
const plain = (word: string) => word.toLowerCase().replace(/[.,'’]+$/, '')

/** The name ends before a word of an address ("Yudina Apt. 675") and before a number. */
const UNITS = /^(?:apt|apartment|suite|ste|unit|flat|box|psc|street|road|avenue|lane)$/i
const cutAtUnit = (name: string): string => {
  const parts = name.split(' ')
  const unit = parts.findIndex((part) => UNITS.test(plain(part)))
  return unit < 0 ? name : parts.slice(0, unit).join(' ')
}

const capitalised = (tail: string, words: number): number => {
  const name = cutAtUnit(NAME.exec(tail)?.[0] ?? '')
  if (name === '') return 0
  const parts = name.split(' ')
  if (parts.some((part) => NOT_NAMES.has(plain(part)) || STREETS.test(plain(part)))) return 0
  if (parts.filter((part) => /^\p{Lu}/u.test(part)).length < words) return 0
  const shouting = name.length > 3 && name === name.toUpperCase() && words > 1
  if (shouting || /^\p{L}/u.test(tail.slice(name.length))) return 0
  return name.replace(/(?<=\p{L}{3})\.$|['’]s$|[-'’]+$/u, '').length
}
const lowerCase = (tail: string): number => {
  const words = LOWER.exec(tail)?.[0].split(' ') ?? []
  const first = words[0]
  if (!first || NOT_NAMES.has(plain(first))) return 0
  const second = words[1]
  return second && !NOT_NAMES.has(plain(second)) ? first.length + 1 + second.length : first.length
}

/** "Melissa Oliveira": a common given name, perhaps an initial, and a capitalised word, in no context at all. */
const PAIR = new RegExp(`(?<![\\p{L}\\d@])(${UPPER})(?: \\p{Lu}\\.?){0,2} ${UPPER}`, 'gu')
const pairs = (text: string): Finding[] => {
  const found: Finding[] = []
  for (const match of text.matchAll(PAIR)) {
    if (!isGivenName(match[1]!) || isBrand(match[0])) continue
    const length = capitalised(text.slice(match.index, match.index + 80), 2)
    if (length > match[1]!.length) found.push({ from: match.index, to: match.index + length, type: 'name', score: 0.8 })
  }
  return found
}

const LINE = new RegExp(
  `(?<=^|\\n)[> ]{0,2}(${UPPER}(?: {1,2}(?:(?:${PARTICLE}) )?(?:\\p{Lu}\\.?(?= )|${UPPER})){1,3})(?=\\s*\\n)`,
  'gu',
)
/** A letterhead: the first line, before a telephone, an e-mail or a postal address, and the same line again. */
const letterhead = (text: string, others: readonly Finding[]): Finding[] => {
  if (!text.includes('\n') || !others.some((one) => ['phone', 'email', 'address'].includes(one.type))) return []
  const lines = [...text.matchAll(LINE)]
  const first = lines[0]
  if (!first || first.index > 0 || first[1]!.split(/ +/).some((part) => NOT_NAMES.has(plain(part)))) return []
  return lines
    .filter((line) => line[1] === first[1])
    .map((line) => {
      const from = line.index + line[0].indexOf(line[1]!)
      return { from, to: from + line[1]!.length, type: 'name', score: 0.8 }
    })
}

/** One cheap look before the openings. */
const HINT =
  /name|llamo|nombre|hei(?:ß|ss)e|appelle|mon nom|chiamo|nome|recipient|consignee|receiver|holder|contact|attn|signed|signature|(?:ship|deliver|send|addressed) |i['’]m|i am|this is|it['’]s|call me|sincerely|regards|truly|faithfully|gr(?:ü|u)|cordialement|saludos|atentamente|thank|cheers|best|\b(?:mrs?|ms|dr|herr|frau|monsieur|madame|se[ñn]ora?|sra?)\b|\n/i
const MAX_PAIRED = 5000

export const latinNamesIn = (text: string, others: readonly Finding[]): Finding[] => {
  const found: Finding[] = [...letterhead(text, others), ...(text.length <= MAX_PAIRED ? pairs(text) : [])]
  if (!HINT.test(text)) return found
  const capitals = /\p{Lu}/u.test(text)
  for (const { form, lower, words, score } of OPENINGS) {
    if (!capitals && !lower) continue
    for (const match of text.matchAll(form)) {
      const from = match.index + match[0].length
      const tail = text.slice(from, from + 100)
      const length = capitalised(tail, words) || (lower ? lowerCase(tail) : 0)
      if (length > 0) found.push({ from, to: from + length, type: 'name', score })
    }
  }
  const signed = SIGNED_ALONE.exec(text)
  if (signed) {
    const from = signed.index + signed[0].length - signed[1]!.length
    if (capitalised(signed[1]!, 2) === signed[1]!.length)
      found.push({ from, to: text.length, type: 'name', score: 0.75 })
  }
  return found
}
/** A line of its own at the end of a letter. */
const SIGNED_ALONE = /\n\s{0,3}(\p{Lu}[\p{L}'’-]{1,20} \p{Lu}[\p{L}'’-]{1,20})$/u
