// docs/widget.md, run: its tag on a page of another origin under its policy, its calls in that page, its tables held to the code.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from './src/panel/locales/index.ts'
import { launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, startMock } from './test/mock-server.ts'

if (noBrowser !== null) console.warn(`docs.e2e: left out, because ${noBrowser}`)

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
const page = await read('../docs/widget.md')
const snippets = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]!.trim())
/** The first column of the table that begins with this heading. */
const firstColumn = (heading: string) => {
  const table = new RegExp(`^\\| ${heading} [\\s\\S]*?(?=\\n\\n)`, 'm').exec(page)?.[0] ?? ''
  return [...table.matchAll(/^\| `([^`(]+)/gm)].map((match) => match[1]!)
}

describe('the tables name', () => {
  test('every attribute, call and event, and none besides', async () => {
    const [options, look, commands, bridge] = await Promise.all(
      ['./src/loader/options.ts', './src/look.ts', './src/loader/commands.ts', './src/bridge.ts'].map(read),
    )
    const attributes = /const \{ (inbox, locale) \} = script\.dataset/.exec(options!)?.[1]?.split(', ') ?? []
    const wishes = /const \{ (color, theme, position) \}/.exec(look!)?.[1]?.split(', ') ?? []
    expect(firstColumn('attribute').sort()).toEqual([...attributes, ...wishes].map((name) => `data-${name}`).sort())
    const calls = [.../const COMMANDS = \[([^\]]+)\]/.exec(commands!)![1]!.matchAll(/'(\w+)'/g)].map((one) => one[1]!)
    expect(firstColumn('call').sort()).toEqual(calls.sort())
    const events = [.../type WidgetEvent =([\s\S]*?)export/.exec(bridge!)![1]!.matchAll(/name: '(\w+)'/g)]
    expect(firstColumn('event').sort()).toEqual(events.map((one) => one[1]!).sort())
    for (const locale of LOCALES) expect(page).toContain(`\`${locale}\``)
  })
})

describe.skipIf(noBrowser !== null)('the snippets', () => {
  let built: string
  let browser: Browser
  let mock: Mock
  let shop: Server
  let tab: Page
  let errors: string[]
  let panel: FrameLocator
  const [tag] = snippets('html')
  const [early, later, , onPage] = snippets('js')
  const policy = /^script-src .*$/m.exec(page)?.[0] ?? ''
  const ours = (text: string) => text.replaceAll('https://support.example.com', mock.origin)

  beforeAll(async () => {
    built = await builtWidget()
    browser = await launch()
    // Another host name is another origin to the browser.
    mock = await startMock({ dist: built, ancestors: 'http://localhost:*' })
    shop = createServer((request, reply) => {
      if (request.url === '/your/own/identity') return reply.end('jwt-of-the-customer')
      if (request.url === '/early.js') return reply.setHeader('content-type', 'text/javascript').end(early)
      reply.setHeader('content-type', 'text/html').setHeader('content-security-policy', ours(policy))
      reply.end(
        `<!doctype html><html lang="en"><title>Shop</title><body><script src="/early.js"></script>${ours(tag!)}</body></html>`,
      )
    })
    await new Promise<void>((done) => shop.listen(0, 'localhost', done))
    const made = await newPage(browser, { locale: 'en-GB' })
    tab = made.page
    errors = made.errors
    await tab.goto(`http://localhost:${(shop.address() as AddressInfo).port}/`)
    await tab.locator('.launcher').waitFor()
    panel = tab.frameLocator('iframe.frame')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await mock?.close()
    shop?.closeAllConnections()
    shop?.close()
  })
  /** Over the debugging protocol, as the console would: the policy keeps scripts with text in them out of the page. */
  const run = (snippet: string) => tab.evaluate(`(async () => {\n${snippet}\n})()`)

  test('work on a page of another origin under the policy: chat, context, identity, microphone', async () => {
    await tab.evaluate('ballast.open()')
    await panel.locator('textarea').fill('Hello')
    await panel.locator('textarea').press('Enter')
    await panel.locator('.receipt', { hasText: 'Sent' }).waitFor()
    expect(mock.frames.find(({ t }) => t === 'send')).toMatchObject({ context: { productId: 'p-1', title: 'Shop' } })
    await run(onPage!)
    await expect.poll(() => mock.visits.at(-1)?.identity).toBe('jwt-of-the-customer')
    await panel.locator('.voice').click()
    await panel.getByRole('timer').waitFor()
    await panel.getByRole('button', { name: 'Discard' }).click()
    await run(later!)
    await panel.locator('textarea[placeholder^="Escribe"]').waitFor()
    expect(await tab.locator('.launcher').getAttribute('aria-label')).toBe('Cerrar el chat')
    await expect.poll(() => mock.visits.at(-1)?.identity).toBeUndefined()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })
})
