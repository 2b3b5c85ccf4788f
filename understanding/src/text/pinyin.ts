// Sounds of Chinese: the same token for 快递, 快第 and "kuaidi", so that a wrong character or none costs little.
import { READINGS } from './readings.ts'

let soundByUnit: Map<number, string> | null = null
const sounds = (): Map<number, string> => {
  if (soundByUnit) return soundByUnit
  soundByUnit = new Map()
  for (const entry of READINGS.split('|')) {
    const [syllable, characters] = entry.split(' ')
    for (let i = 0; i < characters!.length; i++) soundByUnit.set(characters!.charCodeAt(i), syllable!)
  }
  return soundByUnit
}

/** The toneless syllable of a character ("lv" for 绿); undefined for what is rare or not Chinese. */
export const soundOf = (character: string): string | undefined => sounds().get(character.charCodeAt(0))

let syllables: Set<string> | null = null
const known = (): Set<string> => {
  syllables ??= new Set(sounds().values())
  return syllables
}
const LONGEST = 6

/** Fewest syllables that spell `run` exactly; null when none do. */
const spelt = (run: string): string[] | null => {
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= run.length; end++) {
    let found: string[] | null = null
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = best[start]
      const syllable = run.slice(start, end)
      // A vowel alone (a, e, o) is a syllable only as a word of its own, or every English word would be Chinese.
      if (!before || !known().has(syllable) || (syllable.length === 1 && run.length > 1)) continue
      if (!found || before.length + 1 <= found.length) found = [...before, syllable]
    }
    best[end] = found
  }
  return best[run.length] ?? null
}

/** Single letters and short English words that also spell syllables: alone they prove nothing. */
const ENGLISH = new Set(
  `a an ban bang bin can cancel change chat dance dang date den die dong fan fang gang gun he hang hen hi in is long man
  me men nine no pan pen pin ping rang ran run sang she shun song sun tan ten to too tong wan wang we woman women you
  wine line time like name mine sale shoe size tie use ma la china pie lie one due sue open banana panda machine manage
  range linen human menu tuna data wide wife side dude rude made make mile pile tile pale tale male mode ride bike hike
  cake sake here shame same came fame game lame lime dime mango tender mama papa nana lady bye ge ne de le er en`.split(
    /\s+/,
  ),
)

/** A Latin run of at most this many letters is tried: longer ones are no sentence but a code. */
const LONGEST_RUN = 40
const runSounds = (text: string): string[] => {
  const words = text.match(/[a-zü]+/g) ?? []
  const parts = words.map((word) => (word.length <= LONGEST_RUN ? spelt(word.replaceAll('ü', 'v')) : null))
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const sure = words.reduce((sum, word, i) => sum + (parts[i] && !ENGLISH.has(word) ? word.length : 0), 0)
  const count = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0)
  const spellable = words.reduce((sum, word, i) => sum + (parts[i] ? word.length : 0), 0)
  // Nearly all of it must be spellable, and not only by words that are English as well.
  return count >= 2 && spellable >= letters * 0.9 && sure >= letters * 0.6 ? parts.flatMap((part) => part ?? []) : []
}

/**
 * Toneless syllables of a normalised text, in order: of its Chinese characters, and of Latin letters when they read as
 * pinyin ("kuaidi dao nale"). Empty for other languages.
 */
export const soundsOf = (text: string): string[] => {
  const found: string[] = []
  for (let i = 0; i < text.length; i++) {
    const syllable = text.charCodeAt(i) >= 0x3400 ? soundOf(text[i]!) : undefined
    if (syllable !== undefined) found.push(syllable)
  }
  return found.length > 0 ? found : runSounds(text)
}
