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

export interface Vocabulary {
  /** Rarer terms weigh more; an unknown term weighs as much as the rarest, for it is what the index knows nothing of. */
  weight(term: string): number
  /** The term itself, or the known word it is likely a misspelling of. */
  mend(term: string): string
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

/** How often each term occurs is counted in documents. */
export const createVocabulary = (documents: readonly ReadonlySet<string>[]): Vocabulary => {
  const counts = new Map<string, number>()
  for (const document of documents) for (const term of document) counts.set(term, (counts.get(term) ?? 0) + 1)
  const byTrigram = new Map<string, string[]>()
  for (const term of counts.keys()) {
    if (isHanTerm(term) || term.length < SHORTEST_TO_MEND - 1) continue
    for (const gram of trigrams(term)) {
      const list = byTrigram.get(gram)
      if (list) list.push(term)
      else byTrigram.set(gram, [term])
    }
  }
  const idf = (count: number) => Math.log(1 + (documents.length - count + 0.5) / (count + 0.5))
  return {
    weight: (term) => {
      const count = counts.get(term)
      const rarity = idf(count ?? 0.5) * (FRAME.has(term) ? FRAME_SHARE : 1)
      if (!isHanTerm(term)) return rarity
      if (term.length === 1) return rarity * 0.5
      // Most pairs of characters across a word's border were never seen, and say little.
      return count === undefined ? rarity * 0.35 : rarity
    },
    mend: (term) => {
      if (counts.has(term) || isHanTerm(term) || term.length < SHORTEST_TO_MEND) return term
      return nearest(term, byTrigram) ?? term
    },
  }
}

const nearest = (term: string, byTrigram: ReadonlyMap<string, readonly string[]>): string | null => {
  const own = trigrams(term)
  const shared = new Map<string, number>()
  for (const gram of own) for (const word of byTrigram.get(gram) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1)
  let found: string | null = null
  let most = NEAR
  for (const [word, count] of shared) {
    const likeness = (2 * count) / (own.length + word.length)
    if (likeness >= most) {
      found = word
      most = likeness
    }
  }
  return found
}
