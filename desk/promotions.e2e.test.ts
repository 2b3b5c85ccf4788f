// The promotions page in a real browser: find, write, pause, remove, import, check, try a cart, publish, correct, go back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyPage, hasBrowser, launch, serious, shotsInto } from '../tools/test-browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { type MockServer, startMockServer } from './test/mock-server.ts'
import { openPage, overflows } from './test/open-page.ts'

const shot = shotsInto(process.env.DESK_SHOTS)

let server: MockServer
let browser: Browser
let page: Page
const complaints: string[] = []

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const rule = (name: string) => page.locator('.promo-rule', { hasText: name })
const dialog = () => page.getByRole('dialog').last()
/** Within the page that is open, as a link would. */
const visit = (which: Page, at: string) =>
  which.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/desk/promotions/${at}`)
/** Notices stand above the page for a while; nobody waits for them here. */
const dismiss = () => page.evaluate(() => document.querySelector<HTMLElement>('.toasts')?.hidePopover())
const tab = async (name: string) => page.locator('.set-tabs').getByRole('link', { name }).click()

describe.skipIf(!hasBrowser)('the promotions page in a browser (skipped without one)', () => {
  beforeAll(async () => {
    server = await startMockServer(await builtDesk())
    browser = await launch()
    page = await openPage(browser, complaints)
    await page.goto(`${server.url}/desk/#link=once-only`)
    await page.locator('.list').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('rules stand in words and are found by kind, state, campaign, product and words', async () => {
    await page.getByRole('link', { name: 'Promotions' }).click()
    await rule('40 off 300').getByText('from ¥300.00: ¥40.00 off; from 5 pieces: 15 % off').waitFor()
    await rule('Welcome coupon').getByText('code NEW: ¥10.00 off').waitFor()
    await rule('Summer 15 % off').getByText('paused', { exact: true }).waitFor()
    await shot(page, 'p01-rules')
    expect(await serious(page)).toEqual([])
    const count = () => page.locator('.promo-rule').count()
    await page.getByLabel('Kind').selectOption('Coupon')
    await expect.poll(count).toBe(1)
    await button('Clear the filter').click()
    await page.getByLabel('State').selectOption('not yet')
    await expect.poll(count).toBe(1)
    await button('Clear the filter').click()
    await page.getByLabel('Campaign').selectOption('双11')
    await page.getByLabel('For product id').fill('coat')
    await page.getByText('2 of 13 rules').waitFor()
    await button('Clear the filter').click()
    await page.getByLabel('Find by name').fill('parka')
    await expect.poll(count).toBe(1)
    await button('Clear the filter').click()
  })

  test('a rule is written in the form of its kind, in units and percent; what is wrong is said there', async () => {
    await button('New rule').click()
    await shot(page, 'p02-kinds')
    expect(await serious(page)).toEqual([])
    await dialog()
      .getByRole('button', { name: /^Threshold off/ })
      .click()
    await dialog().getByRole('button', { name: 'Save to the draft' }).click()
    await dialog().getByText('This is needed.').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await dialog().getByLabel('Name *').fill('Autumn')
    await dialog().getByLabel('From amount').fill('199.999')
    await dialog().getByLabel('Amount off').fill('20')
    await dialog().getByText('An amount in units').waitFor()
    await shot(page, 'p03-wrong')
    expect(await serious(page)).toEqual([])
    await dialog().getByLabel('From amount').fill('199.90')
    await dialog().getByRole('button', { name: 'Add a step' }).click()
    await dialog().getByLabel('From pieces').nth(1).fill('3')
    await dialog().getByLabel('Discount').nth(1).fill('12.5')
    await dialog().getByText('from ¥199.90: ¥20.00 off; from 3 pieces: 12.5 % off').waitFor()
    await dialog().getByLabel('Until').fill('2031-11-12T00:00')
    await shot(page, 'p04-form')
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Enter')
    await rule('Autumn').getByText('new in the draft').waitFor()
    await page.getByText('1 change is in the draft').waitFor()
    const saved = await page.evaluate(async () => {
      const reply = await fetch('/api/promotions/versions/3/rules?limit=500')
      const { rules } = (await reply.json()) as { rules: { name: string; tiers?: object; to?: string }[] }
      return rules.find(({ name }) => name === 'Autumn')
    })
    expect(saved).toMatchObject({
      tiers: [
        { amount: 19_990, minus: 2_000 },
        { pieces: 3, pay: 875 },
      ],
      to: '2031-11-11T16:00:00.000Z',
    })
  })

  test('a rule is edited, duplicated, paused, removed, each with a way back', async () => {
    await page.getByRole('link', { name: /Welcome coupon/ }).click()
    expect(await dialog().getByLabel('Amount off').inputValue()).toBe('10')
    await dialog().getByLabel('Amount off').fill('15')
    await page.keyboard.press('Escape')
    await dialog().getByRole('button', { name: 'Stay' }).click()
    expect(await dialog().getByLabel('Amount off').inputValue()).toBe('15')
    await dialog().getByRole('button', { name: 'Save to the draft' }).click()
    await rule('Welcome coupon').getByText('changed in the draft').waitFor()
    await rule('Welcome coupon').getByText('¥15.00 off').waitFor()
    await button('Duplicate: Free tote').click()
    await dialog().getByRole('button', { name: 'Save to the draft' }).click()
    await rule('Free tote (copy)').waitFor()
    await button('Pause: Coat flash').click()
    await rule('Coat flash').getByText('paused', { exact: true }).waitFor()
    await button('Undo').last().click()
    await rule('Coat flash').getByText('in force', { exact: true }).waitFor()
    await button('Remove: Free tote').click()
    await expect.poll(() => rule('Free tote').count()).toBe(1)
    await button('Undo').last().click()
    await expect.poll(() => rule('Free tote').count()).toBe(2)
  })

  test('a table comes in with every bad row named, and goes out', async () => {
    await button('Import, export, settings').click()
    await page.getByRole('menuitem', { name: 'Import a table' }).click()
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: 'rules.csv', mimeType: 'text/csv', buffer: Buffer.from('id,kind\n') })
    await dialog().getByText('“Steps” cannot be read.').waitFor()
    await dialog().getByText('the id stands there twice.').waitFor()
    await shot(page, 'p05-import')
    expect(await serious(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Take in 1 rule' }).click()
    await rule('From a table').getByText('30 % off').waitFor()
    const download = page.waitForEvent('download')
    await button('Import, export, settings').click()
    await page.getByRole('menuitem', { name: 'Export as XLSX' }).click()
    expect((await download).suggestedFilename()).toMatch(/^promotions-\d+\.xlsx$/)
    await button('Import, export, settings').click()
    await page.getByRole('menuitem', { name: 'Currency and campaigns' }).click()
    expect(await dialog().getByLabel('Name *').inputValue()).toBe('双11')
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('a colleague who was faster is not written over unseen', async () => {
    await page.getByRole('link', { name: /Second at half price/ }).click()
    await dialog().getByLabel('Discount').fill('60')
    await page.evaluate(async () => {
      const { versions } = (await (await fetch('/api/promotions/versions')).json()) as {
        versions: { version: number }[]
      }
      const base = versions[0]?.version
      const { rules } = (await (await fetch(`/api/promotions/versions/${base}/rules?limit=500`)).json()) as {
        rules: { id: string }[]
      }
      const put = rules.filter(({ id }) => id === 'half').map((each) => ({ ...each, pay: 300 }))
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ base, put, remove: [] })
      await fetch('/api/promotions/versions', { method: 'POST', headers, body })
    })
    await dialog().getByRole('button', { name: 'Save to the draft' }).click()
    await dialog().getByText('changed this rule meanwhile: every 2. piece: 70 % off').waitFor()
    expect(await dialog().getByLabel('Discount').inputValue()).toBe('60')
    await dialog().getByRole('button', { name: 'Save to the draft' }).click()
    await rule('Second at half price').getByText('60 % off').waitFor()
  })

  test('what the check finds leads to its rules', async () => {
    await tab('Check')
    await page.getByText('set flash prices for the same goods').waitFor()
    await shot(page, 'p06-check')
    expect(await serious(page)).toEqual([])
    await visit(page, 'rules/presale')
    await dialog().getByLabel('Balance until').fill('2020-01-01T00:00')
    await page.keyboard.press('Enter')
    await rule('Parka presale').getByText('changed in the draft').waitFor()
    await button('See and publish').click()
    await dialog().getByText('must be corrected').waitFor()
    expect(await dialog().getByRole('button', { name: 'Put in force' }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await visit(page, 'rules/presale')
    await dialog().getByLabel('Balance until').fill('2030-01-01T00:00')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await tab('Check')
    await page.getByRole('link', { name: 'Coat flash' }).click()
    await page.getByRole('dialog', { name: 'Flash price' }).waitFor()
    await page.keyboard.press('Escape')
    await rule('Coat flash').waitFor()
  })

  test('a cart is tried under the rules in force and the draft, with the proof', async () => {
    await tab('Try a cart')
    await page.getByLabel('Product id').fill('coat')
    await page.getByLabel('Price a piece').fill('199')
    await page.getByLabel('Quantity').fill('2')
    await page.getByLabel('Coupons held').fill('NEW')
    await page.keyboard.press('Enter')
    const [now, then] = [
      page.getByRole('region', { name: 'In force now' }),
      page.getByRole('region', { name: 'With the draft' }),
    ]
    await now.locator('.promo-total', { hasText: '¥348.00' }).waitFor()
    await then.locator('.promo-total', { hasText: '¥323.00' }).waitFor()
    await now.getByText('Welcome coupon: -¥10.00').waitFor()
    await then.getByText('differs').waitFor()
    await then.scrollIntoViewIfNeeded()
    await shot(page, 'p07-cart')
    expect(await serious(page)).toEqual([])
  })

  test('publishing says what changes and leads to the answers now wrong, which are corrected', async () => {
    await button('See and publish').click()
    await dialog().getByText('3 new rules').waitFor()
    await dialog().getByText('Amount off: ¥10.00').waitFor()
    await dialog().getByText('Discount: 50 % off').waitFor()
    await shot(page, 'p08-publish')
    expect(await serious(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Put in force' }).click()
    await page.getByText('3 prices told before are wrong now').waitFor()
    await page.getByText('no longer sold so').waitFor()
    await shot(page, 'p09-wrong')
    expect(await serious(page)).toEqual([])
    const links = page.getByRole('link', { name: 'Conversation' })
    expect(await links.first().getAttribute('href')).toMatch(/^\/desk\/inbox\/all\/[0-9a-f-]{36}$/)
    await button('Send 3 corrections').click()
    await page.getByText('2 customers were told. 1 could not be sent.').waitFor()
    await page.getByText('Nothing was said; try again later').waitFor()
    await expect.poll(() => page.locator('.promo-wrong').count()).toBe(1)
    await page.getByLabel('All (1)').click()
    expect(await page.getByRole('button', { name: /^Send 0/ }).isDisabled()).toBe(true)
    await shot(page, 'p10-failed')
  })

  test('versions are listed; an older one is looked at, and rolled back to', async () => {
    await dismiss()
    await tab('Versions')
    await page.locator('.promo-version', { hasText: 'in force' }).first().waitFor()
    await shot(page, 'p11-versions')
    expect(await serious(page)).toEqual([])
    await page.locator('.promo-version', { hasText: 'Version 1' }).last().getByRole('button').click()
    await dialog()
      .getByText(/\d+ rules go/)
      .waitFor()
    await page.keyboard.press('Escape')
    await dismiss()
    await button('Roll back').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Roll back' }).click()
    await page.getByText('3 prices told before are wrong now').last().waitFor()
    await dismiss()
    await tab('Versions')
    await page.locator('.promo-version', { hasText: 'Version 2' }).getByText('in force', { exact: true }).waitFor()
  })

  test('an agent reads and tries, and is offered nothing to change', async () => {
    server.shop.as('agent')
    const agent = await openPage(browser, complaints)
    await agent.goto(`${server.url}/desk/#link=once-only`)
    await agent.locator('.list').waitFor()
    await agent.goto(`${server.url}/desk/promotions/rules/big`)
    await agent.getByRole('dialog', { name: 'Threshold off' }).waitFor()
    expect(await agent.getByRole('button', { name: 'Save to the draft' }).count()).toBe(0)
    await agent.keyboard.press('Escape')
    expect(await agent.getByRole('button', { name: /^(New rule|Remove:|Pause:)/ }).count()).toBe(0)
    await agent.goto(`${server.url}/desk/promotions/wrong`)
    await agent.locator('.promo-wrong').first().waitFor()
    expect(await agent.getByRole('checkbox').count()).toBe(0)
    await agent.context().close()
    server.shop.as('owner')
  })

  test.each([
    ...(everyPage ? [{ name: 'dark', more: { colorScheme: 'dark' as const } }] : []),
    { name: 'phone', more: { viewport: { width: 390, height: 780 }, locale: 'zh-CN', colorScheme: 'dark' as const } },
  ])('every tab holds in $name', async ({ name, more }) => {
    const other = await openPage(browser, complaints, more)
    await other.goto(`${server.url}/desk/#link=once-only`)
    await other.locator('.list').waitFor()
    const marks = {
      rules: '.promo-rule',
      'rules/big': 'dialog',
      'rules/duty': 'dialog',
      check: '.promo-finding',
      simulator: '.promo-cart',
      versions: '.promo-version',
      wrong: '.promo-wrong',
    }
    for (const [at, mark] of Object.entries(marks)) {
      await visit(other, at)
      await other.locator(mark).first().waitFor()
      await shot(other, `p12-${name}-${at.replace('/', '-')}`)
      expect(await serious(other), at).toEqual([])
      expect(await overflows(other), at).toBe(0)
    }
    await other.context().close()
  })

  test('nothing drifted from the contract, and the browser had nothing to complain about', () => {
    expect(server.faults).toEqual([])
    expect(complaints).toEqual([])
  })
})
