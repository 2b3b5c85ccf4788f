// What needs no language: emoji, emoticons, shouting, rows of exclamation and question marks.
import type { Emotion } from './verdict.ts'

const EMOJI: Readonly<Record<Emotion, string>> = {
  angry: '😡 🤬 😠 👿 💢 😤 👎 🖕 💩 😒 🙄',
  sad: '😭 😢 😞 😔 💔 ☹ 🙁 😿 😥 😩 😫 🥺 😓',
  afraid: '😱 😨 😰 😟 😖 😬 🆘',
  happy: '😊 😄 😀 😁 😃 🥰 😍 😘 ❤ 💕 💖 👍 👏 🎉 🌹 💐 🙏 😋 🤗 💯 ⭐ 🌟 🤩 😎 ☺ 🥳 💪 😆 🤝',
  surprised: '😮 😲 🤯 😳 😯 🙀 ❗ ⁉',
  neutral: '',
}
const EMOTICONS: readonly (readonly [string, Emotion])[] = [
  [':)', 'happy'],
  [':-)', 'happy'],
  [':D', 'happy'],
  ['^_^', 'happy'],
  ['^^', 'happy'],
  ['<3', 'happy'],
  [';)', 'happy'],
  ['(≧▽≦)', 'happy'],
  [':(', 'sad'],
  [':-(', 'sad'],
  [":'(", 'sad'],
  ['T_T', 'sad'],
  ['TT', 'sad'],
  ['QAQ', 'sad'],
  ['QwQ', 'sad'],
  ['ಥ_ಥ', 'sad'],
  ['>:(', 'angry'],
  ['D:<', 'angry'],
  ['(╯°□°', 'angry'],
  ['ヽ(`Д´)ﾉ', 'angry'],
  [':O', 'surprised'],
  ['o_O', 'surprised'],
  ['O_o', 'surprised'],
  ['Σ(', 'surprised'],
  ['D:', 'afraid'],
]
const OF_EMOJI = new Map(
  (Object.entries(EMOJI) as [Emotion, string][]).flatMap(([emotion, list]) =>
    list
      .split(' ')
      .filter(Boolean)
      .map((sign) => [sign, emotion] as const),
  ),
)
const ESCAPED = EMOTICONS.map(([sign]) => sign.replace(/[.*+?^${}()|[\]\\<>]/g, '\\$&')).sort(
  (a, b) => b.length - a.length,
)
const EMOTICON = new RegExp(ESCAPED.join('|'), 'g')
const OF_EMOTICON = new Map(EMOTICONS)
const PICTURE = /\p{Extended_Pictographic}/gu
/** What an emoticon stands next to: not inside a word or an address. */
const FREE = /[\s\p{P}\p{Script=Han}]/u

export interface Signs {
  /** Weight by emotion: 1.5 a sign, at most 3. */
  readonly weights: Partial<Record<Emotion, number>>
  readonly seen: readonly string[]
  readonly exclaims: number
  readonly questions: number
  /** Share of capitals among Latin letters, 0 where fewer than eight letters or two words. */
  readonly shouting: number
  /** 🙂 and 🙄: polite in form, seldom in meaning. */
  readonly dry: boolean
}

const [MAY_DRAW, MAY_SMILE, EXCLAIMS, ASKS, CAPITAL] = [1, 2, 4, 8, 16]
const KIND = new Uint8Array(0x10000)
// All that Unicode calls a picture stands in these ranges, or is written as a pair.
for (const [from, to] of [
  [0xa9, 0xae],
  [0x2000, 0x2fff],
  [0x3030, 0x303d],
  [0x3297, 0x3299],
  [0xd800, 0xdfff],
] as const)
  KIND.fill(MAY_DRAW, from, to + 1)
for (const [sign] of EMOTICONS) KIND[sign.charCodeAt(0)]! |= MAY_SMILE
for (const sign of '!！') KIND[sign.charCodeAt(0)]! |= EXCLAIMS
for (const sign of '?？') KIND[sign.charCodeAt(0)]! |= ASKS
for (let code = 65; code <= 90; code++) KIND[code]! |= CAPITAL

const shoutingOf = (text: string): number => {
  if (!/[A-Z]{2}/.test(text)) return 0
  const words = text.match(/[A-Za-z]{2,}/g) ?? []
  const letters = words.join('')
  if (letters.length < 8 || words.length < 2) return 0
  let capitals = 0
  for (const letter of letters) if (letter < 'a') capitals++
  const share = capitals / letters.length
  return share > 0.6 ? share : 0
}

/** What nearly every message has: nothing. */
const plainSigns = (exclaims: number, questions: number): Signs => ({
  weights: {},
  seen: [],
  exclaims,
  questions,
  shouting: 0,
  dry: false,
})

export const signsIn = (text: string): Signs => {
  let kinds = 0
  let exclaims = 0
  let questions = 0
  for (let i = 0; i < text.length; i++) {
    const kind = KIND[text.charCodeAt(i)]!
    kinds |= kind
    if (kind & EXCLAIMS) exclaims++
    else if (kind & ASKS) questions++
  }
  return (kinds & (MAY_DRAW | MAY_SMILE | CAPITAL)) === 0
    ? plainSigns(exclaims, questions)
    : { ...plainSigns(exclaims, questions), ...drawnIn(text), shouting: shoutingOf(text), dry: /🙂|🙃|🙄/u.test(text) }
}

const drawnIn = (text: string): Pick<Signs, 'weights' | 'seen'> => {
  const weights: Partial<Record<Emotion, number>> = {}
  const seen: string[] = []
  const add = (sign: string, emotion: Emotion): void => {
    weights[emotion] = Math.min(3, (weights[emotion] ?? 0) + 1.5)
    if (!seen.includes(sign)) seen.push(sign)
  }
  for (const picture of text.match(PICTURE) ?? []) {
    const emotion = OF_EMOJI.get(picture)
    if (emotion) add(picture, emotion)
  }
  for (const match of text.matchAll(EMOTICON)) {
    const next = text[match.index + match[0].length]
    const before = text[match.index - 1]
    if ((next === undefined || FREE.test(next)) && (before === undefined || FREE.test(before)))
      add(match[0], OF_EMOTICON.get(match[0])!)
  }
  return { weights, seen }
}
