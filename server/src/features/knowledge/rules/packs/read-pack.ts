// Reads a pack as people write it: `## key · topic`, a title, questions with `? ` before them, the answer below. Headings
// with one `#` only put the entries in order for whoever edits them.
import { LANGUAGES, type Manifest, type Pack, type PackEntry, type PackText, placeholdersIn } from './pack.ts'

export interface Fault {
  /** Where a person looks: a file with a line, or an entry. */
  readonly at: string
  readonly why: string
}
interface Written extends PackText {
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

const fieldsOf = ({ answer }: PackText): string => [...new Set(placeholdersIn(answer))].sort().join(' ')

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

/** Both languages and the list of fields as one pack, with everything that is wrong with it. */
export const readPack = (
  id: string,
  manifest: Manifest,
  texts: { readonly zh: string; readonly en: string },
): { readonly pack: Pack; readonly faults: Fault[] } => {
  const zh = readPackText(texts.zh, `${id}/zh.md`)
  const en = readPackText(texts.en, `${id}/en.md`)
  const english = new Map(en.entries.map((entry) => [entry.key, entry]))
  const chinese = new Set(zh.entries.map(({ key }) => key))
  const faults = [...zh.faults, ...en.faults]
  const entries = zh.entries.flatMap(({ key, topic, ...text }): PackEntry[] => {
    const other = english.get(key)
    if (other === undefined) faults.push({ at: `${id}/en.md`, why: `${key} is missing` })
    else if (other.topic !== topic) faults.push({ at: `${id}/en.md`, why: `${key} has another topic than in zh.md` })
    return other === undefined
      ? []
      : [{ key, topic, zh: text, en: { title: other.title, questions: other.questions, answer: other.answer } }]
  })
  for (const { key } of en.entries) if (!chinese.has(key)) faults.push({ at: `${id}/zh.md`, why: `${key} is missing` })
  return { pack: { ...manifest, id, entries }, faults: [...faults, ...fieldFaults(manifest, entries)] }
}
