// Words spelt wrongly, brought near the word that was meant: for features, not for display.

const VOWELS = /[aeiouy]/g
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/gh|ck|[cq]/g, 'k'],
  [/sch|sh/g, 's'],
  [/z/g, 's'],
  [/wh/g, 'w'],
  [/th/g, 't'],
  [/([a-z])\1+/g, '$1'],
]

/**
 * What is left of a Latin word without vowels, doubled letters and letters that sound alike: "recieve", "receive" and
 * "receeve" share one. Words under four letters and those with digits are their own skeleton.
 */
export const skeletonOf = (word: string): string => {
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word
  let bones = word.replaceAll("'", '')
  for (const [pattern, sound] of SOUNDS) bones = bones.replace(pattern, sound)
  const first = bones[0] ?? ''
  return (
    first +
    bones
      .slice(1)
      .replace(VOWELS, '')
      .replace(/([a-z])\1+/g, '$1')
  )
}

/** One letter more, less, other, or two neighbours swapped. Words under four letters must be equal: they are too near each other. */
export const withinOneEdit = (first: string, second: string): boolean => {
  if (first === second) return true
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.length < 4 || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1)
  if (short.slice(start + 1) === long.slice(start + 1)) return true
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  )
}
