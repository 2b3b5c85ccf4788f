// The part of a confusion matrix that is worth a picture: the intents most often taken for one another.
import type { Figures } from './lab.ts'

export interface Matrix {
  readonly intents: readonly string[]
  /** `cells[row][column]`: how often examples of `intents[row]` were taken for `intents[column]`. */
  readonly cells: readonly (readonly number[])[]
  /** Examples of each row, those taken for intents outside the picture included. */
  readonly totals: readonly number[]
}

export const matrixOf = (
  { confusions, perIntent }: Pick<Figures, 'confusions' | 'perIntent'>,
  most: number,
): Matrix => {
  const weight = new Map<string, number>()
  for (const { intent, said, times } of confusions)
    for (const each of [intent, said]) weight.set(each, (weight.get(each) ?? 0) + times)
  const intents = [...weight]
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([intent]) => intent)
  const held = new Map(perIntent.map((row) => [row.intent, row]))
  const times = new Map(confusions.map((each) => [`${each.intent} ${each.said}`, each.times]))
  const cells = intents.map((row) =>
    intents.map((column) => (row === column ? (held.get(row)?.right ?? 0) : (times.get(`${row} ${column}`) ?? 0))),
  )
  return { intents, cells, totals: intents.map((intent) => held.get(intent)?.examples ?? 0) }
}
