// A feed as JSON: a list of alike things, such as a catalogue, read as the table it is.

type Row = readonly string[]

const LISTS = ['products', 'items', 'data', 'rows', 'entries', 'list']
const MOST_COLUMNS = 100

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return isThing(value)
    ? Object.entries(value)
        .map(([name, one]) => `${name} ${shown(one)}`)
        .join(', ')
    : String(value)
}

const listIn = (value: unknown): unknown[] | null => {
  if (Array.isArray(value)) return value
  if (!isThing(value)) return null
  const list = LISTS.map((name) => value[name]).find(Array.isArray)
  return list ?? null
}

/** The names of the columns first. Null: no list of things. */
export const readFeed = (text: string): Row[] | null => {
  if (!/^\s*[[{]/.test(text)) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const things = listIn(value)?.filter(isThing) ?? []
  const columns = [...new Set(things.flatMap((thing) => Object.keys(thing)))].slice(0, MOST_COLUMNS)
  if (things.length === 0 || columns.length < 2) return null
  return [columns, ...things.map((thing) => columns.map((column) => shown(thing[column])))]
}
