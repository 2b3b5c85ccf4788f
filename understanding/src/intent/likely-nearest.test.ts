import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Row } from '../learn/rows.ts'
import { Exemplars } from './exemplars.ts'

const FEATURES = 12
const INTENTS = 3
const VECTOR = fc
  .uniqueArray(fc.tuple(fc.nat(FEATURES - 1), fc.constantFrom(0, 0.1, 0.25, 0.3, 0.7)), { selector: ([f]) => f })
  .map(
    (pairs): Row => ({
      length: pairs.length,
      index: Int32Array.from(pairs, ([f]) => f),
      value: Float32Array.from(pairs, ([, v]) => v),
    }),
  )

/** Every example of the intent compared, as it is meant. */
const compared = (examples: readonly Row[], asked: Row): { best: number; three: number } => {
  const sums = examples
    .map(({ index, value }) =>
      index.reduce((sum, f, i) => {
        const at = asked.index.indexOf(f)
        return sum + (at < 0 ? 0 : asked.value[at]!) * value[i]!
      }, 0),
    )
    .sort((a, b) => b - a)
  const [one = 0, two = 0, three = 0] = sums
  return { best: one, three: (one + two + three) / 3 }
}

it('says of the likely ones alone exactly what comparing all would', () => {
  const taught = fc.array(fc.tuple(VECTOR, fc.integer({ min: -1, max: INTENTS - 1 })), { maxLength: 30 })
  fc.assert(
    fc.property(taught, fc.array(VECTOR, { maxLength: 5 }), (examples, questions) => {
      const start = new Int32Array(examples.length + 1)
      for (const [i, [row]] of examples.entries()) start[i + 1] = start[i]! + row.length
      const rows = {
        count: examples.length,
        start,
        index: Int32Array.from(examples.flatMap(([row]) => [...row.index])),
        value: Float32Array.from(examples.flatMap(([row]) => [...row.value])),
      }
      const labels = Int32Array.from(examples, ([, label]) => label)
      const exemplars = Exemplars.of(rows, labels, { features: FEATURES, classes: INTENTS })
      for (const row of [...questions, ...examples.map(([each]) => each)]) {
        exemplars.open(row)
        for (let intent = 0; intent <= INTENTS; intent++) {
          const of = examples.filter(([, label]) => (label < 0 ? INTENTS : label) === intent).map(([each]) => each)
          expect(exemplars.nearness(intent, { best: 0, three: 0 })).toEqual(compared(of, row))
        }
        exemplars.clear(row)
      }
    }),
  )
})
