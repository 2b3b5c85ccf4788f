// Old chats before they are brought in: which columns there are, what each is taken for, who speaks. Pure.
import type { ChatColumns } from '@ballast/contract/routes/old-chats'
import { fieldOf, kindOf, linesOf } from './read-chats.ts'

export interface SeenColumn {
  readonly name: string
  readonly taken: NonNullable<ReturnType<typeof fieldOf>> | null
  readonly samples: string[]
}
export interface Look {
  readonly kind: 'jsonl' | 'csv'
  readonly columns: SeenColumn[]
  readonly authors: string[]
}

/** Lines that are looked at. */
const LINES = 500
const MOST_COLUMNS = 50
const MOST_AUTHORS = 20
const SAMPLES = 3
const LONGEST_SAMPLE = 200
const LONGEST_NAME = 100

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null

const takenFor = (name: string, columns: ChatColumns | undefined): SeenColumn['taken'] => {
  if (columns === undefined) return fieldOf(name)
  const { customer: _, ...named } = columns
  return (Object.entries(named).find(([, column]) => column === name)?.[0] as SeenColumn['taken']) ?? null
}

/** In steps, as reading them is. */
export function* lookAtChats(text: string, columns?: ChatColumns): Generator<undefined, Look> {
  const samples = new Map<string, string[]>()
  const authors = new Set<string>()
  let seen = 0
  for (const { value } of linesOf(text)) {
    if (++seen > LINES) break
    yield
    for (const [name, cell] of Object.entries(value ?? {})) {
      const said = textOf(cell)
      if (said === null || name.trim() === '' || name.length > LONGEST_NAME) continue
      const known = samples.get(name)
      if (known === undefined && samples.size >= MOST_COLUMNS) continue
      const some = known ?? []
      samples.set(name, some)
      const shown = said.slice(0, LONGEST_SAMPLE)
      if (shown !== '' && some.length < SAMPLES && !some.includes(shown)) some.push(shown)
      if (takenFor(name, columns) === 'author' && said !== '' && authors.size < MOST_AUTHORS)
        authors.add(said.slice(0, LONGEST_NAME))
    }
  }
  const told = [...samples].map(([name, some]) => ({ name, taken: takenFor(name, columns), samples: some }))
  return { kind: kindOf(text), columns: told, authors: [...authors] }
}
