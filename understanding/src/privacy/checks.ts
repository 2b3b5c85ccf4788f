// Check digits and ranges: what a number must satisfy to be an identity card, a bank card, an IBAN.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && day >= 1 && day <= (DAYS[month - 1] ?? 0)

/** GB 11643: province, birth date, ISO 7064 check digit. Upper-case X. */
export const isIdCard = (text: string): boolean => {
  if (!/^\d{17}[\dX]$/.test(text) || !PROVINCES.has(text.slice(0, 2))) return false
  if (!isDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false
  let sum = 0
  for (let at = 0; at < 17; at++) sum += Number(text[at]) * ID_WEIGHTS[at]!
  return '10X98765432'[sum % 11] === text[17]
}
/** The card of before 1999: fifteen digits, no check digit. */
export const isOldIdCard = (digits: string): boolean =>
  digits.length === 15 &&
  PROVINCES.has(digits.slice(0, 2)) &&
  isDate(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))

export const luhn = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    let value = digits.charCodeAt(digits.length - 1 - at) - 48
    if (at % 2 === 1) value = value > 4 ? value * 2 - 9 : value * 2
    sum += value
  }
  return sum % 10 === 0
}

/** ISO/IEC 7812 issuer ranges with the lengths they are issued in. */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2(?:2[2-9]|[3-6]\d|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:6011|65|64[4-9])/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^3(?:0[0-5]|[689])/, [14]],
  [/^(?:18|21)\d\d/, [15]],
  [/^(?:5[06-9]|6[0379])/, [16, 18, 19]],
  [/^9558/, [19]],
]
export const fromIssuer = (digits: string): boolean =>
  ISSUERS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))

/** ISO 13616: letters as numbers, first four characters moved to the end, remainder 1. */
export const isIban = (text: string): boolean => {
  if (text.length < 15 || text.length > 34) return false
  const turned = text.slice(4) + text.slice(0, 4)
  let rest = 0
  for (let at = 0; at < turned.length; at++) {
    const code = turned.charCodeAt(at)
    const value = code <= 57 ? code - 48 : code - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Hong Kong identity card: one or two letters, six digits, a check character. */
export const isHongKongId = (letters: string, digits: string, check: string): boolean => {
  const value = (char: string) => char.charCodeAt(0) - 55
  let sum = letters.length === 2 ? value(letters[0]!) * 9 + value(letters[1]!) * 8 : 36 * 9 + value(letters[0]!) * 8
  for (let at = 0; at < 6; at++) sum += Number(digits[at]) * (7 - at)
  sum += check === 'A' ? 10 : Number(check)
  return sum % 11 === 0
}
