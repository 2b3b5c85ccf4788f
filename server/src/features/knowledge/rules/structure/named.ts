// What a question names of the graph: an error code, or a property of a product. The entries that say so steer the search.
import type { Uuid } from '@ballast/contract'
import { possibleCodes } from './codes.ts'
import { plainName } from './found.ts'

/** A thing by whose name its entries are found; `product`: whose it is, when it is somebody's. */
export interface Pointed {
  readonly kind: 'error-code' | 'attribute'
  readonly label: string
  readonly product: string | null
  readonly entries: readonly Uuid[]
}
export interface Pointers {
  /** Entries to look at first; none when nothing is named. */
  entriesNamed(question: string): ReadonlySet<Uuid>
}

/** A product's name is said whole, or by its model: the part with digits. */
const MODEL = /^(?=.*\d)(?=.*[a-z])[a-z\d]{2,}$/
const modelsOf = (name: string): string[] => (name.match(/[a-z\d]+/g) ?? []).filter((word) => MODEL.test(word))
const NOBODY: ReadonlySet<Uuid> = new Set()

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const held = map.get(key)
  if (held) held.push(value)
  else map.set(key, [value])
}

export const createPointers = (things: readonly Pointed[]): Pointers => {
  const codes = new Map<string, Pointed[]>()
  const products = new Map<string, { name: string; short: string; entries: readonly Uuid[] }[]>()
  for (const thing of things) {
    if (thing.kind === 'error-code') push(codes, thing.label.toUpperCase().replace(/[\s-]/g, ''), thing)
    else if (thing.product !== null) {
      const short = plainName(thing.label)
      if (short.length > 1)
        push(products, plainName(thing.product), { name: thing.label, short, entries: thing.entries })
    }
  }
  const models = new Map([...products.keys()].map((name) => [name, modelsOf(name)]))
  const says = (said: string, words: ReadonlySet<string>, product: string): boolean =>
    said.includes(product) || (models.get(product) ?? modelsOf(product)).some((model) => words.has(model))
  return {
    entriesNamed: (question) => {
      const found = new Set<Uuid>()
      const said = plainName(question)
      const words = new Set(said.match(/[a-z\d]+/g))
      for (const code of codes.size === 0 ? [] : possibleCodes(question)) {
        const all = codes.get(code) ?? []
        const own = all.filter(({ product }) => product !== null && says(said, words, plainName(product)))
        for (const { entries } of own.length > 0 ? own : all) for (const id of entries) found.add(id)
      }
      for (const [product, attributes] of products)
        if (product.length > 1 && says(said, words, product))
          for (const { short, entries } of attributes) if (said.includes(short)) for (const id of entries) found.add(id)
      return found.size === 0 ? NOBODY : found
    },
  }
}
