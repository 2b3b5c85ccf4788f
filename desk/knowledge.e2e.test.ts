// The knowledge pages in a real browser: find, ask, write, publish, go back; documents, websites, ready-made packs.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launch, serious, shotsInto } from '../tools/test-browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { COLLEAGUE, uuid } from './test/mock-data.ts'
import { type MockServer, startMockServer } from './test/mock-server.ts'
import { openPage, overflows } from './test/open-page.ts'

const shot = shotsInto(process.env.DESK_SHOTS)
const ENTRY = uuid(7, 5)
const DARK = JSON.stringify({ theme: 'dark', language: 'zh-CN' })

let server: MockServer
let browser: Browser
let page: Page
const complaints: string[] = []

const visit = async (which: Page, path: string) => {
  await which.goto(`${server.url}/desk/knowledge${path}`)
  await which.locator('.kb-tabs').waitFor()
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const line = (name: string) => page.locator('.sheet > li', { hasText: name })
const entry = (id = ENTRY) => server.shop.knowledge.all.get(id)!.entry
const says = (text: string) => page.locator('.kb-pack-entry .clamp', { hasText: text }).waitFor()
const told = (text: string | RegExp) => page.locator('.toast', { hasText: text }).last().waitFor()
const file = (name: string, text = 'words') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describe.skipIf(!hasBrowser)('the knowledge pages in a browser (skipped without one)', () => {
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

  test('the list says what customers get of each entry, and is narrowed', async () => {
    await page.getByRole('link', { name: 'Knowledge', exact: true }).click()
    await line('配送时效说明').getByText('Live', { exact: true }).waitFor()
    await line('Double 11').getByText('Not valid yet').waitFor()
    await line('Spring sale').getByText('Expired').waitFor()
    await line('Returns').getByText('Withdrawn', { exact: true }).waitFor()
    await line('wool coats').getByText('Review wanted').waitFor()
    await shot(page, 'k01-list')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Status', { exact: true }).click()
    await page.locator('.ant-select-item', { hasText: 'Withdrawn' }).click()
    await expect.poll(() => page.locator('.kb-list > li').count()).toBe(1)
    await button('All entries').click()
    await expect.poll(() => page.locator('.kb-list > li').count()).toBe(5)
    await page.getByLabel('Find an entry').fill('no such thing')
    await page.getByText('Nothing found').waitFor()
    await button('Bring knowledge in').press('Enter')
    await page.getByRole('menuitem', { name: 'Upload a document' }).waitFor()
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('a question shows what the bot would do, and why', async () => {
    await page.getByLabel('Find an entry').fill('how do I wash my coat?')
    await page.getByText('It answers.').waitFor()
    const first = page.locator('.kb-passage').first()
    expect(await first.getByRole('link').textContent()).toBe('Care of wool coats')
    expect(await first.locator('mark').allTextContents()).toContain('wash')
    await first.getByText('Meaning 30 %').waitFor()
    await shot(page, 'k02-ask')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Find an entry').fill('do you sell bicycles?')
    await page.getByText('It says that it does not know.').waitFor()
    await page.getByLabel('Find an entry').fill('coat')
    await button('How would the bot answer «coat»?').click()
    await page.getByText('It says that it does not know.').waitFor()
    await button('This is the right one: add the question').click()
    expect(await page.getByLabel('Wording 2').inputValue()).toBe('coat')
    await button('Discard').click()
    await page.getByRole('link', { name: 'All entries' }).click()
    await page.getByLabel('Find an entry').fill('do you sell bicycles?')
    await button('Write a new entry for it').click()
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('do you sell bicycles?')
    await page.getByRole('link', { name: 'All entries' }).click()
    await button('Leave without saving').click()
    await page.locator('.kb-list').waitFor()
  })

  test('an entry is drafted, published and taken back', async () => {
    await visit(page, '/entries/new')
    await page.getByLabel('Title', { exact: true }).fill('Gift wrapping')
    await page.getByLabel('Add a wording').fill('do you wrap gifts?')
    await page.keyboard.press('Enter')
    await page.keyboard.type('gift paper')
    await page.keyboard.press('Enter')
    await page.getByLabel('Wording 2').waitFor()
    await button('Remove: gift paper').click()
    await page.getByLabel('Answer', { exact: true }).fill('Yes, for every order.\nIt costs nothing.')
    await page.locator('.kb-bubble', { hasText: 'It costs nothing.' }).waitFor()
    await page.getByLabel('Topic', { exact: true }).fill('gifts')
    await shot(page, 'k03-new')
    await page.getByRole('link', { name: 'All entries' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await button('Stay here').click()
    await button('Save as draft').click()
    await told('Saved as a draft')
    await page.locator('.kb-marks', { hasText: 'Draft' }).waitFor()
    await button('Save and publish').click()
    await told('Published')
    await page.locator('.kb-marks', { hasText: 'Live' }).waitFor()
    expect(page.url()).toMatch(/entries\/[0-9a-f-]{36}$/)
    const id = page.url().slice(-36)
    expect(entry(id)).toMatchObject({ version: 2, questions: ['do you wrap gifts?'], topic: 'gifts' })
    await button('Undo').last().click()
    await page.locator('.kb-marks', { hasText: 'Draft' }).waitFor()
    expect(entry(id)).toMatchObject({
      version: 4,
      liveVersion: null,
      answer: 'Yes, for every order.\nIt costs nothing.',
    })
    await page.getByLabel('Title', { exact: true }).press('Enter')
    expect(entry(id).version).toBe(4)
  })

  test('when and for whom: in the reader’s own time, refused where it is wrong', async () => {
    await visit(page, `/entries/${ENTRY}`)
    await page.getByLabel('Valid from').fill('2026-11-11T00:00')
    await page.getByLabel('Valid until').fill('2026-11-10T00:00')
    await button('Save and publish').click()
    await page.locator('.set-field .set-wrong', { hasText: 'It would end before it begins' }).waitFor()
    await page.getByLabel('Valid until').fill('2030-11-12T00:00')
    await page.getByLabel('Regions').fill('Zhejiang,')
    await shot(page, 'k04-entry')
    expect(await serious(page)).toEqual([])
    await button('Save and publish').click()
    await told('Published')
    expect(entry()).toMatchObject({ validFrom: '2026-11-10T16:00:00.000Z', validTo: '2030-11-11T16:00:00.000Z' })
    expect(entry().audience).toEqual({ levels: ['gold'], regions: ['Zhejiang'], products: ['p1'] })
  })

  test('what somebody else saved meanwhile is shown, and neither is lost', async () => {
    await page.getByLabel('Answer', { exact: true }).fill('Dry clean only, please.')
    server.shop.knowledge.write({ ...entry(), title: 'Care of coats' }, COLLEAGUE)
    await button('Save and publish').click()
    await page.getByText('Somebody changed this meanwhile').first().waitFor()
    await page.locator('.kb-changes ins', { hasText: 'Care of coats' }).waitFor()
    await shot(page, 'k05-conflict')
    expect(await serious(page)).toEqual([])
    await button('Keep mine and go on').click()
    await button('Save and publish').click()
    await told('Published')
    expect(entry()).toMatchObject({ version: 4, answer: 'Dry clean only, please.', title: 'Care of coats' })
  })

  test('versions with their differences, and the way back', async () => {
    await button('Versions (4)').click()
    const drawer = page.getByRole('dialog', { name: 'Versions' })
    await drawer.locator('ins', { hasText: 'Dry clean only, please.' }).waitFor()
    await shot(page, 'k06-versions')
    expect(await serious(page)).toEqual([])
    await drawer
      .locator('.kb-version', { hasText: 'Version 1' })
      .getByRole('button', { name: 'Go back to this' })
      .click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Go back to this' }).click()
    await told('Version 1 is live again.')
    expect(entry()).toMatchObject({ version: 5, status: 'published', validFrom: null })
    await page.keyboard.press('Escape')
    await button('Withdraw').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Withdraw' }).click()
    await page.locator('.kb-marks', { hasText: 'Withdrawn' }).waitFor()
    await button('Undo').last().click()
    await page.locator('.kb-marks', { hasText: 'Live' }).waitFor()
  })

  test('documents come by button and by dropping; each failure has its line', async () => {
    await page.getByRole('link', { name: 'Documents' }).click()
    await page.getByText('No documents yet').waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles([file('returns.pdf'), file('secret.docx'), file('huge.pdf'), file('empty.md', '')])
    await line('returns.pdf').getByText('In use').waitFor()
    await line('secret.docx').getByText('The document has a password').waitFor()
    await line('huge.pdf').getByText('too large, or takes too long').waitFor()
    await line('empty.md').getByText('no text in it').waitFor()
    await button('Show its entries (4)').click()
    const sections = page.locator('.kb-sections li')
    await expect.poll(() => sections.locator('.kb-path').allTextContents()).toEqual(['1', '2', '2.1', '10'])
    await button('Put away: huge.pdf').click()
    await shot(page, 'k07-documents')
    expect(await serious(page)).toEqual([])
    const data = await page.evaluateHandle(() => {
      const dropped = new DataTransfer()
      dropped.items.add(new File(['size,chest\nM,96'], 'sizes.txt'))
      return dropped
    })
    await page.dispatchEvent('.kb-drop', 'drop', { dataTransfer: data })
    await line('sizes.txt').getByText('Its name says another kind').waitFor()
    await page.getByRole('link', { name: 'returns › Section 2.1' }).click()
    await page.getByText('Read from a document, section 2.1').waitFor()
    await page.getByRole('link', { name: 'To the document' }).click()
    await sections.first().waitFor()
    await line('returns.pdf').getByRole('button', { name: 'Remove' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Remove' }).click()
    await told('no longer answers from it')
    await expect.poll(() => line('returns.pdf').count()).toBe(0)
  })

  test('a website is read, again on wish, and removed', async () => {
    await page.getByRole('link', { name: 'Websites' }).click()
    await button('Add a website').click()
    await page.getByLabel('Address', { exact: true }).fill('http://localhost/help')
    await button('Read it').click()
    await page.getByText('Give the public http or https address').waitFor()
    await page.getByLabel('Address', { exact: true }).fill('shop.example/help')
    await page.getByLabel('At most how many pages').fill('20')
    await shot(page, 'k08-site-form')
    expect(await serious(page)).toEqual([])
    await button('Read it').click()
    await line('https://shop.example/help').getByText('12 pages · 1 failed').waitFor()
    await line('https://shop.example/help').getByText('at most 20 pages').waitFor()
    await button('Read again').click()
    await told('It is being read again.')
    await button('Remove').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No websites yet').waitFor()
  })

  test('a pack is fitted, installed, changed and taken out', async () => {
    await page.getByRole('link', { name: 'Ready-made packs' }).click()
    await page.getByRole('link', { name: 'Apparel' }).waitFor()
    await shot(page, 'k09-packs')
    expect(await serious(page)).toEqual([])
    await page.getByRole('link', { name: 'Apparel' }).click()
    await says('Return it within 7 days.')
    await page.getByLabel('Time to return').fill('30')
    await page.getByLabel('Free delivery from').fill('59.5')
    await says('Return it within 30 days.')
    await says('Delivery is free from ¥59.5.')
    await page.getByLabel('Carriers').fill('')
    await page.getByText('This does not fit.').waitFor()
    await page.getByLabel('Carriers').fill('JD Logistics')
    await page.getByRole('checkbox', { name: 'Chinese' }).check()
    await shot(page, 'k10-pack')
    expect(await serious(page)).toEqual([])
    await button('Install 8 entries').click()
    await told('8 entries are live')
    await page.locator('.kb-pack-entry', { hasText: 'In use' }).first().waitFor()
    await page.getByLabel('Time to return').fill('15')
    await button('Update 2 entries').click()
    await told('2 entries are live')
    await button('Take the pack out').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Take the pack out' }).click()
    await told('8 entries withdrawn')
  })

  test('the first steps offer a pack, too', async () => {
    await page.goto(`${server.url}/desk/welcome/3`)
    await page.getByRole('radio', { name: 'Food and groceries' }).check()
    await page.getByLabel('Time to return').fill('3')
    await shot(page, 'k11-first-steps')
    expect(await serious(page)).toEqual([])
    await button('Take this pack and go on').click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/desk/welcome/4')
    expect([...server.shop.knowledge.all.values()].at(-4)?.entry.answer).toBe('Return it within 3 days.')
  })

  test('thousands of entries are shown page by page', async () => {
    server.shop.knowledge.fill(3_000)
    await visit(page, '')
    await page.getByLabel('Topic', { exact: true }).waitFor()
    await expect.poll(() => page.locator('.kb-list > li').count()).toBe(100)
    await button('Show more (now 100)').click()
    await expect.poll(() => page.locator('.kb-list > li').count()).toBe(200)
  })

  test('dark, in Chinese, on a phone; and for a reader who may only look', async () => {
    const phone = await openPage(browser, complaints, { viewport: { width: 390, height: 780 }, hasTouch: true })
    await phone.addInitScript((held) => localStorage.setItem('ballast.desk.preferences', held), DARK)
    await phone.goto(`${server.url}/desk/#link=once-only`)
    await phone.locator('.list').waitFor()
    for (const [name, path] of Object.entries({
      'k12-phone-list': '',
      'k13-phone-entry': `/entries/${ENTRY}`,
      'k14-phone-documents': '/documents',
      'k15-phone-pack': '/packs/apparel',
    })) {
      await visit(phone, path)
      await phone.locator('.kb-line, .kb-editor, .kb-drop, .kb-pack, .kb-pack-entry').first().waitFor()
      expect(await overflows(phone), name).toBe(0)
      await shot(phone, name)
      if (!name.endsWith('documents')) expect(await serious(phone), name).toEqual([])
    }
    await visit(phone, '')
    await phone.getByLabel('查找条目').fill('多久能送到？')
    await phone.getByText('直接回答。').waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, 'k16-phone-ask')
    server.shop.as('viewer')
    await visit(phone, `/entries/${ENTRY}`)
    await phone.locator('.kb-editor').waitFor()
    expect(await phone.getByRole('button', { name: '保存并发布' }).count()).toBe(0)
    await phone.context().close()
  })

  test('nothing was asked that the contract does not know, and the browser did not complain', () => {
    expect(server.faults).toEqual([])
    // The browser notes the status of what was refused.
    expect(complaints.filter((each) => !/status of 413/.test(each))).toEqual([])
  })
})
