import { expect, test } from 'vitest'
import { chooseLocale, directionOf, LOCALES, loadWords, nearest } from './index.ts'

test.each([
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh_TW', 'zh-TW'],
  ['ja-JP', 'ja'],
  ['ko-KR', 'ko'],
  ['es-MX', 'es'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['fr-CA', null],
  ['not a tag', null],
  ['', null],
])('%s is spoken as %s', (tag, locale) => {
  expect(nearest(tag)).toBe(locale)
})

test('the first wish that can be met is met', () => {
  expect(chooseLocale([null, 'fr', 'de-AT', 'es-419', 'en'])).toBe('es')
  expect(chooseLocale([null, 'fr'])).toBeNull()
})

test('what is read from the right says so', () => {
  expect(LOCALES.map(directionOf)).toEqual(LOCALES.map(() => 'ltr'))
  expect(['ar', 'he-IL', 'fa', 'ur', 'az', 'not a tag'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ])
})

/** Every leaf under its path; a sentence with gaps is filled in, each gap told apart. */
const leaves = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'function') {
    const filled =
      path.startsWith('system') || /greeting|typing|sending|eta|waiting|back|noted/.test(path) ? ['Ⅰ', 'Ⅱ'] : [7, 7]
    return [[path, String((value as (...gaps: unknown[]) => string)(...filled))]]
  }
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

test.each(LOCALES)('%s says every thing in words of its own, with every gap filled', async (locale) => {
  const words = await loadWords(locale)
  expect(words.locale).toBe(locale)
  const english = new Map(leaves(await loadWords('en')))
  const own = leaves(words)
  expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort())
  for (const [path, text] of own) {
    expect(text.trim(), path).not.toBe('')
    expect(text, path).not.toMatch(/undefined|\[object|\$\{/)
    // What fills a gap may have been made small in the middle of a sentence.
    for (const gap of ['Ⅰ', 'Ⅱ', '7'])
      if (english.get(path)?.toUpperCase().includes(gap)) expect(text.toUpperCase(), path).toContain(gap)
  }
  if (locale === 'en') return
  // Short technical words are the same everywhere; sentences are not.
  const same = own.filter(([path, text]) => text.length > 6 && english.get(path) === text)
  expect(same).toEqual([])
})
