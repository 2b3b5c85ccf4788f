// Cutting text the way a platform counts it, never inside a surrogate pair and never inside an emoji. Pure.
import type { TextUnit } from './capabilities.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Length of `text` as the platform counts it. */
export const measure = (text: string, unit: TextUnit): number => {
  if (unit === 'utf16') return text.length
  let length = 0
  for (const character of text) length += unit === 'code-points' ? 1 : Buffer.byteLength(character)
  return length
}

/** At most `max` graphemes, with an ellipsis when cut. */
export const shorten = (text: string, max: number): string => {
  const clusters = [...graphemes.segment(text)]
  if (clusters.length <= max) return text
  const kept = clusters.slice(0, Math.max(0, max - 1)).map((cluster) => cluster.segment)
  return `${kept.join('').trimEnd()}…`
}

// A cluster longer than the whole limit (stacked accents) can only be cut between code points.
const clustersOf = (text: string, max: number, unit: TextUnit): string[] =>
  [...graphemes.segment(text)].flatMap(({ segment }) => (measure(segment, unit) <= max ? [segment] : [...segment]))

// Better places to cut have a higher rank: paragraph, line, sentence, clause, word.
const rankAfter = (cluster: string, next: string | undefined): number => {
  if (cluster === '\n' || cluster === '\r\n') return next === '\n' || next === '\r\n' ? 0 : 4
  if (/^[。！？…]$/u.test(cluster)) return 3
  if (/^[.!?]$/u.test(cluster) && (next === undefined || /^\s/u.test(next))) return 3
  if (/^[，、；：,;]$/u.test(cluster)) return 2
  return /^\s$/u.test(cluster) ? 1 : 0
}

/** The best cut in `clusters` not after `limit`: the highest rank in the last half, else the limit itself. */
const bestCut = (clusters: readonly string[], start: number, limit: number): number => {
  let best = limit
  let bestRank = 0
  for (let end = limit; end > start + (limit - start) / 2; end--) {
    const rank = rankAfter(clusters[end - 1]!, clusters[end])
    if (rank > bestRank) {
      best = end
      bestRank = rank
    }
  }
  return best
}

/** Pieces of at most `max`, cut at the best boundary near the limit. Nothing but whitespace is ever lost. */
export const splitText = (text: string, max: number, unit: TextUnit): string[] => {
  if (measure(text, unit) <= max) return text.trim() === '' ? [] : [text]
  const clusters = clustersOf(text, max, unit)
  const pieces: string[] = []
  for (let start = 0; start < clusters.length; ) {
    let limit = start
    for (let used = 0; limit < clusters.length; limit++) {
      used += measure(clusters[limit]!, unit)
      if (used > max) break
    }
    const end = limit === clusters.length ? limit : bestCut(clusters, start, Math.max(limit, start + 1))
    pieces.push(clusters.slice(start, end).join('').trim())
    start = end
  }
  return pieces.filter((piece) => piece !== '')
}
