// Mashed keyboards and random characters: how unlike the letter pairs of real sentences a message is.
import { emotionExamples, sentencesOf } from '../feeling/training.ts'
import { nfkc } from '../text/plain.ts'
import { INNOCENT } from './attempts.ts'

/** Letter pairs of the English sentences written for this project, a..z and the word's edge (26). */
interface Pairs {
  readonly logs: Float32Array
  readonly han: ReadonlySet<string>
}
let known: Pairs | undefined
const EDGE = 26
const SIDE = 27
const letter = (code: number): number => (code >= 97 && code <= 122 ? code - 97 : EDGE)

const pairsOf = (): Pairs => {
  if (known) return known
  const english = [...emotionExamples('en').map(({ text }) => text), ...sentencesOf(INNOCENT)].join(' ')
  const counts = new Float32Array(SIDE * SIDE).fill(0.3)
  for (let i = 0; i + 1 < english.length; i++)
    counts[letter(english.charCodeAt(i)) * SIDE + letter(english.charCodeAt(i + 1))]!++
  const logs = new Float32Array(SIDE * SIDE)
  for (let a = 0; a < SIDE; a++) {
    let sum = 0
    for (let b = 0; b < SIDE; b++) sum += counts[a * SIDE + b]!
    for (let b = 0; b < SIDE; b++) logs[a * SIDE + b] = Math.log(counts[a * SIDE + b]! / sum)
  }
  const han = new Set(emotionExamples('zh').flatMap(({ text }) => [...text]))
  known = { logs, han }
  return known
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890']
const rowRun = (word: string): number => {
  let longest = 1
  let run = 1
  for (let i = 1; i < word.length; i++) {
    const row = ROWS.find((keys) => keys.includes(word[i]!))
    const gap = row ? Math.abs(row.indexOf(word[i]!) - row.indexOf(word[i - 1]!)) : 9
    run = row?.includes(word[i - 1]!) && gap === 1 ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}

/** Mean log likelihood of the pairs of a word; English words lie above -3, mashed keys below -3.6. */
const likelihood = (word: string, { logs }: Pairs): number => {
  let sum = logs[EDGE * SIDE + letter(word.charCodeAt(0))]!
  for (let i = 0; i < word.length; i++)
    sum += logs[letter(word.charCodeAt(i)) * SIDE + (i + 1 < word.length ? letter(word.charCodeAt(i + 1)) : EDGE)]!
  return sum / (word.length + 1)
}

const oddness = (word: string, pairs: Pairs): number => {
  if (word.length < 4) return 0.15
  if (/^([a-z]{1,3})\1{2,}[a-z]?$/.test(word))
    return /^(?:(?:ha|he|hi|lo|xi|o|a|so|no|hm)+|[wlzx]+)$/.test(word) ? 0 : 0.8
  if (rowRun(word) >= 5) return 1
  const vowels = word.match(/[aeiouy]/g)?.length ?? 0
  const dry = vowels / word.length < 0.15 ? 0.35 : 0
  const likely = likelihood(word, pairs)
  return Math.min(1, Math.max(0, (-likely - 3.2) / 0.9) + dry)
}

const NOTHING = { odd: 0, length: 0 }
const latinOddness = (text: string, pairs: Pairs): { odd: number; length: number } => {
  if (!/[A-Za-z]/.test(text)) return NOTHING
  let odd = 0
  let length = 0
  // Codes with digits, and short capitals, are order numbers, sizes and brands.
  for (const match of text.matchAll(/[A-Za-z0-9]+/g)) {
    const word = match[0]
    if (/\d/.test(word) || (word.length < 6 && word === word.toUpperCase())) continue
    odd += oddness(word.toLowerCase(), pairs) * word.length
    length += word.length
  }
  return { odd, length }
}

/** What pinyin keyboards make of mashed keys. */
const MASHED =
  /阿斯蒂芬|阿三大苏打|啊实打实|撒旦发|大苏打|似的发|发射点|阿萨德|啊手动阀|手动阀|阿凡达是|的撒|撒打发|发的发|胜多负少|水电费水|规划局|和规范|更好看见|阿斯顿发/g

const NOT_HAN = 1
const FAMILIAR = 2
const STRANGE = 3
/** What each unit is, once it has been looked up. */
const HAN_KIND = new Uint8Array(0x10000)
const lookUp = (code: number, { han }: Pairs): number => {
  const character = String.fromCharCode(code)
  const kind = !/\p{Script=Han}/u.test(character) ? NOT_HAN : han.has(character) ? FAMILIAR : STRANGE
  HAN_KIND[code] = kind
  return kind
}

const PAIR = /[\ud800-\udfff]/
/** As many of the Han characters of a text as there are, in UTF-16 units of a table or, where some are pairs, in full. */
const hanIn = (text: string, pairs: Pairs): { characters: string[] | string; strange: number } => {
  if (PAIR.test(text)) {
    const characters = text.match(/\p{Script=Han}/gu) ?? []
    return { characters, strange: characters.filter((character) => !pairs.han.has(character)).length }
  }
  let strange = 0
  let others = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = HAN_KIND[code]! || lookUp(code, pairs)
    if (kind === STRANGE) strange++
    else if (kind === NOT_HAN) others++
  }
  if (others === text.length) return { characters: '', strange }
  return { characters: others === 0 ? text : text.replace(/\P{Script=Han}+/gu, ''), strange }
}

/** Fewer different characters than this share of all: droning. */
const DRONING = 0.15
const drones = (characters: string[] | string): boolean => {
  const { length } = characters
  if (length < 8) return false
  const different: string[] = []
  for (const character of characters) {
    if (different.includes(character)) continue
    different.push(character)
    if (different.length / length >= DRONING) return false
  }
  return !/^[啊哈呵嘿嘻呜哇哦嗯急快退催谢6]+$/.test(typeof characters === 'string' ? characters : characters.join(''))
}

const hanOddness = (text: string, pairs: Pairs): { odd: number; length: number } => {
  const { characters, strange } = hanIn(text, pairs)
  const { length } = characters
  if (!length || /[\u3040-\u30ff]/.test(text)) return { odd: 0, length: 0 }
  const mashed = (text.match(MASHED) ?? []).join('').length
  const droning = drones(characters) ? 0.5 : 0
  const rate = Math.min(
    1,
    (mashed * 1.6) / length + droning + (length >= 4 ? Math.max(0, strange / length - 0.55) * 2.2 : 0),
  )
  return { odd: rate * length * 2, length: length * 2 }
}

/** 0..1. Other scripts than Latin and Han, and texts without letters, count as language. */
export const gibberishOf = (raw: string): number => {
  const text = nfkc(raw.slice(0, 300))
  const pairs = pairsOf()
  const latin = latinOddness(text, pairs)
  const han = hanOddness(text, pairs)
  const length = latin.length + han.length
  if (length >= 4) return Math.min(1, (latin.odd + han.odd) / length)
  const signs = text.replace(/[\s\p{L}\p{N}\p{Extended_Pictographic}\p{M}]/gu, '')
  return text.trim().length >= 6 &&
    signs.length === text.replace(/\s/g, '').length &&
    !/^([?？!！.。…~～])+$/u.test(signs)
    ? 0.7
    : 0
}
