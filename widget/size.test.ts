// What a shop's visitors download, held to a budget: the launcher on every page, the panel on the first click.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Built, buildWidget } from './test/build.ts'

const LOADER_BUDGET = 10 * 1024
const PANEL_BUDGET = 60 * 1024
const LOCALE_BUDGET = 4 * 1024

let built: Built
const dist = (path: string) => readFile(join(built.dist, path.replace(/^\/widget\//, '')), 'utf8')
const weigh = (text: string) => gzipSync(text, { level: 9 }).length

beforeAll(async () => {
  built = await buildWidget()
}, 60_000)
afterAll(() => built?.remove())

test('the loader is one small classic script', async () => {
  const loader = await dist('loader.js')
  expect(weigh(loader)).toBeLessThanOrEqual(LOADER_BUDGET)
  expect(loader).not.toMatch(/\b(import|export)\s*[({"']/)
  expect(loader.trimEnd()).toMatch(/^\(?(function|\(\)\s*=>)/)
  expect(loader.trimEnd()).toMatch(/\)\(\);?$/)
})

test('the panel with its style and one language fits its budget', async () => {
  const page = await dist('panel.html')
  const assets = [...page.matchAll(/(?:src|href)="(\/widget\/[^"]+)"/g)].map((match) => match[1]!)
  expect(assets.length).toBeGreaterThanOrEqual(2)
  const entry = await dist(assets.find((path) => path.endsWith('.js'))!)
  const locales = [...entry.matchAll(/(assets\/|\.\/)((?:en|zh-CN)-[\w-]+\.js)/g)].map((match) => `assets/${match[2]}`)
  expect(new Set(locales).size).toBe(2)
  const words = (await Promise.all([...new Set(locales)].map(dist))).map(weigh)
  expect(Math.max(...words)).toBeLessThanOrEqual(LOCALE_BUDGET)
  const first = (await Promise.all(assets.map(dist))).reduce((sum, text) => sum + weigh(text), weigh(page))
  expect(first + Math.max(...words)).toBeLessThanOrEqual(PANEL_BUDGET)
})

test('nothing in the page needs unsafe-inline', async () => {
  const page = await dist('panel.html')
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
})
