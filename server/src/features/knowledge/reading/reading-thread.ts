// The thread that reads files: one at a time, answered by its number. Whatever a file does to it, the server goes on.
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { type DocumentProblem, Unreadable } from '../rules/document-shape.ts'
import { entriesOf, type SectionEntry } from '../rules/entries-of.ts'
import type { Found } from '../rules/structure/found.ts'
import { productsIn, structureOf } from '../rules/structure/structure-of.ts'
import { type GivenFile, type Reading, readDocument } from './read-document.ts'

export interface Order extends GivenFile {
  /** Names of products that are known already. */
  readonly products?: readonly string[]
  readonly number: number
}
export interface Read extends Reading {
  readonly entries: readonly SectionEntry[]
  /** Of each entry, in the same order. */
  readonly structure: readonly Found[]
}
export type Outcome = { readonly number: number } & ({ readonly read: Read } | { readonly problem: DocumentProblem })

// Customers first. On Linux this is the calling thread's niceness; elsewhere it would be the whole process's.
if (process.platform === 'linux') setPriority(5)

const structuresOf = (title: string, entries: readonly SectionEntry[], known: readonly string[]): Found[] => {
  const products = [...new Set([...known, ...productsIn(entries, title)])]
  return entries.map((entry) => structureOf(entry, { products, document: title }))
}

const answer = async ({ number, products = [], ...file }: Order): Promise<Outcome> => {
  try {
    const reading = await readDocument(file)
    const entries = entriesOf(reading)
    return { number, read: { ...reading, entries, structure: structuresOf(reading.title, entries, products) } }
  } catch (error) {
    return { number, problem: error instanceof Unreadable ? error.code : 'document.broken' }
  }
}
parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)))
