import { expect, test } from 'vitest'
import { gradeOf, type Marks } from './grade.ts'

const grade = (more: Partial<Marks>) =>
  gradeOf({ turns: 1, intents: ['return'], lookUps: 0, handedOver: false, ...more })

test.each<[string, Partial<Marks>, ReturnType<typeof gradeOf>]>([
  ['nothing was asked', { turns: 0, intents: [] }, null],
  ['one question, one answer', {}, 'frequent'],
  ['politeness around it', { turns: 3, intents: ['greeting', 'return', 'thanks', 'bye'] }, 'frequent'],
  ['an order looked up', { intents: ['order-where'], lookUps: 1 }, 'scenario'],
  ['two wishes', { turns: 2, intents: ['return', 'invoice'] }, 'scenario'],
  ['several steps', { turns: 4 }, 'scenario'],
  ['three wishes', { turns: 3, intents: ['return', 'invoice', 'price'] }, 'complex'],
  ['a long back and forth', { turns: 10 }, 'complex'],
  ['many look-ups', { turns: 4, lookUps: 4 }, 'complex'],
  ['a person had to take over', { handedOver: true }, 'complex'],
])('%s', (_, marks, expected) => expect(grade(marks)).toBe(expected))

test('more of anything never makes it simpler', () => {
  const order = [null, 'frequent', 'scenario', 'complex']
  for (let turns = 1; turns < 14; turns++)
    for (let lookUps = 0; lookUps < 6; lookUps++) {
      const at = order.indexOf(grade({ turns, lookUps }))
      expect(order.indexOf(grade({ turns: turns + 1, lookUps }))).toBeGreaterThanOrEqual(at)
      expect(order.indexOf(grade({ turns, lookUps: lookUps + 1 }))).toBeGreaterThanOrEqual(at)
    }
})
