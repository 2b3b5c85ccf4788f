import { expect, it } from 'vitest'
import { signsIn } from './signs.ts'

it.each([
  '☹',
  '❤',
  '⭐',
  '☺',
  '❗',
  '⁉',
  '😡',
  '🤝',
  ':)',
  '^^',
  '<3',
  'T_T',
  'QAQ',
  '>:(',
  '(╯°□°',
  'ಥ_ಥ',
  'Σ(',
  'o_O',
])('sees %s beside Han', (sign) => {
  expect(signsIn(`好的 ${sign}`).seen).toContain(sign)
  expect(signsIn('好的').seen).toEqual([])
})

it('counts marks of either width', () => {
  expect(signsIn('快点！！!')).toMatchObject({ exclaims: 3, questions: 0, shouting: 0 })
  expect(signsIn('在吗?？')).toMatchObject({ exclaims: 0, questions: 2 })
  expect(signsIn('WHERE IS MY PARCEL').shouting).toBe(1)
})
