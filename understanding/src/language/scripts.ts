// How much of a text each script carries.

export interface Counts {
  han: number
  kana: number
  hangul: number
  thai: number
  arabic: number
  cyrillic: number
  latin: number
  /** Letters of any script we know no language of ours by: Greek, Hebrew, Devanagari… */
  other: number
}

/** Decoration in Chinese chat and in faces drawn with signs: not Japanese. */
const DRAWN = new Set([...'ノヽヾツミシッェ゛゜ゞ〃'])

const scriptOf = (code: number): keyof Counts | null => {
  if (code < 0x41) return null
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 'latin'
  if (code < 0xaa) return null
  if (code <= 0x24f) return code === 0xd7 || code === 0xf7 || code < 0xc0 ? null : 'latin'
  if (code >= 0x1e00 && code <= 0x1eff) return 'latin'
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
  if (code >= 0x600 && code <= 0x6ff) return 'arabic'
  if (code >= 0xe00 && code <= 0xe7f) return 'thai'
  if (code >= 0x3041 && code <= 0x30fa) return DRAWN.has(String.fromCharCode(code)) ? null : 'kana'
  if (code === 0x3005 || (code >= 0x20000 && code <= 0x323af)) return 'han'
  if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3131 && code <= 0x318e))
    return 'hangul'
  return /\p{L}/u.test(String.fromCodePoint(code)) ? 'other' : null
}

export const countScripts = (text: string): Counts => {
  const counts: Counts = { han: 0, kana: 0, hangul: 0, thai: 0, arabic: 0, cyrillic: 0, latin: 0, other: 0 }
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!
    if (code >= 0x3400 && code <= 0x9fff) {
      counts.han++
      continue
    }
    const script = scriptOf(code)
    if (script) counts[script]++
    if (code > 0xffff) i++
  }
  return counts
}

/** What one character says, in Latin letters: a Han character is most of a word. */
const WEIGHT: Counts = { han: 3, kana: 2, hangul: 2.5, thai: 1, arabic: 1.2, cyrillic: 1, latin: 1, other: 1 }
/** Names and brands stay Latin in every script, so Latin letters beside another count half. */
const LATIN_BESIDE = 0.5

/** The script that carries the sentence, and the share (0..1) of the one beside it; Han and kana are one here. */
export const heaviest = (counts: Counts): { script: keyof Counts | null; second: number } => {
  let script: keyof Counts | null = null
  let most = 0
  let total = 0
  const weigh = (candidate: keyof Counts, weight: number) => {
    total += weight
    if (weight > most) {
      most = weight
      script = candidate
    }
  }
  weigh('han', counts.han * WEIGHT.han + counts.kana * WEIGHT.kana)
  for (const candidate of ['hangul', 'thai', 'arabic', 'cyrillic', 'other'] as const)
    weigh(candidate, counts[candidate] * WEIGHT[candidate])
  if (counts.latin * LATIN_BESIDE > most) return { script: 'latin', second: total / (total + counts.latin) }
  return { script, second: total === 0 ? 0 : (total - most + counts.latin) / (total + counts.latin) }
}

export const hanOf = (text: string): string => text.replace(/[^\u3400-\u9fff]+/g, '')
