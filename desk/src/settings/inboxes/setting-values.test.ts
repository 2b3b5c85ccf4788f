// Only what changed is sent; emptied fields are removed.
import { expect, test } from 'vitest'
import { changesOf, MASK, type SettingField, shownValue } from './setting-values.ts'

const field = (name: string, more: Partial<SettingField> = {}): SettingField => ({
  name,
  label: name,
  help: '',
  secret: false,
  required: false,
  type: 'text',
  ...more,
})

test('a field shows its value, or what holds without one', () => {
  const trust = field('trust', { type: 'switch', default: false })
  expect(shownValue(trust, {})).toBe(false)
  expect(shownValue(trust, { trust: true })).toBe(true)
})

test('what stayed is not sent, an emptied field is null, a list loses its blanks', () => {
  const form = [field('url'), field('secret', { secret: true }), field('sites', { type: 'list' }), field('count')]
  const before = { url: 'https://a.example', secret: MASK, sites: ['a'], count: 3 }
  expect(changesOf(form, before, before)).toEqual({})
  expect(changesOf(form, before, { ...before, url: '', sites: ['a', '', 'b'], count: 4 })).toEqual({
    url: null,
    sites: ['a', 'b'],
    count: 4,
  })
})
