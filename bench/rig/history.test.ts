import { expect, test } from 'vitest'
import { inspect, type Seen } from './history.ts'

const customer = (id: string, seq: number): Seen => ({ id, seq, by: 'customer' })
const bot = (id: string, seq: number, inReplyTo: string): Seen => ({ id, seq, by: 'bot', inReplyTo })
const good = [customer('a', 1), bot('x', 2, 'a'), customer('b', 3), bot('y', 4, 'b')]
const sent = [
  { id: 'a', seq: 1 },
  { id: 'b', seq: 3 },
]
const none = { lost: 0, doubled: 0, reordered: 0 }

test('what was promised is there', () => {
  expect(inspect(sent, good, good)).toEqual(none)
  expect(inspect([...sent, { id: 'never acked', seq: undefined }], good, good)).toEqual(none)
  expect(inspect([], [], [])).toEqual(none)
})
test('an acknowledged message that is not there is lost, and so is a hole', () => {
  const rest = [customer('a', 1), bot('x', 2, 'a')]
  expect(inspect(sent, rest, rest)).toEqual({ ...none, lost: 1 })
  const holed = [customer('a', 1), customer('b', 3)]
  expect(inspect(sent, holed, holed)).toEqual({ ...none, lost: 1 })
})
test('an id twice, a number twice and a second reply are doubles', () => {
  const idTwice = [...good, customer('b', 5)]
  expect(inspect(sent, idTwice, idTwice).doubled).toBe(1)
  const twoReplies = [...good, bot('z', 5, 'b')]
  expect(inspect(sent, twoReplies, twoReplies)).toEqual({ ...none, doubled: 1 })
  const numberTwice = [customer('a', 1), bot('x', 2, 'a'), customer('b', 3), bot('y', 3, 'b')]
  expect(inspect(sent, numberTwice, numberTwice).doubled).toBe(1)
})
test('another place than acknowledged, another order than sent, another order on the second device', () => {
  expect(inspect([{ id: 'a', seq: 3 }], good, good).reordered).toBe(1)
  expect(inspect([sent[1]!, sent[0]!], good, good).reordered).toBe(1)
  expect(inspect(sent, good, [good[0]!, good[2]!, good[1]!, good[3]!]).reordered).toBe(2)
  expect(inspect(sent, good, good.slice(0, 3)).reordered).toBeGreaterThan(0)
})
