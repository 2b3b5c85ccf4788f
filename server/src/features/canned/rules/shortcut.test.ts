import { expect, it } from 'vitest'
import { foldShortcut } from './shortcut.ts'

it.each([
  ['Hi', 'hi'],
  ['ＨＩ', 'hi'],
  ['退款', '退款'],
  ['ÉTÉ', 'été'],
  ['e\u0301', 'é'],
])('%s is %s', (given, folded) => expect(foldShortcut(given)).toBe(folded))
