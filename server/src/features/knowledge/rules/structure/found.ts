// What reading an entry for its structure gives: typed things and how they hang together, each with the words it stands on.
import type { StructureEdge, StructureNode } from '@ballast/contract/routes/structure'

export type NodeKind = StructureNode['kind']
export type EdgeType = StructureEdge['type']

export interface FoundNode {
  /** Kind, scope and name: the same key is the same thing, in whatever entry it stands. */
  readonly key: string
  readonly kind: NodeKind
  readonly label: string
  readonly value: string
  readonly unit: string
  /** The words it was read from. */
  readonly quote: string
}
export interface FoundEdge {
  readonly type: EdgeType
  readonly from: string
  readonly to: string
  /** Which of several, from 1: of steps. Else 0. */
  readonly place: number
  readonly quote: string
}
export interface Found {
  readonly nodes: readonly FoundNode[]
  readonly edges: readonly FoundEdge[]
}

/** Letters. */
const LONGEST_LABEL = 200
const LONGEST_VALUE = 500
const LONGEST_QUOTE = 300
/** Of one entry: more is a table of data, not knowledge somebody looks at. */
const MOST_NODES = 60
const MOST_EDGES = 120

const cut = (text: string, most: number): string => text.trim().slice(0, most).trim().toWellFormed()
/** As names are compared: width, case, spaces and marks aside. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')

export interface Thing {
  readonly kind: NodeKind
  readonly label: string
  readonly value?: string
  readonly unit?: string
  /** What tells two of one name apart, such as the product an error code is of. */
  readonly scope?: string
}

/** Gathers what is found; the first to name a thing says what it is. */
export const createFound = () => {
  const nodes = new Map<string, FoundNode>()
  const edges = new Map<string, FoundEdge>()
  return {
    /** Its key; null when it has no name, or there is no more room. */
    node: ({ kind, label, value = '', unit = '', scope = '' }: Thing, quote: string): string | null => {
      const name = plainName(label).slice(0, LONGEST_LABEL)
      if (name === '') return null
      const key = `${kind}|${plainName(scope).slice(0, LONGEST_LABEL)}|${name}`
      if (nodes.has(key)) return key
      if (nodes.size >= MOST_NODES) return null
      const said = { label: cut(label, LONGEST_LABEL), value: cut(value, LONGEST_VALUE), unit: cut(unit, 20) }
      nodes.set(key, { key, kind, ...said, quote: cut(quote, LONGEST_QUOTE) })
      return key
    },
    edge: (type: EdgeType, ends: readonly [string | null, string | null], more: { quote: string; place?: number }) => {
      const [from, to] = ends
      if (from === null || to === null || from === to || edges.size >= MOST_EDGES) return
      const key = `${type} ${from} ${to}`
      if (edges.has(key)) return
      edges.set(key, { type, from, to, place: more.place ?? 0, quote: cut(more.quote, LONGEST_QUOTE) })
    },
    end: (): Found => ({ nodes: [...nodes.values()], edges: [...edges.values()] }),
  }
}
export type Finding = ReturnType<typeof createFound>
