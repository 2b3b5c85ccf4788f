// The thread that reads files: one at a time, answered by its number. Whatever a file does to it, the server goes on.
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { type DocumentProblem, Unreadable } from '../rules/document-shape.ts'
import { entriesOf, type SectionEntry } from '../rules/entries-of.ts'
import { type GivenFile, type Reading, readDocument } from './read-document.ts'

export interface Order extends GivenFile {
  readonly number: number
}
export interface Read extends Reading {
  readonly entries: readonly SectionEntry[]
}
export type Outcome = { readonly number: number } & ({ readonly read: Read } | { readonly problem: DocumentProblem })

// Customers first. On Linux this is the calling thread's niceness; elsewhere it would be the whole process's.
if (process.platform === 'linux') setPriority(5)

const answer = async ({ number, ...file }: Order): Promise<Outcome> => {
  try {
    const reading = await readDocument(file)
    return { number, read: { ...reading, entries: entriesOf(reading) } }
  } catch (error) {
    return { number, problem: error instanceof Unreadable ? error.code : 'document.broken' }
  }
}
parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)))
