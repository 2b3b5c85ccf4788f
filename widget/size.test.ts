// What a shop's visitors download, held to a budget: the launcher on every page, the panel on the first click.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { LOCALES } from './src/panel/locales/index.ts'
import { builtWidget } from './test/built-widget.ts'

const LOADER_BUDGET = 10 * 1024
const PANEL_BUDGET = 60 * 1024
const LOCALE_BUDGET = 4 * 1024

let built: string
const dist = (path: string) => readFile(join(built, path.replace(/^\/widget\//, '')), 'utf8')
const weigh = (text: string) => gzipSync(text, { level: 9 }).length

beforeAll(async () => {
  built = await builtWidget()
}, 60_000)

test('the loader is one small classic script', async () => {
  const loader = await dist('loader.js')
  expect(weigh(loader)).toBeLessThanOrEqual(LOADER_BUDGET)
  expect(loader).not.toMatch(/\b(import|export)\s*[({"']/)
  expect(loader.trimEnd()).toMatch(/^\(?(function|\(\)\s*=>)/)
  expect(loader.trimEnd()).toMatch(/\)\(\);?$/)
})

test('the panel with its style and any one language fits its budget, and what is rare stays behind', async () => {
  const page = await dist('panel.html')
  const assets = [...page.matchAll(/(?:src|href)="(\/widget\/[^"]+)"/g)].map((match) => match[1]!)
  expect(assets.length).toBeGreaterThanOrEqual(2)
  const entry = await dist(assets.find((path) => path.endsWith('.js'))!)
  const first = (await Promise.all(assets.map(dist))).reduce((sum, text) => sum + weigh(text), weigh(page))
  const inAssets = await readdir(join(built, 'assets'))
  for (const locale of LOCALES) {
    const file = inAssets.find((name) => name.startsWith(`${locale}-`) && name.endsWith('.js'))!
    // Named by the entry, so loaded when asked for; not in the page, so not before.
    expect(entry).toContain(file)
    expect(page).not.toContain(file)
    const words = weigh(await dist(`assets/${file}`))
    expect(words, locale).toBeLessThanOrEqual(LOCALE_BUDGET)
    expect(first + words, locale).toBeLessThanOrEqual(PANEL_BUDGET)
  }
  const recorder = inAssets.find((name) => name.startsWith('Recorder-'))!
  expect(entry).toContain(recorder)
  expect(page).not.toContain(recorder)
  expect(entry).not.toContain('getUserMedia({')
})

test('nothing in the page needs unsafe-inline', async () => {
  const page = await dist('panel.html')
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
})
