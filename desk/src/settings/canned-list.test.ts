// Variables of canned replies are filled, unknown ones are left for the writer to see.
import { expect, test } from 'vitest'
import { fillVariables } from './canned-list.ts'

test('variables are filled; what has no value stays as written', () => {
  const text = 'Hello {{customer.name}}, order {{ order.no }} is {{order.status}}. {{nonsense}}'
  expect(fillVariables(text, { 'customer.name': 'Ada', 'order.no': 'A-1' })).toBe(
    'Hello Ada, order A-1 is {{order.status}}. {{nonsense}}',
  )
})
