// NFKC and lower case, spared where a look at each unit shows that they would change nothing: most Chinese messages.

/** NFKC leaves it alone, whatever stands beside it. */
const STABLE = 1
/** And so does lower case. */
const LOWER = 2
const UNITS = new Uint8Array(0x10000)
const mark = (from: number, to: number, bits: number): void => {
  for (let code = from; code <= to; code++) UNITS[code] = bits
}
mark(0x0a, 0x0a, STABLE | LOWER)
mark(0x20, 0x7e, STABLE | LOWER)
mark(0x41, 0x5a, STABLE)
for (const sign of '。、“”‘’《》【】「」') {
  const code = sign.charCodeAt(0)
  mark(code, code, STABLE | LOWER)
}
mark(0x3400, 0x4dbf, STABLE | LOWER)
mark(0x4e00, 0x9fff, STABLE | LOWER)

const all = (text: string, bits: number): boolean => {
  for (let i = 0; i < text.length; i++) if ((UNITS[text.charCodeAt(i)]! & bits) !== bits) return false
  return true
}

/** `text.normalize('NFKC')`. */
export const nfkc = (text: string): string => (all(text, STABLE) ? text : text.normalize('NFKC'))

/** `text.normalize('NFKC').toLowerCase()`. */
export const nfkcLower = (text: string): string =>
  all(text, STABLE | LOWER) ? text : text.normalize('NFKC').toLowerCase()
