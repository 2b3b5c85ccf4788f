// The desk in a real browser against a stand-in server that checks every word against the contract.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, hasBrowser, launch, serious, shotsInto } from '../tools/test-browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { MUSEUM, type Talk } from './test/mock-data.ts'
import { type MockServer, startMockServer } from './test/mock-server.ts'

const shot = shotsInto(process.env.DESK_SHOTS)

/** A true PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: MockServer
let browser: Browser
let page: Page
const complaints: string[] = []

const open = async (width: number, height: number, more: object = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    // Colours are read after they have changed, not while they do.
    reducedMotion: 'reduce',
    ...more,
  })
  const made = await context.newPage()
  made.on('pageerror', (error) => complaints.push(String(error)))
  made.on('console', (message) => {
    // A 401 before signing in is how the desk learns that nobody is signed in.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  return made
}
const overflows = (which: Page) =>
  which.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const talkWhere = (wanted: (talk: Talk) => boolean): Talk => {
  const talk = server.shop.talks.find(wanted)
  if (!talk) throw new Error('no such conversation in the stand-in')
  return talk
}
const waiting = () => talkWhere(({ row }) => row.conversation.status === 'waiting')
const openTalk = async (talk: Talk, view = 'all') => {
  await page.goto(`${server.url}/desk/inbox/${view}/${talk.row.conversation.id}`)
  await page.locator('.messages-inner').waitFor()
}
const bubble = (text: string) => page.locator('.message', { hasText: text })

describe.skipIf(!hasBrowser)(`the desk in a browser (skipped without ${executablePath})`, () => {
  beforeAll(async () => {
    server = await startMockServer(await builtDesk())
    browser = await launch()
    page = await open(1440, 900)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a wrong password is explained; the second factor is asked for; axe finds nothing serious', async () => {
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('E-mail').fill('mei@harbour.example')
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail, password or code is wrong').waitFor()
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Code from your authenticator app').waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, '01-sign-in')
  })

  test('a spent link is explained; a link of somebody with a second factor asks for the code', async () => {
    await page.goto('about:blank')
    await page.goto(`${server.url}/desk/#link=spent`)
    await page.getByText('This sign-in link was already used or has expired').waitFor()
    await page.goto('about:blank')
    await page.goto(`${server.url}/desk/#link=with-factor`)
    await page.getByLabel('Code from your authenticator app').fill('123456')
    expect(await page.getByLabel('Password').count()).toBe(0)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('.list').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').waitFor()
    expect(server.shop.signedIn()).toBe(false)
  })

  test('a one-time link signs in and leaves no token in the address', async () => {
    await page.goto('about:blank')
    await page.goto(`${server.url}/desk/#link=once-only`)
    await page.locator('.list').waitFor()
    expect(page.url()).not.toContain('once-only')
    await page.goBack()
    expect(page.url()).not.toContain('once-only')
    await page.goto(`${server.url}/desk/inbox/unassigned`)
    await page.locator('.row').first().waitFor()
    await page.locator('.nav .line-state.is-open').waitFor()
  })

  test('the list is in order, draws only what is in sight, and loads further pages', async () => {
    await page.goto(`${server.url}/desk/inbox/all`)
    await page.locator('.row').first().waitFor()
    expect(await page.locator('.row').count()).toBeLessThan(30)
    const total = server.shop.talks.filter(({ row }) => row.conversation.status !== 'resolved').length
    await expect.poll(() => page.locator('.nav-views a[aria-current] .count').textContent()).toBe(String(total))
    const seen = new Set<string>()
    // Down to the end and, while some were not yet drawn when they came by, from the top again.
    const scrolled = async () => {
      const ids = await page
        .locator('.row')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-conversation')))
      for (const id of ids) if (id) seen.add(id)
      await page.getByTestId('rows').evaluate((box) => {
        const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1
        box.scrollTop = atEnd ? 0 : box.scrollTop + 400
      })
      return seen.size
    }
    await expect.poll(scrolled, { timeout: 60_000, interval: 40 }).toBe(total)
  })

  test('a picture is chosen, pasted or dropped, sent and zoomed; a refused file says why', async () => {
    const talk = talkWhere(({ row }) => row.conversation.status === 'agent' && row.assigneeName === 'Mei Lin')
    await openTalk(talk, 'mine')
    const before = talk.messages.length
    await page.locator('.composer input[type=file]').setInputFiles([
      { name: 'size-chart.png', mimeType: 'image/png', buffer: PIXEL },
      { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    ])
    const refused = page.locator('.uploads li', { hasText: 'logo.svg' })
    await refused.locator('.why').waitFor()
    await refused.getByRole('button', { name: 'Try again' }).click()
    await refused.locator('.why').waitFor()
    expect(await serious(page)).toEqual([])
    await refused.getByRole('button', { name: 'Discard' }).click()
    for (const [kind, field] of [
      ['paste', 'clipboardData'],
      ['drop', 'dataTransfer'],
    ] as const)
      await page.locator('.composer textarea').evaluate(
        (element, [name, place, content]) => {
          const held = new DataTransfer()
          const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
          held.items.add(new File([bytes], `${name}.png`, { type: 'image/png' }))
          const more = { [place]: held, bubbles: true, cancelable: true }
          element.dispatchEvent(name === 'paste' ? new ClipboardEvent(name, more) : new DragEvent(name, more))
        },
        [kind, field, PIXEL.toString('base64')] as const,
      )
    await expect.poll(() => talk.messages.length).toBe(before + 3)
    const names = talk.messages.slice(before).map(({ parts: [part] }) => part?.kind === 'image' && part.name)
    expect(names).toEqual(['size-chart.png', 'paste.png', 'drop.png'])
    expect(await page.locator('.uploads').count()).toBe(0)
    // A new page has nothing in memory: the picture comes from the server.
    await openTalk(talk, 'mine')
    await page.getByRole('button', { name: 'size-chart.png' }).click()
    await page.getByRole('slider').waitFor()
    await page.keyboard.press('Escape')
    // The browser's own line about each refused upload.
    for (const line of complaints.splice(0)) expect(line).toContain('415')
  })

  test('HTML from a customer is shown as text and never run', async () => {
    await openTalk(waiting())
    await bubble('<b>转人工</b>').waitFor()
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('.messages img').count()).toBe(0)
    await page.locator('.panel .order').first().waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, '02-thread')
  })

  test('every kind of part is shown, a picture zooms, an unknown part is named', async () => {
    const talk = server.shop.talks[MUSEUM] as Talk
    await openTalk(talk)
    for (const text of [
      'invoice-2026-11.pdf',
      'The file is not available here',
      '我想换一个大一码的',
      '杭州 西湖',
      '羊毛大衣 驼色',
      'Exchange',
      '查看退货政策',
      '转人工',
      '换货信息',
      'Call moved to text',
    ])
      await page.locator('.messages').getByText(text, { exact: false }).first().waitFor()
    await shot(page, '17-parts')
    await page.getByRole('button', { name: 'A torn seam' }).click()
    await page.getByRole('slider').fill('5')
    expect(await page.locator('.zoom img').evaluate((image: HTMLElement) => image.style.width)).toBe('500%')
    await page.keyboard.press('Escape')
    const last = talk.messages.at(-1)
    const message = { ...last, id: talk.contact.id, seq: talk.messages.length + 1, parts: [{ kind: 'hologram' }] }
    server.sayUnchecked({ t: 'message', message })
    await page.getByText('cannot show a part of kind “hologram”').waitFor()
    expect(await serious(page)).toEqual([])
  })

  test('taking over opens the composer; a reply shows at once and settles on ack', async () => {
    const talk = waiting()
    await openTalk(talk, 'unassigned')
    await page.getByText('The customer is waiting. Take over to reply.').waitFor()
    await page.keyboard.press('t')
    const field = page.getByLabel('Reply to the customer')
    await field.waitFor()
    expect(talk.row.conversation.status).toBe('agent')
    server.shop.slow(1_500)
    await field.fill('马上为您查询')
    await field.press('Enter')
    await page.locator('.message.pending', { hasText: '马上为您查询' }).waitFor()
    expect(await field.inputValue()).toBe('')
    await page.locator('.message.agent:not(.pending)', { hasText: '马上为您查询' }).waitFor()
    expect(await bubble('马上为您查询').count()).toBe(1)
    server.shop.slow(0)
    expect(server.frames.some((frame) => frame.t === 'typing' && frame.on)).toBe(true)
  })

  test('Enter inside an input method does not send; a draft outlives the page', async () => {
    const talk = talkWhere(({ row }) => row.conversation.status === 'agent' && row.assigneeName === 'Mei Lin')
    await openTalk(talk, 'mine')
    const field = page.getByLabel('Reply to the customer')
    await field.click()
    const before = server.frames.filter((frame) => frame.t === 'reply').length
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 })
    await field.dispatchEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 229,
      isComposing: true,
      bubbles: true,
    })
    await session.send('Input.insertText', { text: '你好' })
    expect(await field.inputValue()).toContain('你好')
    await page.waitForTimeout(100)
    expect(server.frames.filter((frame) => frame.t === 'reply').length).toBe(before)
    await page.reload()
    await expect.poll(() => field.inputValue()).toContain('你好')
    await field.press('Enter')
    await expect.poll(() => server.frames.filter((frame) => frame.t === 'reply').length).toBe(before + 1)
  })

  test('a note is yellow and marked, a refusal is explained and can be tried again', async () => {
    const talk = talkWhere(({ row }) => row.conversation.status === 'agent' && row.assigneeName === 'Mei Lin')
    await openTalk(talk, 'mine')
    await page.locator('.messages').focus()
    await page.keyboard.press('n')
    const note = page.getByLabel('Internal note')
    await note.fill('Customer called twice')
    await note.press('Control+Enter')
    const made = page.locator('.message.note:not(.pending)', { hasText: 'Customer called twice' })
    await made.waitFor()
    expect(await made.locator('.bubble').evaluate((box) => getComputedStyle(box).backgroundColor)).toBe(
      'rgb(255, 244, 204)',
    )
    await shot(page, '03-note')
    server.shop.refuseNext('conversation.not-yours')
    await page.getByRole('tab', { name: 'Reply' }).click()
    await page.getByLabel('Reply to the customer').fill('second try')
    await page.getByLabel('Reply to the customer').press('Enter')
    await page.getByText('A colleague has this conversation').waitFor()
    await page.locator('.pending').getByRole('button', { name: 'Try again' }).click()
    await page.locator('.message.agent:not(.pending)', { hasText: 'second try' }).waitFor()
  })

  test('J and K move, E resolves with undo, the sheet opens', async () => {
    await page.goto(`${server.url}/desk/inbox/mine`)
    await page.locator('.row').first().waitFor()
    const ids = await page
      .locator('.row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-conversation')))
    const here = () => page.url().split('/').at(-1)
    await page.keyboard.press('j')
    await expect.poll(here).toBe(ids[0])
    await page.keyboard.press('j')
    await expect.poll(here).toBe(ids[1])
    await page.keyboard.press('k')
    await expect.poll(here).toBe(ids[0])
    await page.locator('.messages-inner').waitFor()
    await page.keyboard.press('e')
    await page.getByText('This conversation is resolved. Reopen it to reply.').waitFor()
    await expect.poll(() => page.locator(`.row[data-conversation="${ids[0]}"]`).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByLabel('Reply to the customer').waitFor()
    await page.locator('.messages').focus()
    await page.keyboard.press('Shift+Slash')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await shot(page, '04-keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('knowl')
    await page.keyboard.press('Enter')
    await expect.poll(here).toBe('knowledge')
  })

  test('earlier messages load, and what came while the line was down is fetched', async () => {
    const talk = server.shop.talks[1] as Talk
    await openTalk(talk, 'mine')
    await page.getByRole('button', { name: 'Load earlier messages' }).click()
    await bubble('Line 40:').waitFor({ state: 'attached' })
    const last = talk.messages.length
    server.cut()
    await page.locator('.line-state:not(.is-open)').waitFor()
    server.shop.customerSays(talk, 'Are you still there?')
    await bubble('Are you still there?').waitFor()
    expect(server.frames.filter((frame) => frame.t === 'watch').at(-1)).toMatchObject({ afterSeq: last })
    expect(await bubble('Are you still there?').count()).toBe(1)
  })

  test('taking from a colleague is asked twice, and viewers are shown', async () => {
    const talk = talkWhere(({ row }) => row.assigneeName === 'Jonas Weber')
    await openTalk(talk)
    await page.getByText('Jonas Weber has this conversation', { exact: true }).waitFor()
    const { id } = talk.row.conversation
    server.say({
      t: 'presence',
      conversationId: id,
      staff: [{ id: server.shop.talks[0]?.contact.id ?? '', name: '周倩' }],
    })
    await page.getByText('Also here: 周倩').waitFor()
    server.say({ t: 'typing', conversationId: id, author: { kind: 'customer', name: 'Amelia' }, on: true })
    await page.getByText('Amelia is typing…').waitFor()
    await page.getByRole('toolbar').getByRole('button', { name: 'Take over' }).click()
    await shot(page, '05-force')
    await page.getByRole('button', { name: 'Take over anyway' }).click()
    await page.getByLabel('Reply to the customer').waitFor()
    expect(talk.row.assigneeName).toBe('Mei Lin')
  })

  test('a personal field is revealed only with a reason', async () => {
    await openTalk(waiting())
    await page.getByText('138****1234').waitFor()
    await page.getByRole('button', { name: 'Reveal Phone' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await dialog.getByText('Choose why you need to see this field.').waitFor()
    await dialog.getByLabel('A delivery').check()
    await shot(page, '06-reveal')
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await page.getByText('13800001234').waitFor()
  })

  test('snooze and transfer', async () => {
    const talk = waiting()
    await openTalk(talk)
    await page.keyboard.press('z')
    await page.getByRole('dialog').getByRole('button', { name: 'In an hour' }).click()
    await expect.poll(() => talk.row.conversation.status).toBe('snoozed')
    const other = waiting()
    await openTalk(other)
    await page.getByRole('button', { name: 'Transfer' }).click()
    await page.getByRole('dialog').getByLabel('To').selectOption({ label: 'Jonas Weber' })
    await page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click()
    await expect.poll(() => other.row.assigneeName).toBe('Jonas Weber')
  })

  test('team, knowledge and settings work and are accessible', async () => {
    await page.goto(`${server.url}/desk/team`)
    await page.getByText('jonas@harbour.example').waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, '07-team')
    await page.getByRole('button', { name: 'Invite a colleague' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Nora')
    await page.getByRole('dialog').getByLabel('E-mail').fill('nora@harbour.example')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await expect.poll(() => page.getByLabel('Sign-in link').inputValue()).toContain('#link=abc')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
    await page.locator('.line-item', { hasText: 'jonas@' }).getByRole('button', { name: 'Sign-in link' }).click()
    await expect.poll(() => page.getByLabel('Sign-in link').inputValue()).toContain('#link=def')
    await page.goto(`${server.url}/desk/knowledge`)
    await page.getByText('Returns within 30 days').waitFor()
    await shot(page, '08-knowledge')
    await page.getByText('配送时效说明').click()
    await page.getByLabel('Answer', { exact: true }).fill('一般 2–4 天送达。')
    await shot(page, '09-entry')
    await page.getByRole('button', { name: 'Save and publish' }).click()
    await page.getByText('Published. Customers get it').waitFor()
    await page.goto(`${server.url}/desk/settings`)
    await page.getByRole('heading', { name: 'Language and looks' }).waitFor()
    expect(await serious(page)).toEqual([])
  })

  test('dark and 简体中文: chosen by hand, kept, readable', async () => {
    await page.getByText('简体中文').click()
    await page.getByText('深色').click()
    await page.getByRole('heading', { name: '设置' }).waitFor()
    await shot(page, '10-settings-dark-zh')
    expect(await serious(page)).toEqual([])
    const talk = talkWhere(({ row }) => row.conversation.status === 'agent' && row.assigneeName === 'Mei Lin')
    await openTalk(talk, 'mine')
    await page.getByRole('tab', { name: '备注' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.mode)).toBe('dark')
    await page.locator('.panel .order').first().waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, '11-thread-dark-zh')
  })

  test('a phone shows list, thread and customer one at a time, without sideways scrolling', async () => {
    const phone = await open(390, 844, { hasTouch: true, isMobile: true })
    await phone.goto(`${server.url}/desk/inbox/all`)
    await phone.locator('.row').first().waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, '12-phone-list')
    await phone.locator('.row').nth(2).click()
    await phone.locator('.messages-inner').waitFor()
    expect(await phone.locator('.list').isVisible()).toBe(false)
    expect(await overflows(phone)).toBe(0)
    await shot(phone, '13-phone-thread')
    await phone.getByRole('button', { name: 'Customer details' }).click()
    await phone.locator('.panel .order').first().waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, '14-phone-customer')
    await phone.locator('.panel-close').click()
    await phone.getByRole('button', { name: 'Back', exact: true }).click()
    await phone.locator('.row').first().waitFor()
    expect(await serious(phone)).toEqual([])
    await phone.goto(`${server.url}/desk/team`)
    await phone.getByText('jonas@harbour.example').waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, '15-phone-team')
    const middle = await open(1024, 720, { colorScheme: 'dark' })
    await middle.goto(`${server.url}/desk/inbox/all`)
    await middle.locator('.row').nth(1).click()
    await middle.locator('.messages-inner').waitFor()
    expect(await middle.evaluate(() => document.documentElement.dataset.mode)).toBe('dark')
    expect(await overflows(middle)).toBe(0)
    await shot(middle, '16-middle')
  })

  test('nothing went against the contract, the policy or the browser', () => {
    expect(server.faults).toEqual([])
    expect(complaints).toEqual([])
  })
})
