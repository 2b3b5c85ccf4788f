// Error codes as appliances show them: E1, F05, Err 3. Read out of titles, questions and what customers type.

/** A word for "error" and a number: the number is the code. Or up to three letters and a number, with nothing but a hyphen between. */
const CODE =
  /(?:(?<![A-Z0-9])(?:ERROR|ERR|CODE)|故障(?:代?码)?|错误(?:代?码)?|代码|报错)\s*[-:：#]?\s*([A-Z]{0,3})-?(\d{1,4})(?![A-Z0-9])|(?<![A-Z0-9])([A-Z]{1,3})-?(\d{1,4})(?![A-Z0-9])/g
const MOST = 50

/** `E01`, `e-1` and `Ｅ１` are one code. */
const canonical = (letters: string, digits: string): string =>
  `${letters === 'ERR' ? '' : letters}${digits.replace(/^0+(?=\d)/, '')}`

/** Every code in the text, each once, in its order, in canonical form: `E1`; `3` for "Err 3". */
export const codesIn = (text: string): string[] => {
  const found = new Set<string>()
  for (const match of text.normalize('NFKC').toUpperCase().matchAll(CODE)) {
    found.add(canonical(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? ''))
    if (found.size >= MOST) break
  }
  return [...found]
}

/** The letters a code begins with: what else begins so is likely a code of the same appliance. */
export const familyOfCode = (code: string): string => code.replace(/\d+$/, '')
