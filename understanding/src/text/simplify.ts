// Traditional characters written as simplified ones, one for one, so that no offset moves. Tables: opencc-js (Apache-2.0).
import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'

/** What people in Taiwan and Hong Kong type daily and the character table leaves alone; Cantonese words included. */
const EXTRA =
  '於于|妳你|裏里|啲些|冇没|佢他|喺在|咗了|嘅的|餘余|蘋苹|曬晒|週周|喫吃|祇只|衞卫|綫线|爲为|啓启|牀床|羣群|峯峰|麪面|祕秘|燻熏'
/** 著 is "zhù" in these; everywhere else it is how 着 is written in Taiwan. */
const ZHU =
  '著名|著作|著者|著述|显著|顯著|名著|原著|卓著|译著|譯著|巨著|论著|論著|专著|專著|编著|編著|土著|遗著|昭著|著称|著稱'

interface Tables {
  readonly single: Uint16Array
  readonly byFirst: ReadonlyMap<string, readonly (readonly [string, string])[]>
  /** 1 for every unit that may change. */
  readonly touched: Uint8Array
}

const pairsOf = (text: string): [string, string][] =>
  text.split('|').map((pair) => {
    const [from, to] = pair.split(' ')
    return [from!, to!]
  })

const singleTable = (): Uint16Array => {
  const single = new Uint16Array(0x10000)
  for (const [from, to] of pairsOf(characters)) {
    if (from.length === 1 && to.length === 1 && from !== to) single[from.charCodeAt(0)] = to.charCodeAt(0)
  }
  for (const pair of EXTRA.split('|')) single[pair.charCodeAt(0)] = pair.charCodeAt(1)
  single['著'.charCodeAt(0)] = '着'.charCodeAt(0)
  // Two entries lead on to a third character: follow them here, so that converting twice changes nothing.
  for (let code = 0; code < single.length; code++) {
    const next = single[single[code]!]!
    if (next !== 0) single[code] = next
  }
  return single
}

const plainly = (single: Uint16Array, text: string): string => {
  let plain = ''
  for (let i = 0; i < text.length; i++) plain += String.fromCharCode(single[text.charCodeAt(i)]! || text.charCodeAt(i))
  return plain
}

const buildTables = (): Tables => {
  const single = singleTable()
  const exceptions = new Map<string, string>()
  for (const [from, to] of pairsOf(phrases)) if (from.length === to.length) exceptions.set(from, to)
  for (const word of ZHU.split('|')) exceptions.set(word, plainly(single, word).replace('着', '著'))
  const byFirst = new Map<string, [string, string][]>()
  const touched = Uint8Array.from(single, (to) => (to === 0 ? 0 : 1))
  const add = (from: string, to: string) => {
    if (plainly(single, from) === to) return
    for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) touched[from.charCodeAt(i)] = 1
    byFirst.set(from[0]!, [...(byFirst.get(from[0]!) ?? []), [from, to]])
  }
  for (const [from, to] of exceptions) {
    add(from, to)
    // The simplified form is an exception too (乾清宫 must not become 干清宫 the second time).
    if (from !== to && !exceptions.has(to)) add(to, to)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)
  return { single, byFirst, touched }
}

let tables: Tables | null = null
const ready = (): Tables => {
  tables ??= buildTables()
  return tables
}

/** 1 for each UTF-16 unit that `simplify` might change, alone or in a phrase. */
export const traditionalUnits = (): Uint8Array => ready().touched

/** Same length as `text`; unchanged (the same string) when nothing in it is traditional. */
export const simplify = (text: string): string => {
  const { single, byFirst } = ready()
  let out = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const phrase = byFirst.get(text[i]!)?.find(([from]) => text.startsWith(from, i))
    const to = phrase ? phrase[1] : single[text.charCodeAt(i)]!
    if (to === 0) continue
    out += text.slice(copied, i) + (typeof to === 'string' ? to : String.fromCharCode(to))
    copied = i + (phrase ? phrase[0].length : 1)
    i = copied - 1
  }
  return copied === 0 ? text : out + text.slice(copied)
}
