import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, DEFAULT_COLOR, inkOn, READABLE } from './color.ts'
import { readWishes } from './look.ts'
import { shadesOf } from './panel/paint.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('text can be read on every colour a shop may choose, and the colour can be read as text', () => {
  fc.assert(
    fc.property(color, (accent) => {
      expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(READABLE)
      const { light, dark } = shadesOf(accent)
      for (const back of ['#ffffff', '#f3f5f5', light.soft])
        expect(contrast(light.ink, back)).toBeGreaterThanOrEqual(READABLE)
      for (const back of ['#16191b', '#23282b', dark.soft])
        expect(contrast(dark.ink, back)).toBeGreaterThanOrEqual(READABLE)
    }),
    { numRuns: 2_000 },
  )
})

test('the shades also carry the panel’s own ink, and a colour that reads already stays as it is', () => {
  fc.assert(
    fc.property(color, (accent) => {
      const { light, dark } = shadesOf(accent)
      expect(contrast('#1a2022', light.soft)).toBeGreaterThanOrEqual(READABLE)
      expect(contrast('#e9eded', dark.soft)).toBeGreaterThanOrEqual(READABLE)
    }),
  )
  expect(shadesOf(DEFAULT_COLOR).light.ink).toBe(DEFAULT_COLOR)
})

test('only a look that can be used is used', () => {
  expect(readWishes({ color: '#AbCdEf', theme: 'dark', position: 'left', greeting: 'x' })).toEqual({
    color: '#AbCdEf',
    theme: 'dark',
    position: 'left',
  })
  for (const bad of [null, 7, {}, { color: 'red' }, { color: '#fff' }, { color: '#12345g', theme: 'x', position: 1 }])
    expect(readWishes(bad)).toEqual({})
})

const SHEETS = globSync('panel/**/*.css', { cwd: import.meta.dirname })

test('no style of the panel is left out', () => {
  expect(SHEETS.map((sheet) => basename(sheet))).toEqual(
    expect.arrayContaining(['panel.css', 'menu.css', 'rating.css']),
  )
})

test.each(SHEETS)('%s names no left and no right: a language read from the right mirrors it', (sheet) => {
  const css = readFileSync(join(import.meta.dirname, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const sided = [
    ...(css.match(/(^|[\s;{])(left|right|(margin|padding|border|inset)-(left|right)[\w-]*)\s*:/g) ?? []),
    ...(css.match(/border-(top|bottom)-(left|right)-radius/g) ?? []),
    ...(css.match(/(text-align|float)\s*:\s*(left|right)/g) ?? []),
    ...[...css.matchAll(/(?:padding|margin|inset):\s*([^;]+);/g)]
      .map((match) => match[1]!.replace(/\([^()]*(\([^()]*\))?[^()]*\)/g, '()').split(/\s+/))
      .filter((sides) => sides.length === 4 && sides[1] !== sides[3])
      .map((sides) => sides.join(' ')),
  ]
  expect(sided).toEqual([])
})
