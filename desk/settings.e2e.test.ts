// The settings in a real browser: every screen's life, what is refused and where it says so, and who may do what.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyPage, hasBrowser, launch, serious, shotsInto } from '../tools/test-browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { type MockServer, startMockServer } from './test/mock-server.ts'
import { OPEN_INBOX, WEB_INBOX } from './test/mock-settings.ts'
import { openPage, overflows } from './test/open-page.ts'

const shot = shotsInto(process.env.DESK_SHOTS)

let server: MockServer
let browser: Browser
let page: Page
const complaints: string[] = []

const at = (path: string) => `${server.url}/desk/settings/${path}`
const visit = async (which: Page, path: string, heading: string) => {
  await which.goto(at(path))
  await which.getByRole('heading', { name: heading, exact: true }).first().waitFor()
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
/** Rows of a list of hundreds. */
const LIKE_THE_FIRST = '.canned-line:nth-child(n + 20)'
const saved = async () => {
  await button('Save').click()
  await page.getByText('Saved.').first().waitFor()
  await expect.poll(() => button('Save').count()).toBe(0)
}

describe.skipIf(!hasBrowser)('the settings in a browser (skipped without one)', () => {
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

  test('your name is saved; leaving with something unsaved asks first, also by the browser’s Back', async () => {
    await page.goto(`${server.url}/desk/knowledge`)
    await page.getByText('Returns within 30 days').waitFor()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Your name').fill('Mei Lin Chen')
    await page.getByRole('link', { name: 'Signing in' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await button('Stay here').click()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mei Lin Chen')
    await page.goBack()
    await button('Stay here').click()
    expect(new URL(page.url()).pathname).toBe('/desk/settings')
    await saved()
    await page.getByRole('link', { name: 'Signing in' }).click()
    await page.getByRole('heading', { name: 'Second factor' }).waitFor()
    await page.getByRole('link', { name: 'You', exact: true }).click()
    await page.getByLabel('Your name').fill('Somebody')
    await page.getByRole('link', { name: 'Workspace' }).click()
    await button('Leave without saving').click()
    await page.getByLabel('Name of the workspace').fill('Harbour 港湾')
    await saved()
    await page.locator('.brand-name', { hasText: 'Harbour 港湾' }).waitFor({ state: 'attached' })
  })

  test('an inbox is made, and what comes next opens: its look, with a preview that follows', async () => {
    await visit(page, 'inboxes', 'Inboxes')
    await page.getByText('Sending stopped').waitFor()
    await shot(page, 's01-inboxes')
    await button('New inbox').click()
    await page.getByText('Your own program').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Autumn sale')
    await shot(page, 's02-new-inbox')
    expect(await serious(page)).toEqual([])
    await button('Make the inbox').click()
    await page.getByLabel('Greeting').fill('Hi! Looking for something warm?')
    await page.locator('.sketch', { hasText: 'Looking for something warm?' }).waitFor()
    await page.getByLabel('Colour', { exact: true }).fill('#ffe100')
    await page.getByText('this colour is hard to see', { exact: false }).waitFor()
    await shot(page, 's03-look')
    await button('Take this shade').click()
    await button('Add a question').click()
    await page.getByLabel('Question 1', { exact: true }).fill('Where is my parcel?')
    await page.locator('.sketch', { hasText: 'Where is my parcel?' }).waitFor()
    expect(await serious(page)).toEqual([])
    await saved()
    await page.getByText('The real chat').click()
    await page.frameLocator('.panel-frame').getByText('The real chat').waitFor()
  })

  test('hours say what they come to; a refused zone is shown at its place and nothing is lost', async () => {
    await visit(page, `inboxes/${WEB_INBOX}/hours`, '港湾旗舰店')
    await page.locator('.opening', { hasText: /^(Now open, until|Now closed\. Open again)/ }).waitFor()
    await shot(page, 's04-hours')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Time zone').fill('troll')
    await page.locator('.ant-select-item', { hasText: 'Troll' }).click()
    await page.getByLabel('Saturday: people answer').click()
    await page.getByLabel('Saturday, stretch 1: from').fill('10:00')
    await button('Save').click()
    await page.locator('.set-field', { hasText: 'Time zone' }).getByRole('alert').waitFor()
    expect(await page.getByLabel('Saturday, stretch 1: from').inputValue()).toBe('10:00')
    await page.getByLabel('Time zone').fill('北京')
    await page.locator('.ant-select-item', { hasText: 'Shanghai' }).click()
    await page.getByLabel('A day off').fill('2027-02-17')
    await button('Add the day').click()
    await saved()
    await page.reload()
    expect(await page.getByLabel('Saturday, stretch 1: from').inputValue()).toBe('10:00')
    await page.getByText('Wednesday, February 17, 2027').waitFor()
    await page.getByText('At any time', { exact: true }).click()
    await page.getByText('People answer at any time.').waitFor()
    await saved()
  })

  test('a wrong site is marked on its line; an address is cut to its site', async () => {
    await visit(page, `inboxes/${WEB_INBOX}/origins`, '港湾旗舰店')
    await page.getByText('No site is named').waitFor()
    await button('Add a site').click()
    await page.getByLabel('Site 1', { exact: true }).fill('https://Shop.example/sale?x=1')
    await button('Add a site').click()
    await page.getByLabel('Site 2', { exact: true }).fill('shop')
    await button('Save').click()
    await page.getByText('Correct the marked line').waitFor()
    expect(await page.getByLabel('Site 2', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Site 1', { exact: true }).inputValue()).toBe('https://shop.example')
    await button('Remove site 2').click()
    await saved()
  })

  test('turning an inbox off is asked; teams restrict it', async () => {
    await visit(page, `inboxes/${WEB_INBOX}/general`, '港湾旗舰店')
    await page.getByLabel('Name of the bot').fill('小港')
    await page.getByLabel('Who sees it').click()
    await page.locator('.ant-select-item', { hasText: 'After-sales' }).click()
    await page.getByText('Only these teams, and managers.').waitFor()
    await page.getByLabel('Name of the bot').click()
    await saved()
    await button('Turn off').click()
    await page.getByText('The chat disappears from your pages').waitFor()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Turn off' }).click()
    await page.getByText('This inbox is off').waitFor()
    await button('Turn on').click()
    await page.getByText('This inbox is on').waitFor()
    await shot(page, 's05-general')
    expect(await serious(page)).toEqual([])
  })

  test('the line to paste is copied; the identity secret is shown once', async () => {
    await visit(page, `inboxes/${WEB_INBOX}/install`, '港湾旗舰店')
    await button('Copy: Paste this line into your pages').click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`<script async src="${server.url}/widget/loader.js" data-inbox="pk_1harbour"></script>`)
    await button('Make a new secret').click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Make a new secret' }).click()
    await page.getByText('once-shown-identity-secret').waitFor()
    await page.getByText("kid: 'a1b2c3d4e5f6'").waitFor()
    await shot(page, 's06-install')
    expect(await serious(page)).toEqual([])
    await button('I have kept it').click()
    expect(await page.getByText('once-shown-identity-secret').count()).toBe(0)
  })

  test('a channel’s settings are drawn from the server’s form; a refusal stands at its field', async () => {
    await visit(page, `inboxes/${OPEN_INBOX}/channel`, 'Kiosk app')
    await page.getByLabel('Webhook address (optional)').fill('kiosk')
    await page.getByLabel('Trust its customer numbers').click()
    await page.getByLabel('Label of tags (optional)').fill('kiosk\nlobby\n')
    await button('Replace').click()
    await page.getByLabel('API key (optional)').fill('a-new-key-that-nobody-guesses')
    await button('Save').click()
    await page.locator('.set-field', { hasText: 'Webhook address' }).getByRole('alert').waitFor()
    await shot(page, 's07-channel')
    expect(await serious(page)).toEqual([])
    await page.getByLabel('Webhook address (optional)').fill('https://kiosk.example/new')
    await saved()
    expect(await page.getByText('a-new-key-that-nobody-guesses').count()).toBe(0)
    expect(await page.getByLabel('API key (optional)').inputValue()).toBe('••••')
  })

  test('delivery that stopped is said above the desk, and resumed', async () => {
    await page.goto(`${server.url}/desk/inbox/all`)
    await page.getByText('Answers from «Kiosk app» no longer reach').waitFor()
    await shot(page, 's08-strip')
    await page.getByRole('link', { name: 'See what to do' }).click()
    await page.getByText('We have stopped sending').waitFor()
    await button('It works again: send what waits').click()
    await page.getByRole('heading', { name: 'Messages arrive' }).waitFor()
    await expect.poll(() => page.locator('.strip').count()).toBe(0)
  })

  test('a canned reply: written with variables, refused where its shortcut is taken, removed and put back', async () => {
    await visit(page, 'canned', 'Canned replies')
    await shot(page, 's09-canned')
    await button('New canned reply').click()
    const dialog = page.getByRole('dialog', { name: 'New canned reply' })
    await dialog.getByLabel('Title').fill('Refund: how long?')
    expect(await dialog.getByLabel('Shortcut').inputValue()).toBe('refund-how-long')
    await dialog.getByLabel('Words').fill('Dear ')
    await dialog.getByRole('button', { name: 'Customer', exact: true }).click()
    await page.keyboard.type(', within three days.')
    expect(await dialog.getByLabel('Words').inputValue()).toBe('Dear {{customer.name}}, within three days.')
    await dialog.getByText('Dear Amelia, within three days.').waitFor()
    await shot(page, 's10-canned-editor')
    expect(await serious(page, LIKE_THE_FIRST)).toEqual([])
    await dialog.getByLabel('Shortcut').fill('hello')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.locator('.set-field', { hasText: 'Shortcut' }).getByRole('alert').waitFor()
    await dialog.getByLabel('Shortcut').fill('refund')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const line = page.locator('.canned-line', { hasText: 'Refund: how long?' })
    await line.waitFor()
    await button('Remove «Refund: how long?»').click()
    await expect.poll(() => line.count()).toBe(0)
    await button('Undo').click()
    await line.waitFor()
    await page.getByLabel('Search shortcuts, titles and words').fill('within three days')
    await expect.poll(() => page.locator('.canned-line').count()).toBe(1)
  })

  test('a key: made with what it needs, its secret shown once, revoked after a question', async () => {
    await visit(page, 'keys', 'API keys')
    await shot(page, 's11-keys')
    await button('New API key').click()
    expect(await button('Make the key').isDisabled()).toBe(true)
    await page.getByLabel('Name', { exact: true }).fill('ERP')
    await button('Keep knowledge up to date').click()
    expect(await page.getByLabel('Write and publish knowledge').isChecked()).toBe(true)
    await page.getByLabel('See orders').check()
    await shot(page, 's12-new-key')
    expect(await serious(page)).toEqual([])
    await button('Make the key').click()
    await page.getByText('blk_2new_once-shown-key').waitFor()
    await button('Copy: API key').click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('blk_2new_once-shown-key')
    await button('I have kept it').click()
    const line = page.locator('.key-line', { hasText: 'ERP' })
    await line.getByText('Never used').waitFor()
    expect(await page.getByText('blk_2new_once-shown-key').count()).toBe(0)
    await line.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('Programs that use it are refused at once').waitFor()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Revoke' }).click()
    await expect.poll(() => line.count()).toBe(0)
  })

  test('a team: made, given people and an inbox', async () => {
    await page.goto(`${server.url}/desk/team/teams`)
    await page.getByLabel('Name of the new team').fill('Night shift')
    await button('Make the team').click()
    await page.getByRole('button', { name: /^Night shift/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Night shift' })
    await dialog.getByLabel(/Jonas Weber/).click()
    await page.getByText('Jonas Weber is in Night shift.').waitFor()
    await expect.poll(() => dialog.getByLabel(/Jonas Weber/).isChecked()).toBe(true)
    expect(await dialog.getByLabel(/^Autumn sale/).isDisabled()).toBe(true)
    await dialog.getByLabel(/^Kiosk app/).click()
    await page.getByText('Night shift sees Kiosk app.').waitFor()
    await expect.poll(() => dialog.getByLabel(/^Kiosk app/).isChecked()).toBe(true)
    await shot(page, 's13-team')
    expect(await serious(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: /^Night shift 1 person/ }).waitFor()
    await shot(page, 's14-teams')
  })

  test('a second factor shows a code to scan', async () => {
    server.shop.as('manager')
    await visit(page, 'security', 'Signing in')
    await page.getByRole('region', { name: 'Second factor' }).getByLabel('Present password').fill('correct horse')
    await button('Begin').click()
    await page.locator('.factor-code svg').waitFor()
    expect(await page.getByLabel('Key for the authenticator app').inputValue()).toContain('otpauth://')
    expect(await serious(page)).toEqual([])
    await shot(page, 's15-security')
  })

  test('an agent sees what an agent may, and is told why not', async () => {
    server.shop.as('agent')
    await visit(page, 'you', 'You')
    const menu = page.getByRole('navigation', { name: 'Settings' })
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(['You', 'Signing in', 'Canned replies', 'Team'])
    expect(await page.getByLabel('Your name').getAttribute('readonly')).not.toBeNull()
    await page.goto(at('keys'))
    await page.getByText('Only an owner can change this.').waitFor()
    await page.goto(at('inboxes'))
    await page.getByText('A manager or an owner can change this.').waitFor()
    await page.goto(at('canned'))
    await page.locator('.canned-line', { hasText: 'Greeting' }).waitFor()
    expect(await page.getByRole('button', { name: 'Remove «Greeting»' }).count()).toBe(0)
    await page.getByRole('button', { name: /^Greeting/ }).click()
    await page.getByText('Shared by the shop. A manager can change it.').waitFor()
    expect(await button('Save').count()).toBe(0)
    server.shop.as('manager')
    await visit(page, `inboxes/${WEB_INBOX}/install`, '港湾旗舰店')
    await page.getByText('Only an owner can make the secret.').waitFor()
    server.shop.as('owner')
  })

  // Dark on a phone sees each page once, where least fits; the other three pairs run when all are asked for.
  const LIGHT = [['en', 'light']] as const
  const DARK = [['zh-CN', 'dark']] as const
  describe.each(everyPage ? [...LIGHT, ...DARK] : DARK)('%s, %s', (locale, colorScheme) => {
    const PAGES = [
      ['', 'menu'],
      ['you', 'you'],
      ['security', 'security'],
      ['workspace', 'workspace'],
      ['inboxes', 'inboxes'],
      ['inboxes/new', 'new-inbox'],
      [`inboxes/${WEB_INBOX}/general`, 'general'],
      [`inboxes/${WEB_INBOX}/look`, 'look'],
      [`inboxes/${OPEN_INBOX}/hours`, 'hours'],
      [`inboxes/${WEB_INBOX}/origins`, 'origins'],
      [`inboxes/${WEB_INBOX}/install`, 'install'],
      [`inboxes/${OPEN_INBOX}/install`, 'install-open'],
      [`inboxes/${OPEN_INBOX}/channel`, 'channel'],
      [`inboxes/${OPEN_INBOX}/delivery`, 'delivery'],
      ['canned', 'canned'],
      ['keys', 'keys'],
      ['../team/teams', 'teams'],
    ] as const

    // What axe sees hardly depends on the width: each theme is looked over at one, both are measured at both.
    test.for(everyPage ? [1280, 390] : [390])('every page fits %i px and axe finds nothing serious', async (width) => {
      const lookOver = width < 500 === (colorScheme === 'dark')
      const touch = width < 500 ? { hasTouch: true, isMobile: true } : {}
      const other = await openPage(browser, complaints, {
        viewport: { width, height: 844 },
        locale,
        colorScheme,
        ...touch,
      })
      const faults: unknown[] = []
      for (const [path, name] of PAGES) {
        await other.goto(at(path))
        await other.locator('main :is(h1, h2)').filter({ visible: true }).first().waitFor()
        await other.locator('.loading').waitFor({ state: 'detached' })
        const found = [
          ...(lookOver ? await serious(other, LIKE_THE_FIRST) : []),
          ...((await overflows(other)) > 0 ? ['scrolls sideways'] : []),
        ]
        if (found.length > 0) faults.push([name, found])
        await shot(other, `t-${locale}-${colorScheme}-${width}-${name}`)
      }
      await other.context().close()
      expect(faults).toEqual([])
    })
  })

  test('nothing went against the contract, the policy or the browser', () => {
    expect(server.faults).toEqual([])
    expect(complaints).toEqual([])
  })
})
