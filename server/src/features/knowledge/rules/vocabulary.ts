// The words an index knows, what each weighs, and the nearest known word to a misspelt one.
const trigrams = (word: string): string[] => {
  const padded = `^${word}$`
  const grams: string[] = []
  for (let i = 0; i + 3 <= padded.length; i++) grams.push(padded.slice(i, i + 3))
  return grams
}

const SHORTEST_TO_MEND = 5
/** Share of trigrams two spellings must have in common. */
const NEAR = 0.55

/** A term of the index is a number: numbers lie in flat arrays, which cost the garbage collector nothing. */
export type TermId = number
export const UNKNOWN: TermId = -1

export interface Vocabulary {
  readonly size: number
  /** UNKNOWN for a term the index does not hold. */
  idOf(term: string): TermId
  /** Rarer terms weigh more. */
  weightOf(id: TermId): number
  /** An unknown term weighs as much as the rarest, for it is what the index knows nothing of. */
  weightOfUnknown(term: string): number
  /** The term's own number, or that of the known word it is likely a misspelling of, or UNKNOWN. */
  mend(term: string): TermId
}

/** Words every question is made of: they tell entries apart a little, but never make one fit. Stemmed as terms are. */
const FRAME = new Set(
  (
    'a an the i my me you your it is are am do doe did can could will would to of for on in at if or and that this there ' +
    'have ha had get got how what when where who which why long many much soon day with from be been not no up by as we us ' +
    '吗 呢 么 的 了 我 你 您 们 能 可 以 可以 怎 怎么 多 少 多少 几 什 什么 请 请问 是 有 没 吧 啊 呀 在 要 想 给 会 一 个 这 那 就 也 都 你们 我们 我的 能不 不能 是不 有没 还 多久 久 时候 么时 候 时'
  ).split(' '),
)
const FRAME_SHARE = 0.35

const isHanTerm = (term: string): boolean => term.charCodeAt(0) >= 0x3400

const weigh = (term: string, rarity: number, isKnown: boolean): number => {
  const weight = rarity * (FRAME.has(term) ? FRAME_SHARE : 1)
  if (!isHanTerm(term)) return weight
  if (term.length === 1) return weight * 0.5
  // Most pairs of characters across a word's border were never seen, and say little.
  return isKnown ? weight : weight * 0.35
}

/** How often each term occurs is counted in documents. */
export const createVocabulary = (documents: readonly ReadonlySet<string>[]): Vocabulary => {
  const ids = new Map<string, TermId>()
  const counts: number[] = []
  for (const document of documents)
    for (const term of document) {
      const id = ids.get(term) ?? ids.size
      ids.set(term, id)
      counts[id] = (counts[id] ?? 0) + 1
    }
  const idf = (count: number) => Math.log(1 + (documents.length - count + 0.5) / (count + 0.5))
  const weights = new Float32Array(ids.size)
  for (const [term, id] of ids) weights[id] = weigh(term, idf(counts[id]!), true)
  const spellings = spellingsOf(ids)
  return {
    size: ids.size,
    idOf: (term) => ids.get(term) ?? UNKNOWN,
    weightOf: (id) => weights[id]!,
    weightOfUnknown: (term) => weigh(term, idf(0.5), false),
    mend: (term) => {
      const id = ids.get(term)
      if (id !== undefined) return id
      return isHanTerm(term) || term.length < SHORTEST_TO_MEND ? UNKNOWN : nearest(term, spellings)
    },
  }
}

/** Words by the trigrams they are spelt with: those of trigram g stand at places `from` … `to` of `words`. */
interface Spellings {
  readonly places: ReadonlyMap<string, { readonly from: number; readonly to: number }>
  readonly words: Uint32Array
  /** Letters of each word. */
  readonly lengths: Uint16Array
}

const spellingsOf = (ids: ReadonlyMap<string, TermId>): Spellings => {
  const lists = new Map<string, TermId[]>()
  const lengths = new Uint16Array(ids.size)
  for (const [term, id] of ids) {
    lengths[id] = term.length
    if (isHanTerm(term) || term.length < SHORTEST_TO_MEND - 1) continue
    for (const gram of trigrams(term)) {
      const list = lists.get(gram)
      if (list) list.push(id)
      else lists.set(gram, [id])
    }
  }
  const places = new Map<string, { from: number; to: number }>()
  const words: TermId[] = []
  for (const [gram, list] of lists) {
    places.set(gram, { from: words.length, to: words.length + list.length })
    words.push(...list)
  }
  return { places, words: Uint32Array.from(words), lengths }
}

const nearest = (term: string, { places, words, lengths }: Spellings): TermId => {
  const own = trigrams(term)
  const shared = new Map<TermId, number>()
  for (const gram of own) {
    const place = places.get(gram)
    if (place === undefined) continue
    for (let at = place.from; at < place.to; at++) shared.set(words[at]!, (shared.get(words[at]!) ?? 0) + 1)
  }
  let found = UNKNOWN
  let most = NEAR
  for (const [id, count] of shared) {
    const likeness = (2 * count) / (own.length + lengths[id]!)
    if (likeness >= most) {
      found = id
      most = likeness
    }
  }
  return found
}
