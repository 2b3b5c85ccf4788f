import { problem } from '@ballast/contract/problems'
import { expect, test } from 'vitest'
import { toProblem } from './reply-with-problem.ts'

const fate = (error: unknown) => {
  const { told, bug } = toProblem(error)
  return [told.code, bug]
}

test('what a client is told, and what is our bug', () => {
  expect(fate(problem('inbox.unknown'))).toEqual(['inbox.unknown', false])
  expect(fate(Object.assign(new Error('no file'), { statusCode: 404 }))).toEqual(['request.not-found', false])
  expect(fate(new TypeError('ours'))).toEqual(['server.error', true])
  expect(fate(null)).toEqual(['server.error', true])
})
test('a database that is being restarted is busy: worth trying again, and logged', () => {
  expect(fate(Object.assign(new Error('crash'), { code: '57P02' }))).toEqual(['server.busy', true])
  expect(fate(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toEqual(['server.busy', true])
})
