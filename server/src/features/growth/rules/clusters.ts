// Questions that ask the same, brought together as they come. Pure: what a cluster is follows from the questions and their
// order alone, and one keeps its id while others join it, leave it or split from it.
import { createNeighbours, type Neighbour, type Neighbours, type Sentence } from '@ballast/understanding/similar'
import { emptyMiddle, isStale, type Middle, sentenceOfMiddle, shift } from './middle.ts'
import { mostLikeAll } from './most-like-all.ts'

export interface Asked {
  readonly id: string
  readonly sentence: Sentence
}
/** question -> the cluster it is in now, and the one it was in before; only those that moved. */
export type Moves = ReadonlyMap<string, Move>
export interface Move {
  readonly from: string | undefined
  readonly into: string
}

export interface Clusters {
  readonly size: number
  /** As it was placed before: what is read back from storage. */
  hold(asked: Asked, cluster: string): void
  /** A new question finds its place; old ones may move when clusters become one or two. `newId` names a cluster. */
  place(asked: Asked, newId: () => string): Moves
  /** False: not held. */
  remove(id: string): boolean
  clusterOf(id: string): string | undefined
  /** All that are held. */
  ids(): string[]
  members(cluster: string): readonly string[]
  /** Shaped by hand: new questions join these, but nothing splits them or makes them one with another. */
  keep(clusters: readonly string[]): void
  /** The question most like all others of its cluster; undefined: no such cluster. */
  central(cluster: string): string | undefined
}

/** As alike as this, a question joins a cluster. This and the next two were chosen on the tuning groups of `bench/clusters`. */
const JOIN = 0.18
/** Two clusters whose middles are this alike become one. */
const MERGE = 0.25
/** Members that are less alike than this do not hold a cluster together. */
const HOLD = 0.18
/** How much the nearest member says, beside the middle of its cluster. */
const FIRST_VOICE = 0.3
/** The nearest that hold a member in its cluster. */
const VOICES = 3
/** Nearly the same words: counted with the one it repeats, and not compared any more. */
const TWIN = 0.6
/** Neighbours looked at for one question. */
const LOOK = 25
/** A cluster is looked at for splitting when it has doubled, from this size on, and up to that. */
const SPLIT_FROM = 8
const SPLIT_TO = 400
/** What splits off must be asked in so many ways. */
const LEAST_PART = 3

interface Member {
  readonly sentence: Sentence
  /** Those that say nearly the same. */
  readonly twins: Map<string, Sentence>
  cluster: string
}
interface State {
  readonly neighbours: Neighbours
  readonly members: Map<string, Member>
  /** twin -> the member it repeats. */
  readonly twinOf: Map<string, string>
  readonly clusters: Map<string, Set<string>>
  readonly middles: Map<string, Middle>
  /** Of the middles, by cluster. */
  readonly centres: Neighbours
  /** Size at which a cluster was last looked at for splitting. */
  readonly looked: Map<string, number>
  /** The member that names a cluster, and how many there were when it was chosen. */
  readonly names: Map<string, { readonly id: string; readonly size: number }>
  readonly moves: Map<string, Move>
  /** Shaped by hand. */
  kept: ReadonlySet<string>
}

type Near = { readonly cluster: string; readonly score: number }

const renew = (state: State, cluster: string, middle: Middle): void => {
  if (isStale(middle)) state.centres.add(cluster, sentenceOfMiddle(middle))
}

const leave = (state: State, id: string, cluster: string): void => {
  const all = state.clusters.get(cluster)!
  all.delete(id)
  const middle = state.middles.get(cluster)!
  shift(middle, state.members.get(id)!.sentence, -1)
  if (all.size > 0) {
    renew(state, cluster, middle)
    return
  }
  state.centres.remove(cluster)
  state.clusters.delete(cluster)
  state.middles.delete(cluster)
  state.looked.delete(cluster)
  state.names.delete(cluster)
}

