// Codes an appliance or an app shows when it fails: E-13, 0x80070005, HTTP 404, 错误代码 5003, ERR_TIMED_OUT.
import type { Finds, Reading } from './entity.ts'
import { DIGIT, eachMatch, LATIN, TROUBLE } from './reading.ts'

const HEX = /(?<![a-z0-9])0x[0-9a-f]{4,16}(?![a-z0-9])/g
const HTTP =
  /(?<![a-z0-9])http(?:s)?(?: error| status)?(?: code)?\s?([1-5]\d{2})(?!\d)|(?<!\d)([45]\d{2})(?= (?:not found|error|forbidden|bad gateway|internal)|错误|页面|报错)/g
const SYMBOL =
  /(?<![a-z0-9_])(?:err|error|e)_[a-z0-9_]{2,40}|(?<![a-z0-9])e[a-z]{3,14}(?:refused|timedout|notfound|reset)(?![a-z])/g
const TOLD =
  /(?:(?:错误|故障|报错|异常|返回|提示)(?:代?码|码|号|提示)?|(?:error|fault|failure|err)(?: code| number| no\.?)?|(?:error|fault) message|(?<!post |zip |promo |discount |verification |gift )code)\s?(?:是|为|显示|is|was|says|[:#=]){0,2}\s?([a-z]{0,4}[-_ ]?\d{1,6}(?:[.-][a-z0-9]{1,4})?)(?![a-z0-9年月日天个次号])/g
const SHORT = /(?<![a-z0-9.-])(?:e|er|f|h|p|u)-?\d{1,4}(?![a-z0-9-])/g

const add = (finds: Finds, start: number, written: string): void => {
  const end = start + written.length
  if (!finds.free(start, end)) return
  finds.add({
    kind: 'error',
    start,
    end,
    value: /^0x/.test(written) ? `0x${written.slice(2).toUpperCase()}` : written.toUpperCase().replace(' ', '-'),
  })
}

const wordsOfTrouble = /错误|故障|报错|异常|显示|提示|代码|error|fault|code|display|show|fail|blink|screen/

/** E13 alone needs a dash or a word of trouble near by; 号 and sizes are left alone. */
const findShort = (text: string, finds: Finds): void => {
  const troubled = wordsOfTrouble.test(text)
  eachMatch(SHORT, text, (match) => {
    if (troubled || /^e-?\d{1,3}$/.test(match[0])) add(finds, match.index, match[0])
  })
}

export const findErrors = ({ text, flags }: Reading, finds: Finds): void => {
  if (!(flags & DIGIT)) {
    if (flags & LATIN && /err|refused|timedout|notfound/.test(text))
      eachMatch(SYMBOL, text, (match) => add(finds, match.index, match[0]))
    return
  }
  const troubled = (flags & TROUBLE) !== 0 || /err|fault|code|http|0x|fail|e_/.test(text)
  if (troubled) {
    eachMatch(HEX, text, (match) => add(finds, match.index, match[0]))
    eachMatch(HTTP, text, (match) => {
      const value = (match[1] ?? match[2])!
      add(finds, match.index + match[0].indexOf(value), value)
    })
    eachMatch(SYMBOL, text, (match) => add(finds, match.index, match[0]))
    eachMatch(TOLD, text, (match) =>
      add(finds, match.index + match[0].length - match[1]!.trimStart().length, match[1]!.trimStart()),
    )
  }
  if (flags & LATIN) findShort(text, finds)
}
