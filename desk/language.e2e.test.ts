// The language lab in a real browser: try, teach, train, compare, publish, go back; and a message that meant something else.
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

const visit = async (which: Page, path: string, heading = 'Language lab') => {
  await which.goto(`${server.url}/desk/language/${path}`)
  await which.getByRole('heading', { name: heading, exact: true }).first().waitFor()
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
const line = (name: string) => page.locator('.sheet > li', { hasText: name })

describe.skipIf(!hasBrowser)('the language lab in a browser (skipped without one)', () => {
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

  test('a sentence is tried: intent, how sure, which words', async () => {
    await page.getByRole('link', { name: 'Language lab' }).click()
    await page.getByText('Write what a customer would write').waitFor()
    await page.getByLabel('Sentence').fill('Where is my PARCEL')
    await page.locator('.lab-said', { hasText: 'Where is my order' }).waitFor()
    await page.getByText('93.7 % sure').waitFor()
    expect(await page.locator('mark.for').allTextContents()).toEqual(['Where', 'PARCEL'])
    await shot(page, 'l01-try')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Sentence').fill('parcel and refund please')
    await page.getByText('It asks for several things').waitFor()
    await page.getByLabel('Sentence').fill('the moon')
    await page.locator('.lab-said', { hasText: 'None of these' }).waitFor()
    await page.getByText('that is too little to answer').waitFor()
  })

  test('an intent is made, taught, corrected with a way back, and removed', async () => {
    await page.getByRole('link', { name: 'Intents' }).click()
    await line('Refund').first().waitFor()
    await shot(page, 'l02-intents')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Find an intent').fill('尺码')
    await expect.poll(() => page.locator('.sheet > li').count()).toBe(1)
    await page.getByLabel('Find an intent').fill('')
    await page.getByRole('switch', { name: 'Which size is on' }).click()
    await line('Which size').getByText('off', { exact: true }).waitFor()
    await button('New intent').click()
    await page.getByLabel('Name in English').fill('Gift wrap')
    await page.getByLabel('Name in Chinese').fill('礼品包装')
    expect(await page.getByLabel('Short name').inputValue()).toBe('gift-wrap')
    await button('Make the intent').click()
    await page.getByText('No examples yet').waitFor()
    await page.getByLabel('Write a new example').fill('please wrap it')
    await button('Add').click()
    await line('please wrap it').waitFor()
    await button('Remove: please wrap it').click()
    await page.getByText('No examples yet').waitFor()
    await button('Undo').click()
    await line('please wrap it').waitFor()
    await button('Move to another intent: please wrap it').click()
    await page.getByRole('dialog').getByLabel('Find an intent').fill('refund')
    await page.keyboard.press('Enter')
    await page.getByText('It now teaches «Refund».').waitFor()
    await page.getByText('No examples yet').waitFor()
    await button('Remove the intent').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Remove the intent' }).click()
    await page.getByText('«Gift wrap» was removed.').waitFor()
    await line('Refund').getByText('1 own').waitFor()
    await page.getByRole('link', { name: /^Refund/ }).click()
    await line('please wrap it').waitFor()
    await shot(page, 'l03-examples')
    expect(await serious(page)).toEqual([])
  })

  test('examples come in as CSV; lines left out are named', async () => {
    await visit(page, 'intents')
    await button('Import CSV').click()
    await page.getByLabel('Two columns').fill('send it back,refund\nhello,nowhere')
    await button('Look through it').click()
    await page.getByText('1 new example was found.').waitFor()
    await page.getByText('1 line was left out').click()
    await page.getByText('there is no such intent').waitFor()
    await shot(page, 'l04-import')
    expect(await serious(page)).toEqual([])
    await button('Add 1 example').click()
    await page.getByText('1 example was added.').waitFor()
    const download = page.waitForEvent('download')
    await button('Export CSV').click()
    expect((await download).suggestedFilename()).toBe('examples.csv')
  })

  test('train, compare, publish, go back', async () => {
    await page.getByRole('link', { name: 'Versions' }).click()
    await button('Train').click()
    await page.getByRole('progressbar', { name: 'Training' }).waitFor()
    await page.getByText('Version 1 beside the one in use').waitFor()
    await page.locator('.lab-train').getByText('92.5 %').waitFor()
    await page.getByText('2 sentences got better').click()
    await page.getByText('券怎么不能用').waitFor()
    await page.getByText('1 sentence got worse').waitFor()
    await shot(page, 'l05-trained')
    expect(await serious(page)).toEqual([])
    await line('Version 1').getByRole('button', { name: 'Figures' }).click()
    await page.getByRole('img', { name: /^Picture: what is taken for what/ }).waitFor()
    await page.getByRole('img', { name: /^Picture: stated probability/ }).waitFor()
    await page.getByText('As a table').first().click()
    await page.getByRole('cell', { name: 'Coupon does not work' }).first().waitFor()
    await line('Version 1').scrollIntoViewIfNeeded()
    await shot(page, 'l06-figures')
    expect(await serious(page)).toEqual([])
    await line('Version 1').getByRole('button', { name: 'Publish' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Publish' }).click()
    await line('Version 1').getByText('in use', { exact: true }).waitFor()
    await line('Built-in model').getByRole('button', { name: 'Compare' }).click()
    await line('Built-in model').getByRole('button', { name: 'Use a test set of your own' }).click()
    await page.getByLabel('Two columns').fill('x,refund\ny,size\nz,nowhere')
    await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click()
    await page.getByText('On your test set.').waitFor()
    await line('Built-in model').getByRole('button', { name: 'Go back to it' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Go back to it' }).click()
    await line('Built-in model').getByText('in use', { exact: true }).waitFor()
    await line('Version 1').getByText('not in use').waitFor()
  })

  test('a training is stopped', async () => {
    await button('Train').click()
    await button('Stop').click()
    await page.getByText('The training was stopped.').waitFor()
  })

  test('a customer’s message meant something else', async () => {
    const talk = server.shop.talks.find(({ messages }) => messages.some(({ verdict }) => verdict?.intent))!
    const { id, contactId } = talk.row.conversation
    expect(contactId).toBeTruthy()
    await page.goto(`${server.url}/desk/inbox/all/${id}`)
    const chip = page.locator('.verdict-button').first()
    await chip.click()
    await page.getByRole('dialog', { name: 'It meant something else' }).waitFor()
    await page.getByLabel('Find an intent').fill('coupon')
    await page.keyboard.press('ArrowDown')
    await shot(page, 'l07-meant')
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('It is now an example of «Coupon does not work».').waitFor()
    await page.getByText('Coupon does not work (corrected)').waitFor()
    await page.reload()
    await page.getByText('Coupon does not work (corrected)').waitFor()
  })

  test('an agent reads and tries, and is offered nothing to change', async () => {
    server.shop.as('agent')
    const agent = await openPage(browser, complaints)
    await agent.goto(`${server.url}/desk/#link=once-only`)
    await agent.locator('.list').waitFor()
    await visit(agent, 'intents')
    await agent.locator('.sheet > li').first().waitFor()
    expect(await agent.getByRole('button', { name: 'New intent' }).count()).toBe(0)
    expect(await agent.getByRole('switch').count()).toBe(0)
    await visit(agent, 'versions')
    await agent.locator('.sheet > li').first().waitFor()
    expect(await agent.getByRole('button', { name: 'Train' }).count()).toBe(0)
    server.shop.as('owner')
  })

  test.each([
    ...(everyPage ? [{ name: 'dark', more: { colorScheme: 'dark' as const } }] : []),
    { name: 'phone', more: { viewport: { width: 390, height: 780 }, locale: 'zh-CN', colorScheme: 'dark' as const } },
  ])('every tab holds in $name', async ({ name, more }) => {
    const other = await openPage(browser, complaints, more)
    await other.goto(`${server.url}/desk/#link=once-only`)
    await other.locator('.list').waitFor()
    for (const tab of ['try', 'intents', 'intents/refund', 'versions']) {
      await other.goto(`${server.url}/desk/language/${tab}`)
      await other.locator('.lab-tabs').waitFor()
      if (tab === 'try') {
        await other.locator('.lab-ask textarea').first().fill('where is my parcel')
        await other.locator('.lab-said').waitFor()
      } else await other.locator('.sheet > li').first().waitFor()
      if (tab === 'versions') {
        await other.locator('.lab-version .ant-btn').first().click()
        await other.locator('.lab-figure svg').first().waitFor()
      }
      await shot(other, `l08-${name}-${tab.replace('/', '-')}`)
      expect(await serious(other), tab).toEqual([])
      expect(await overflows(other), tab).toBe(0)
    }
    await other.context().close()
  })

  test('nothing drifted from the contract, and the browser had nothing to complain about', () => {
    expect(server.faults).toEqual([])
    // A 503 is part of what is tested: the model in the making.
    expect(complaints.filter((each) => !each.includes('503'))).toEqual([])
  })
})
