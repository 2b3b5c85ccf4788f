// What a message says beside its words: emoji, emoticons, marks, capitals.

export interface Signals {
  /** In order, whole (families, flags and skin tones are one each); the enclosed digits are not emoji here. */
  readonly emoji: readonly string[]
  /** Western (":-)"), kaomoji ("(╯°□°)╯", "T_T") and letters that are drawn ("orz", "QAQ"). */
  readonly emoticons: readonly string[]
  readonly exclaims: number
  readonly questions: number
  /** Share of capitals among the letters of words that have case, 0 below four letters. */
  readonly shouting: number
}

const NONE: readonly string[] = []
const EMOJI = /(?![#*0-9\u00a9\u00ae\u2122])(?:\p{RGI_Emoji}|\p{Extended_Pictographic})/gv
const EMOTICON = new RegExp(
  [
    String.raw`(?<![a-z0-9])(?:(?:>?[:;=]|8(?=-))[-'^o]?[)(\]\[dp3oö/\\|*$@]|[xX][dD]|<\/?3)(?![a-z0-9])`,
    String.raw`[(（][^()（）\s一-鿿]{0,3}(?:[╯ﾟ°•ω︿﹏Ддー╥ಠ≧≦╰ノヽ｡˘∀□▽◕‿╹´｀\^~><T;qQ]\s?[^()（）\n一-鿿a-zA-Z0-9]{1,6})[)）][╯︵┻━ノ/]*`,
    '(?<![a-zA-Z])(?:[tToO>^=Qq-][_.﹏A-]+[tToO<^=Qq-]|QAQ|T[oO]T|orz|OTZ)(?![a-zA-Z])',
    String.raw`\^\^|ㅠ+ㅠ|ㅜ+ㅜ|¯\\_\(ツ\)_\/¯`,
  ].join('|'),
  'g',
)
const MAY_DRAW = /[:;=8^_<>(（ㅠㅜ¯]|[xX][dD]|orz|OTZ|QAQ|T[oO.]T/
const BEYOND_LETTERS = /[\u203c-\u3300\ud83c-\ud83e]/

const count = (text: string, signs: string): number => {
  let found = 0
  for (const sign of text) if (signs.includes(sign)) found++
  return found
}

const isUpper = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code >= 0x410 && code <= 0x42f)
const isLower = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7) || (code >= 0x430 && code <= 0x44f)

const shoutingOf = (raw: string): number => {
  let upper = 0
  let cased = 0
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (isUpper(code)) {
      upper++
      cased++
    } else if (isLower(code)) cased++
  }
  return cased < 4 ? 0 : upper / cased
}

export const signalsOf = (raw: string): Signals => ({
  emoji: BEYOND_LETTERS.test(raw) ? (raw.match(EMOJI) ?? NONE) : NONE,
  emoticons: MAY_DRAW.test(raw) ? (raw.match(EMOTICON) ?? NONE) : NONE,
  exclaims: count(raw, '!！‼⁉'),
  questions: count(raw, '?？؟⁇⁉'),
  shouting: shoutingOf(raw),
})
