import { expect, test } from 'vitest'
import { asksAfter, asksFor } from './visit.ts'

const kept = { token: 'old', contactId: 'c' }

test('a returning visitor shows the token, and starts anew only when it is refused', () => {
  expect(asksFor(kept, null)).toEqual([{ token: 'old' }, {}])
  expect(asksAfter('token.expired', [{}])).toEqual([{}])
  expect(asksAfter('server.busy', [{}])).toEqual([])
})

test('an identity is offered with the token, then alone, and is given up last', () => {
  const asks = asksFor(kept, 'jwt')
  expect(asks).toEqual([{ token: 'old', identity: 'jwt' }, { identity: 'jwt' }, { token: 'old' }, {}])
  expect(asksAfter('token.invalid', asks.slice(1))).toEqual(asks.slice(1))
})

test('two signed identities are never joined: the visitor stays who they were', () => {
  expect(asksAfter('identity.conflict', asksFor(kept, 'jwt').slice(1))).toEqual([{ token: 'old' }])
})