const enter = (state: State, id: string, cluster: string): void => {
  if (!state.clusters.has(cluster)) {
    state.clusters.set(cluster, new Set())
    state.middles.set(cluster, emptyMiddle())
  }
  state.clusters.get(cluster)!.add(id)
  const middle = state.middles.get(cluster)!
  shift(middle, state.members.get(id)!.sentence, 1)
  renew(state, cluster, middle)
}

/** Moved twice in one placing, it came from where it was at first. */
const note = ({ moves }: State, id: string, { from, into }: Move): void =>
  void moves.set(id, { from: moves.has(id) ? moves.get(id)!.from : from, into })

const move = (state: State, id: string, cluster: string): void => {
  const member = state.members.get(id)!
  for (const one of [id, ...member.twins.keys()]) note(state, one, { from: member.cluster, into: cluster })
  leave(state, id, member.cluster)
  member.cluster = cluster
  enter(state, id, cluster)
}

const addMember = (state: State, { id, sentence }: Asked, cluster: string): void => {
  state.members.set(id, { sentence, twins: new Map(), cluster })
  state.neighbours.add(id, sentence)
  enter(state, id, cluster)
}

const addTwin = (state: State, { id, sentence }: Asked, of: string): void => {
  state.members.get(of)!.twins.set(id, sentence)
  state.twinOf.set(id, of)
}

/** Clusters near a sentence, best first: by their middle, and by their nearest member. */
const near = (state: State, sentence: Sentence, found: readonly Neighbour[]): Near[] => {
  const first = new Map<string, number>()
  for (const { id, score } of found) {
    const cluster = state.members.get(id)?.cluster
    if (cluster !== undefined && !first.has(cluster)) first.set(cluster, score)
  }
  return state.centres
    .search(sentence, LOOK)
    .filter(({ id }) => first.has(id))
    .map(({ id, score }) => ({ cluster: id, score: FIRST_VOICE * first.get(id)! + (1 - FIRST_VOICE) * score }))
    .sort((a, b) => b.score - a.score || (a.cluster < b.cluster ? -1 : 1))
}

/** The larger one keeps its id; of equal ones the one that was there first. */
const join = (state: State, one: string, other: string): void => {
  if (state.kept.has(one) || state.kept.has(other)) return
  const [a, b] = [state.clusters.get(one)!, state.clusters.get(other)!]
  const isOlder = state.clusters.keys().find((id) => id === one || id === other) === one
  const [into, from] = a.size > b.size || (a.size === b.size && isOlder) ? [one, other] : [other, one]
  for (const id of [...state.clusters.get(from)!]) move(state, id, into)
}

/** How alike the middles of two clusters are. */
const likeness = (state: State, one: string, other: string): number => {
  const middle = sentenceOfMiddle(state.middles.get(one)!)
  return state.centres.search(middle, LOOK).find(({ id }) => id === other)?.score ?? 0
}

/** Groups of members that hold together, largest first. */
const partsOf = (state: State, all: ReadonlySet<string>): string[][] => {
  const part = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    for (let up = part.get(at); up !== undefined && up !== at; up = part.get(at)) at = up
    return at
  }
  for (const id of all) {
    const alike = state.neighbours
      .search(state.members.get(id)!.sentence, LOOK)
      .filter((one) => one.id !== id && one.score >= HOLD && all.has(one.id))
    for (const other of alike.slice(0, VOICES)) part.set(root(other.id), root(id))
  }
  return [...Map.groupBy(all, root).values()].sort((a, b) => b.length - a.length)
}

/** What no longer holds together becomes two: the larger part keeps the id. */
const split = (state: State, cluster: string, newId: () => string): void => {
  const all = state.clusters.get(cluster)!
  if (state.kept.has(cluster) || all.size < SPLIT_FROM || all.size > SPLIT_TO) return
  if (all.size < 2 * (state.looked.get(cluster) ?? SPLIT_FROM / 2)) return
  state.looked.set(cluster, all.size)
  const [, ...others] = partsOf(state, all)
  for (const part of others) {
    if (part.length < LEAST_PART) continue
    const made = newId()
    for (const id of part) move(state, id, made)
  }
}

/** The member that says nearly the same. */
const repeated = (state: State, found: readonly Neighbour[]): string | undefined =>
  found.find(({ id, score }) => score >= TWIN && state.members.has(id))?.id

