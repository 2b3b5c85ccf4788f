// How customers ask for each entry of the demo shop, mistakes included: what teaches its bot beside the entries' own questions.
import { readFileSync } from 'node:fs'

type Language = 'zh' | 'en'
const read = (language: Language): ReadonlyMap<string, readonly string[]> => {
  const text = readFileSync(new URL(`./asked.${language}.md`, import.meta.url), 'utf8')
  const blocks = text.split(/^## /m).slice(1)
  return new Map(
    blocks.map((block) => {
      const [key, ...lines] = block.split('\n')
      return [key!.trim(), lines.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).trim())]
    }),
  )
}

const ASKED: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = { zh: read('zh'), en: read('en') }
export const askedFor = (key: string, language: Language): readonly string[] => ASKED[language].get(key) ?? []
