// From texts to drafts to knowledge: asks the server what it reads in a text, and sends back what was kept of it.
import { queries, server } from '../app/server.ts'
import type { Draft, SkippedLine } from './steps.ts'
import { refreshWorkspace } from './workspace.ts'

export interface Source {
  /** Null: pasted. */
  readonly name: string | null
  readonly text: string
}
export interface Preview {
  readonly drafts: Draft[]
  readonly skipped: SkippedLine[]
}

/** Reads each source by itself, since each may be of another format. The same question twice is shown once. */
export const previewOf = async (sources: readonly Source[], locale: string): Promise<Preview> => {
  const drafts = new Map<string, Draft>()
  const skipped: SkippedLine[] = []
  for (const { name, text } of sources) {
    const found = await server.importKnowledge({ body: { text, locale, preview: true } })
    for (const entry of found.entries) {
      const before = drafts.get(entry.id)
      const same = before === undefined || before.answer === entry.answer
      drafts.set(entry.id, same ? entry : { ...before, answer: `${before.answer}\n\n${entry.answer}` })
    }
    skipped.push(...found.skipped.map((each) => ({ source: name, ...each })))
  }
  return { drafts: [...drafts.values()], skipped }
}

const MOST_CHARACTERS = 900_000
const MOST_ENTRIES = 1_000

/** Pieces the server takes in one request each. */
const pieces = (drafts: readonly Draft[]): Draft[][] => {
  const all: Draft[][] = [[]]
  let size = 0
  for (const draft of drafts) {
    const length = JSON.stringify(draft).length
    if (size + length > MOST_CHARACTERS || all.at(-1)!.length >= MOST_ENTRIES) {
      all.push([])
      size = 0
    }
    all.at(-1)!.push(draft)
    size += length
  }
  return all.filter((piece) => piece.length > 0)
}

/** Publishes the drafts as they are now; answers how many. */
export const takeIn = async (drafts: readonly Draft[], locale: string): Promise<number> => {
  let taken = 0
  for (const piece of pieces(drafts)) {
    const rows = piece.map(({ title, questions, answer }) => ({ question: title, questions, answer }))
    taken += (await server.importKnowledge({ body: { text: JSON.stringify(rows), locale } })).entries.length
  }
  await Promise.all([queries.invalidateQueries({ queryKey: ['knowledge'] }), refreshWorkspace()])
  return taken
}
