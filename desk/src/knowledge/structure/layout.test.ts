// Boxes never lie on each other, and the same graph looks the same.
import { expect, test } from 'vitest'
import { layOut, meets, nextIn } from './layout.ts'

const boxes = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `n${n}`, width: 120, height: 30 }))
const star = (count: number) => Array.from({ length: count - 1 }, (_, n) => ({ from: 'n0', to: `n${n + 1}` }))

test.each([
  ['one', 1, []],
  ['sixty around one', 60, star(60)],
  ['sixty without links', 60, []],
  ['a chain', 20, Array.from({ length: 19 }, (_, n) => ({ from: `n${n}`, to: `n${n + 1}` }))],
])('%s', (_, count, lines) => {
  const places = layOut(boxes(count), lines, 'n0')
  expect(places.size).toBe(count)
  const all = [...places.values()]
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 120 || Math.abs(a.y - b.y) >= 30).toBe(true)
  expect(layOut(boxes(count), lines, 'n0')).toEqual(places)
})
test('the order in which things come does not matter', () => {
  const places = layOut(boxes(12), star(12))
  expect(layOut(boxes(12).reverse(), star(12).reverse())).toEqual(places)
})
test('links to what is not drawn and to oneself are left aside', () => {
  const lines = [
    { from: 'n0', to: 'nowhere' },
    { from: 'n1', to: 'n1' },
  ]
  expect([...layOut(boxes(2), lines).keys()].sort()).toEqual(['n0', 'n1'])
})
test('a line ends at the edge of a box', () => {
  expect(meets({ x: -500, y: 0 }, { x: 0, y: 0 }, { width: 100, height: 30 })).toEqual({ x: -50, y: 0 })
  expect(meets({ x: 0, y: 0 }, { x: 0, y: 0 }, { width: 100, height: 30 })).toEqual({ x: 0, y: 0 })
})
test('arrow keys go to the nearest in their direction', () => {
  const places = new Map([
    ['here', { x: 0, y: 0 }],
    ['near', { x: 100, y: 10 }],
    ['far', { x: 300, y: 0 }],
    ['below', { x: 10, y: 90 }],
  ])
  expect(nextIn(places, 'here', 'ArrowRight')).toBe('near')
  expect(nextIn(places, 'here', 'ArrowDown')).toBe('below')
  expect(nextIn(places, 'here', 'ArrowLeft')).toBeUndefined()
  expect(nextIn(places, 'nobody', 'ArrowLeft')).toBeUndefined()
})
