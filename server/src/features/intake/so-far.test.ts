// What is said while a turn runs: nothing while it may be quick, then everything whole, then nothing.
import { expect, test } from 'vitest'
import { createSoFar } from './so-far.ts'

test('is kept until followed, told once each, and ends', () => {
  const soFar = createSoFar()
  const heard: string[] = []
  soFar.onText('a')
  soFar.onText('ab')
  expect(heard).toEqual([])
  soFar.follow((text) => heard.push(text))
  soFar.onText('ab')
  soFar.onText('')
  soFar.onText('abc')
  soFar.end()
  soFar.onText('abcd')
  expect(heard).toEqual(['ab', 'abc'])
})

test('tells nothing when nothing was said', () => {
  const soFar = createSoFar()
  soFar.follow(() => expect.unreachable())
  soFar.end()
})
