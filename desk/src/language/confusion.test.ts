import { expect, test } from 'vitest'
import { matrixOf } from './confusion.ts'

const row = (intent: string, examples: number, right: number) => ({ intent, examples, right, refused: 0 })

test('holds the intents most often taken for one another, right answers on the diagonal', () => {
  const figures = {
    perIntent: [row('a', 10, 6), row('b', 8, 7), row('c', 5, 5), row('d', 4, 3)],
    confusions: [
      { intent: 'a', said: 'b', times: 4 },
      { intent: 'b', said: 'a', times: 1 },
      { intent: 'd', said: 'c', times: 1 },
    ],
  }
  expect(matrixOf(figures, 2)).toEqual({
    intents: ['a', 'b'],
    cells: [
      [6, 4],
      [1, 7],
    ],
    totals: [10, 8],
  })
  expect(matrixOf(figures, 9).intents).toEqual(['a', 'b', 'c', 'd'])
})

test('is empty when nothing was confused', () => {
  expect(matrixOf({ perIntent: [row('a', 3, 3)], confusions: [] }, 12)).toEqual({ intents: [], cells: [], totals: [] })
})
