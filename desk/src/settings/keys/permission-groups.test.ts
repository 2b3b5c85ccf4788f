// Every permission has a group and words, so that none can be given unseen.
import { PERMISSIONS, type Permission } from '@ballast/contract/permissions'
import { expect, test } from 'vitest'
import en from '../../words/en.settings.json' with { type: 'json' }
import { GRAVE, GROUPS, PRESETS, ungrouped, wordKey } from './permission-groups.ts'

test('every permission stands in exactly one group and has words', () => {
  const named: Permission[] = Object.values(GROUPS).flat()
  expect(ungrouped()).toEqual([])
  expect(new Set(named).size).toBe(named.length)
  expect(Object.keys(en.apiKeys.may).sort()).toEqual((Object.keys(PERMISSIONS) as Permission[]).map(wordKey).sort())
})

test('no preset gives what is grave', () => {
  const preset: Permission[] = Object.values(PRESETS).flat()
  expect(preset.filter((permission) => GRAVE.includes(permission))).toEqual([])
})
