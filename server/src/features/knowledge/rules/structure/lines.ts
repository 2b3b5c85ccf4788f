// The answer of an entry as it was made of blocks: steps, table rows, pairs and sentences.

export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export interface Lines {
  /** Items of numbered lists: each list in order, by its own numbers. */
  readonly steps: readonly { readonly place: number; readonly text: string }[][]
  readonly tables: readonly Table[]
  readonly pairs: readonly { readonly name: string; readonly value: string }[]
  readonly sentences: readonly string[]
}

const STEP =
  /^\s*(?:第\s*([0-9一二三四五六七八九十]{1,3})\s*步\s*[:：、.]?|step\s+(\d{1,2})\s*[:.)-]?|[(（]?(\d{1,2})\s*(?:[、．)）]|\.(?!\d)))\s*(.+)$/iu
const BULLET = /^\s*[-•*·–]\s+/u
const CELLS = / \| /
const PAIR = /^([^：:。！？!?]{1,40}?)\s*[：:]\s*(\S.{0,200})$/u
/** Several in one line: lines of a paragraph are one. */
const PAIRS =
  /(\p{L}[\p{L} ]{1,24}?)\s?[：:]\s*([¥$€£]?\d[\d,.]*(?:\s?[×x~–-]\s?\d[\d,.]*){0,2}\s?[\p{Script=Latin}\p{Script=Han}°%℃"]{0,4})(?![\p{L}\d])/gu
const SENTENCE = /[^。！？!?；;\n]+(?:[。！？!?；;]|$)|[^\n]+$/gu
const CHINESE_NUMBERS = '一二三四五六七八九十'

const placeOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const units = CHINESE_NUMBERS.indexOf(text.at(-1)!) + 1
  return text.length > 1 && text.startsWith('十') ? 10 + units : units
}

/** English sentences end with a full stop before a space; «1.5 kg» and «e.g. » do not. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE) ?? [])
    .flatMap((part) => part.split(/(?<=[a-z0-9)]{2}\.)\s+(?=[A-Z])/u))
    .map((part) => part.trim())
    .filter((part) => part.length > 1)

const stepIn = (line: string): { place: number; text: string } | null => {
  const match = STEP.exec(line)
  if (match === null) return null
  return { place: placeOf(match[1] ?? match[2] ?? match[3] ?? '0'), text: match[4]!.trim() }
}

/** Rows of one table stand together; the first of them is its header. */
const tablesOf = (lines: readonly string[]): Table[] => {
  const tables: { header: string[]; rows: string[][] }[] = []
  let open: { header: string[]; rows: string[][] } | null = null
  for (const line of lines) {
    if (!CELLS.test(line)) {
      open = null
      continue
    }
    const cells = line.split('|').map((cell) => cell.trim())
    if (open !== null) open.rows.push(cells)
    else {
      open = { header: cells, rows: [] }
      tables.push(open)
    }
  }
  return tables.filter(({ rows }) => rows.length > 0)
}

export const linesOf = (answer: string): Lines => {
  const all = answer.split('\n')
  const steps: { place: number; text: string }[][] = []
  const pairs: { name: string; value: string }[] = []
  const sentences: string[] = []
  for (const raw of all) {
    if (CELLS.test(raw) || raw.trim() === '') continue
    const step = stepIn(raw)
    if (step !== null) {
      if (steps.length === 0 || step.place <= steps.at(-1)!.at(-1)!.place) steps.push([])
      steps.at(-1)!.push(step)
      continue
    }
    const line = raw.replace(BULLET, '').trim()
    const several = [...line.matchAll(PAIRS)]
    const pair = several.length > 1 ? null : PAIR.exec(line)
    if (several.length > 1) pairs.push(...several.map(([, name, value]) => ({ name: name!.trim(), value: value! })))
    if (pair !== null && !/^https?$/i.test(pair[1]!)) pairs.push({ name: pair[1]!, value: pair[2]!.trim() })
    sentences.push(...sentencesOf(line))
  }
  return { steps, tables: tablesOf(all), pairs, sentences }
}
