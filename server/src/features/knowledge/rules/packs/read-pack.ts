// Reads a pack as people write it: `## key · topic`, a title, questions with `? ` before them, the answer below. Headings
// with one `#` only put the entries in order for whoever edits them.
import {
  LANGUAGES,
  type Language,
  type Manifest,
  type Pack,
  type PackEntry,
  type PackText,
  placeholdersIn,
} from './pack.ts'

export interface Fault {
  /** Where a person looks: a file with a line, or an entry. */
  readonly at: string
  readonly why: string
}
interface Written extends Omit<PackText, 'asked'> {
  readonly key: string
  readonly topic: string
}

const HEAD = /^## +([a-z0-9]+(?:-[a-z0-9]+)*) +· +([a-z]+(?:-[a-z]+)*(?:\.[a-z]+)*)$/

const readBlock = (lines: readonly string[]): Written | string => {
  const head = HEAD.exec(lines[0]!.trim())
  if (head === null) return 'a heading is `## key · topic`, both in small letters'
  const rest = lines.slice(1).map((line) => line.trim())
  while (rest[0] === '') rest.shift()
  const title = rest[0]?.startsWith('?') ? '' : (rest.shift() ?? '')
  const questions: string[] = []
  while (rest[0]?.startsWith('? ') || rest[0] === '') {
    const line = rest.shift()!
    if (line !== '') questions.push(line.slice(2).trim())
  }
  const answer = rest.join('\n').trim()
  if (title === '') return 'the title is missing: the line under the heading'
  if (questions.length === 0) return 'there is no question: a line that begins with `? `'
  if (answer === '') return 'the answer is missing'
  if (/^\? /m.test(answer)) return 'a question stands below the answer'
  return { key: head[1]!, topic: head[2]!, title, questions, answer }
}

/** One language of a pack. Faults name the line of the file. */
export const readPackText = (text: string, file: string): { readonly entries: Written[]; readonly faults: Fault[] } => {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const starts = lines.flatMap((line, at) => (line.startsWith('## ') ? [at] : []))
  const entries: Written[] = []
  const faults: Fault[] = []
  for (const [n, start] of starts.entries()) {
    const block = lines.slice(start, starts[n + 1] ?? lines.length).filter((line) => !line.startsWith('# '))
    const read = readBlock(block)
    const at = `${file}:${start + 1}`
    if (typeof read === 'string') faults.push({ at, why: read })
    else if (entries.some(({ key }) => key === read.key)) faults.push({ at, why: `${read.key} is written twice` })
    else entries.push(read)
  }
  return { entries, faults }
}

/** How customers ask, by key: `## key`, then lines that begin with `? `. Faults name the line of the file. */
export const readAsked = (
  text: string,
  file: string,
): { readonly asked: ReadonlyMap<string, readonly string[]>; readonly faults: Fault[] } => {
  const asked = new Map<string, string[]>()
  const faults: Fault[] = []
  let last: string[] | undefined
  for (const [n, line] of text.split(/\r\n?|\n/).entries()) {
    const at = `${file}:${n + 1}`
    const key = /^## +(\S+)\s*$/.exec(line)?.[1]
    if (key !== undefined) {
      if (asked.has(key)) faults.push({ at, why: `${key} is written twice` })
      last = []
      asked.set(key, last)
    } else if (line.startsWith('? ') && last !== undefined) last.push(line.slice(2).trim())
    else if (line.trim() !== '' && !line.startsWith('# ')) faults.push({ at, why: 'neither `## key` nor `? question`' })
  }
  return { asked, faults }
}

const fieldsOf = ({ answer }: Pick<PackText, 'answer'>): string => [...new Set(placeholdersIn(answer))].sort().join(' ')

const fieldFaults = ({ fields }: Manifest, entries: readonly PackEntry[]): Fault[] => {
  const declared = new Set(fields.map(({ key }) => key))
  const used = new Set<string>()
  const faults: Fault[] = []
  for (const { key, zh, en } of entries)
    if (fieldsOf(zh) !== fieldsOf(en)) faults.push({ at: key, why: 'zh and en fill in different fields' })
  for (const entry of entries)
    for (const language of LANGUAGES)
      for (const key of placeholdersIn(entry[language].answer)) {
        used.add(key)
        if (!declared.has(key))
          faults.push({ at: `${entry.key} (${language})`, why: `nothing is declared as {${key}}` })
      }
  for (const key of declared) if (!used.has(key)) faults.push({ at: 'pack.json', why: `no answer uses {${key}}` })
  return faults
}

export interface PackTexts {
  readonly zh: string
  readonly en: string
  /** How customers ask; '' where nobody has written it down. */
  readonly asked: Readonly<Record<Language, string>>
}

/** Both languages and the list of fields as one pack, with everything that is wrong with it. */
export const readPack = (
  id: string,
  manifest: Manifest,
  texts: PackTexts,
): { readonly pack: Pack; readonly faults: Fault[] } => {
  const [zh, en] = [readPackText(texts.zh, `${id}/zh.md`), readPackText(texts.en, `${id}/en.md`)]
  const asked = {
    zh: readAsked(texts.asked.zh, `${id}/asked.zh.md`),
    en: readAsked(texts.asked.en, `${id}/asked.en.md`),
  }
  const english = new Map(en.entries.map((entry) => [entry.key, entry]))
  const chinese = new Set(zh.entries.map(({ key }) => key))
  const faults = [...zh.faults, ...en.faults, ...asked.zh.faults, ...asked.en.faults]
  const textOf = (language: Language, { key, title, questions, answer }: Written): PackText => {
    return { title, questions, answer, asked: asked[language].asked.get(key) ?? [] }
  }
  const entries = zh.entries.flatMap((one): PackEntry[] => {
    const { key, topic } = one
    const other = english.get(key)
    if (other === undefined) faults.push({ at: `${id}/en.md`, why: `${key} is missing` })
    else if (other.topic !== topic) faults.push({ at: `${id}/en.md`, why: `${key} has another topic than in zh.md` })
    return other === undefined ? [] : [{ key, topic, zh: textOf('zh', one), en: textOf('en', other) }]
  })
  for (const { key } of en.entries) if (!chinese.has(key)) faults.push({ at: `${id}/zh.md`, why: `${key} is missing` })
  for (const language of LANGUAGES)
    for (const key of asked[language].asked.keys())
      if (!chinese.has(key)) faults.push({ at: `${id}/asked.${language}.md`, why: `there is no entry ${key}` })
  return { pack: { ...manifest, id, entries }, faults: [...faults, ...fieldFaults(manifest, entries)] }
}
