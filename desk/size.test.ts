// What must travel before the inbox can be used. Ant Design and the other pages must not creep into it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { builtDesk } from './test/built-desk.ts'

const MOST = 200 * 1024

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}
let folder = ''
let manifest: Record<string, Chunk> = {}
beforeAll(async () => {
  folder = await builtDesk()
  manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as typeof manifest
})

const filesOf = (key: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const css of chunk.css ?? []) seen.add(css)
  for (const next of chunk.imports ?? []) filesOf(next, seen)
  return seen
}
const gzipped = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

test('the inbox needs at most 200 KB (gzip) of script, style and words', () => {
  const files = filesOf('index.html')
  filesOf('src/words/zh-CN.json', files)
  const total = [...files].reduce((sum, file) => sum + gzipped(file), 0)
  expect(files.size).toBeGreaterThan(3)
  expect(total).toBeGreaterThan(50 * 1024)
  expect(total).toBeLessThan(MOST)
})

test('pages and dialogs are loaded when first opened', () => {
  const first = filesOf('index.html')
  for (const page of [
    'team/TeamPage',
    'knowledge/KnowledgePage',
    'promotions/PromotionsPage',
    'settings/SettingsPage',
    'welcome/WelcomePage',
    'dialogs/Dialogs',
  ]) {
    const file = manifest[`src/${page}.tsx`]?.file
    expect(file, page).toBeDefined()
    expect(first.has(file ?? '')).toBe(false)
  }
})

test('the page has hashed names, no inline script and no inline handler', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(html).toMatch(/src="\/desk\/assets\/[\w.-]+-[\w-]{8}\.js"/)
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(html).not.toMatch(/\son\w+=/)
})
