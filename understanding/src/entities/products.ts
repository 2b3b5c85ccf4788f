// Which goods are meant: an article number, or a pointer such as 这款, 第二个, the last one.
import type { Finds, ProductEntity, Reading } from './entity.ts'
import { hanNumber } from './numerals.ts'
import { DIGIT, eachMatch, LATIN, POINTER } from './reading.ts'

const NAMED =
  /(?:货号|款号|型号|商品编号|商品编码|编码|sku|item (?:no|number|code)|article(?: no| number)?|art|model(?: no| number)?|style(?: no| number)?)\.?\s?(?:是|为|is|[:#=])?\s?([a-z0-9](?:[a-z0-9-]{1,23}[a-z0-9]))(?![a-z0-9])/g
const SHAPED = /(?<![a-z0-9-])[a-z]{2,6}-[a-z0-9]{2,10}(?:-[a-z0-9]{1,8}){0,3}(?![a-z0-9-])/g
const HAN_POINTER =
  /(?:(?<this>这一?|此|该)|(?<that>那一?))(?<many>几)?(?:款|双|条|台|部|瓶|盒|套|张|本|支|把|顶|件(?!事)|只(?!是|有|能|要)|种|个(?!月|星期|礼拜|时候|人|问题|订单|单|快递|包裹|意思|地方|周))|(?<previous>刚才|刚刚|上面|前面|上一|之前)(?:看的|说的|发的|推荐的)?(?:那|这)?一?(?:个|款|件|双|条)(?!月|星期|礼拜|周|问题|单|订单|快递|人|客服)|第(?<nth>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|款|件|双|条|张|种)(?!月|星期|礼拜|问题|订单|包裹|快递)|最后一?(?<last>个|款|件|双|条)/g
const LATIN_POINTER =
  /(?<![a-z])(?:(?<this>this|these)(?= one| item| product| model| shirt| dress| jacket| bag| shoes?| pair| colour| color|\?|$)(?: one| item| product| model)?|(?<that>that|those) (?:one|ones|item|product|model)|(?:the |my )?(?<previous>previous|earlier) (?:one|item|product)|the (?<nth>first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) (?:one|item|product|option|link|picture|photo)|the (?<last>last|final) (?:one|item|product|option))(?![a-z])/g
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

const addNumber = (finds: Finds, written: string, start: number): void => {
  const end = start + written.length
  if (/\d/.test(written) && finds.free(start, end))
    finds.add({ kind: 'product', start, end, value: written.toUpperCase() })
}

const nthOf = (written: string): number => {
  const word = ORDINALS.indexOf(written)
  if (word >= 0) return word + 1
  return /^\d/.test(written) ? Number.parseInt(written, 10) : (hanNumber(written) ?? 0)
}

const addPointer = (finds: Finds, match: RegExpExecArray): void => {
  const start = match.index
  const end = start + match[0].length
  const groups = match.groups!
  if (!finds.free(start, end)) return
  const kind = groups.this ? 'this' : groups.that ? 'that' : groups.previous ? 'previous' : 'nth'
  const nth = kind === 'nth' ? (groups.last ? -1 : nthOf(groups.nth!)) : undefined
  if (nth === 0) return
  const found: ProductEntity = { kind: 'product', start, end, value: kind, reference: kind }
  finds.add(nth === undefined ? found : { ...found, nth })
}

export const findProducts = ({ text, flags, options }: Reading, finds: Finds): void => {
  if (flags & DIGIT) {
    eachMatch(NAMED, text, (match) => addNumber(finds, match[1]!, match.index + match[0].length - match[1]!.length))
    if (text.includes('-')) eachMatch(SHAPED, text, (match) => addNumber(finds, match[0], match.index))
    if (options.productPatterns?.length)
      eachMatch(/[a-z0-9][a-z0-9._-]{1,39}/g, text, (match) => {
        if (options.productPatterns!.some((pattern) => pattern.test(match[0]))) addNumber(finds, match[0], match.index)
      })
  }
  if (flags & POINTER) eachMatch(HAN_POINTER, text, (match) => addPointer(finds, match))
  if (flags & LATIN && /th[aeio]|previous|earlier/.test(text))
    eachMatch(LATIN_POINTER, text, (match) => addPointer(finds, match))
}
