// Text to features: one pass, no regular expression that could run away. Shared by the classifier and by search indexes.
import { canonicalHan, canonicalLatin } from './canonical.ts'

const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)

/** Longest text that is looked at, in UTF-16 code units; what follows cannot change the meaning of a chat line. */
export const READ_AT_MOST = 600

/** Compatibility forms folded, lower case, apostrophes dropped, colloquial Chinese written out, cut to what is read. */
export const fold = (text: string): string =>
  canonicalHan(text.slice(0, READ_AT_MOST).normalize('NFKC').toLowerCase().replace(/['’`]/g, ''))

/** Runs of Latin letters and digits, and runs of Han characters, in order. */
export const runs = (folded: string): { readonly han: boolean; readonly text: string }[] => {
  const found: { han: boolean; text: string }[] = []
  let start = 0
  let kind = 0
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : 0
    const now = isHan(code) ? 2 : isWord(code) ? 1 : 0
    if (now === kind) continue
    if (kind) found.push({ han: kind === 2, text: folded.slice(start, i) })
    start = i
    kind = now
  }
  return found
}

const SLANG: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ty: 'thanks',
  wheres: 'where is',
  whats: 'what is',
  whens: 'when is',
  hows: 'how is',
  doesnt: 'does not',
  dont: 'do not',
  cant: 'can not',
  cannot: 'can not',
  isnt: 'is not',
  hasnt: 'has not',
  havent: 'have not',
  didnt: 'did not',
  im: 'i am',
  ive: 'i have',
  id: 'i would',
  oder: 'order',
  ordr: 'order',
  orders: 'order',
  refnd: 'refund',
  cancle: 'cancel',
  adress: 'address',
  addres: 'address',
  shippng: 'shipping',
  shiping: 'shipping',
  delivry: 'delivery',
  parcle: 'parcel',
  recieve: 'receive',
  recieved: 'received',
  untill: 'until',
  sth: 'something',
  guys: '',
  colour: 'color',
  colours: 'color',
  colors: 'color',
  instalment: 'installment',
  instalments: 'installment',
  installments: 'installment',
}

/** English words reduced a little: plural and -ing, -ed endings. */
const stem = (word: string): string => {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('es')) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  if (word.length > 4 && word.endsWith('e')) return word.slice(0, -1)
  return word
}

/** The stemmed Latin words of a text, slang and frequent misspellings written out. */
export const words = (folded: string): string[] =>
  runs(folded)
    .filter((run) => !run.han)
    .flatMap((run) => (Object.hasOwn(SLANG, run.text) ? SLANG[run.text]!.split(' ') : [run.text]))
    .filter(Boolean)
    .map((word) => stem(canonicalLatin(word)))

/** Single Han characters (`单`) and pairs (`订单`) of a text. */
export const hanGrams = (folded: string): string[] =>
  runs(folded)
    .filter((run) => run.han)
    .flatMap(({ text }) => {
      const grams: string[] = []
      for (let i = 0; i < text.length; i++) {
        grams.push(text[i]!)
        if (i + 1 < text.length) grams.push(text.slice(i, i + 2))
      }
      return grams
    })

/** What the classifier sees: terms, pairs of words, and the ends and trigrams of words for misspellings. */
export const features = (folded: string): string[] => {
  const list = words(folded)
  const found = [...list, ...hanGrams(folded)]
  for (let i = 0; i + 1 < list.length; i++) found.push(`${list[i]} ${list[i + 1]}`)
  for (const word of list) {
    if (word.length < 5) continue
    for (let i = 0; i + 3 <= word.length; i++) found.push(`~${word.slice(i, i + 3)}`)
  }
  return found
}