const place = (state: State, asked: Asked, newId: () => string): void => {
  const found = state.neighbours.search(asked.sentence, LOOK)
  const twin = repeated(state, found)
  if (twin !== undefined) {
    addTwin(state, asked, twin)
    note(state, asked.id, { from: undefined, into: state.members.get(twin)!.cluster })
    return
  }
  const [best, second] = near(state, asked.sentence, found)
  const joins = best !== undefined && best.score >= JOIN
  addMember(state, asked, joins ? best.cluster : newId())
  note(state, asked.id, { from: undefined, into: state.members.get(asked.id)!.cluster })
  if (!joins) return
  if (second !== undefined && second.score >= JOIN && likeness(state, best.cluster, second.cluster) >= MERGE)
    join(state, best.cluster, second.cluster)
  split(state, state.members.get(asked.id)!.cluster, newId)
}

const remove = (state: State, id: string): boolean => {
  const of = state.twinOf.get(id)
  if (of !== undefined) {
    state.twinOf.delete(id)
    return state.members.get(of)!.twins.delete(id)
  }
  const member = state.members.get(id)
  if (member === undefined) return false
  state.neighbours.remove(id)
  const [first, ...rest] = member.twins
  if (first !== undefined) {
    // Another says it now.
    state.twinOf.delete(first[0])
    addMember(state, { id: first[0], sentence: first[1] }, member.cluster)
    for (const [twin, sentence] of rest) addTwin(state, { id: twin, sentence }, first[0])
  }
  leave(state, id, member.cluster)
  state.members.delete(id)
  return true
}

/** Chosen anew when a fourth has come or gone, or the one chosen before has. */
const central = (state: State, cluster: string): string | undefined => {
  const size = state.clusters.get(cluster)?.size ?? 0
  const known = state.names.get(cluster)
  const stays = known !== undefined && state.members.get(known.id)?.cluster === cluster
  if (stays && Math.abs(size - known.size) * 4 < size) return known.id
  const id = mostCentral(state, cluster)
  if (id !== undefined) state.names.set(cluster, { id, size })
  return id
}

const mostCentral = (state: State, cluster: string): string | undefined => {
  const all = [...(state.clusters.get(cluster) ?? [])].map((id) => ({ id, ...state.members.get(id)! }))
  return mostLikeAll(all.map(({ id, sentence, twins }) => ({ id, sentence, times: 1 + twins.size })))
}

/** `background`: sentences of everyday, so that five questions know which words are rare. Never in a cluster. */
export const createClusters = (background: readonly Sentence[] = []): Clusters => {
  const [neighbours, centres] = [createNeighbours(), createNeighbours()]
  for (const [at, sentence] of background.entries())
    for (const one of [neighbours, centres]) one.add(`~${at}`, sentence)
  const state: State = {
    neighbours,
    members: new Map(),
    twinOf: new Map(),
    clusters: new Map(),
    middles: new Map(),
    centres,
    looked: new Map(),
    names: new Map(),
    moves: new Map(),
    kept: new Set(),
  }
  return {
    get size() {
      return state.members.size + state.twinOf.size
    },
    hold: (asked, cluster) => {
      const twin = repeated(state, state.neighbours.search(asked.sentence, LOOK))
      if (twin !== undefined && state.members.get(twin)!.cluster === cluster) addTwin(state, asked, twin)
      else addMember(state, asked, cluster)
    },
    place: (asked, newId) => {
      state.moves.clear()
      place(state, asked, newId)
      return new Map(state.moves)
    },
    remove: (id) => remove(state, id),
    clusterOf: (id) => state.members.get(state.twinOf.get(id) ?? id)?.cluster,
    ids: () => [...state.members.keys(), ...state.twinOf.keys()],
    members: (cluster) =>
      [...(state.clusters.get(cluster) ?? [])].flatMap((id) => [id, ...state.members.get(id)!.twins.keys()]),
    keep: (clusters) => {
      state.kept = new Set(clusters)
    },
    central: (cluster) => central(state, cluster),
  }
}
