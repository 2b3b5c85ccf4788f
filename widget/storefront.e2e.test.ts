// The demo shop as a visitor meets it: products, two languages, the demo sign-in, and what the widget is told.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { type Look, launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, startMock } from './test/mock-server.ts'
import { SHOP } from './test/sample-shop.ts'

if (noBrowser !== null) console.warn(`storefront.e2e: left out, because ${noBrowser}`)

describe.skipIf(noBrowser !== null)('the storefront', () => {
  let built: string
  let browser: Browser
  let mock: Mock
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    built = await builtWidget()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    mock = await startMock({ dist: built, json: SHOP })
  })
  afterEach(async () => {
    await page.context().close()
    await mock.close()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })
  const open = async (look: Look = {}) => {
    const made = await newPage(browser, look)
    page = made.page
    errors = made.errors
    await page.goto(`${mock.origin}/storefront/`)
    await page.locator('.launcher').waitFor()
    await page.locator('.grid a').first().waitFor()
  }
  const panel = () => page.frameLocator('iframe.frame')
  const say = async (text: string) => {
    await panel().locator('textarea').fill(text)
    await panel().locator('textarea').press('Enter')
    await panel().locator('.me .bubble', { hasText: text }).waitFor()
  }

  test('speaks both languages, the widget with it', async () => {
    await open({ locale: 'zh-CN' })
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('打开客服聊天')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Single-wall titanium cup').waitFor()
    await page.locator('.launcher').click()
    await panel().getByRole('button', { name: 'Talk to a person' }).waitFor()
  })

  test('the product on view rides with the message, and only while it is on view', async () => {
    await open()
    await page.locator('.grid a').nth(1).click()
    await page.locator('.ask').click()
    await panel().locator('textarea').waitFor()
    await say('有黑色吗')
    const contextOf = (text: string) => {
      const frame = mock.frames.find((one) => one.t === 'send' && JSON.stringify(one.parts).includes(text))
      return frame?.t === 'send' ? frame.context : undefined
    }
    await expect.poll(() => contextOf('有黑色吗')?.productId).toBe('cup')
    await page.locator('.back').click()
    await page.locator('.grid').waitFor()
    await say('随便看看')
    await expect.poll(() => contextOf('随便看看')?.page).toContain('/storefront/')
    expect(contextOf('随便看看')?.productId).toBeUndefined()
  })

  test('a demo customer signs in with a token of their own; the next one starts as a stranger', async () => {
    await open()
    await page.locator('.launcher').click()
    await panel().locator('.starters').waitFor()
    await page.locator('#customer').selectOption('demo-002')
    await expect.poll(() => mock.visits.at(-1)?.identity).toBe('jwt-of-demo-002')
    expect(mock.visits.at(-1)?.token).toBeDefined()
    await page.locator('#customer').selectOption('demo-003')
    await expect.poll(() => mock.visits.at(-1)?.identity).toBe('jwt-of-demo-003')
    // The second customer's token was answered to visit number `second`; nothing after it may present that token.
    const second = mock.visits.findIndex(({ identity }) => identity === 'jwt-of-demo-002') + 1
    for (const { token } of mock.visits.slice(second)) expect(token).not.toBe(`token-${second}`)
  })

  test.for([{ dark: false }, { dark: true, phone: true }])('is accessible and fits (dark: $dark)', async (look) => {
    await open(look)
    expect(await serious(page.mainFrame())).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.locator('.grid a').first().click()
    await page.locator('.ask').waitFor()
    expect(await serious(page.mainFrame())).toEqual([])
  })
})
