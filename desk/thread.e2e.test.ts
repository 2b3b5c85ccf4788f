// The thread pane in a real browser: canned replies, own messages, what customers think, and what calls the reader.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { executablePath, hasBrowser, launch, serious, shotsInto } from '../tools/test-browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { COLLEAGUE, JUDGED, ME, type Talk } from './test/mock-data.ts'
import { type MockServer, startMockServer } from './test/mock-server.ts'

const shot = shotsInto(process.env.DESK_SHOTS)

/** Runs in the page before the desk: counts sounds, notices and askings for a lock; lets a test take the focus away. */
const WATCH = `
  window.calls = { notes: 0, notices: [], locks: [], away: false }
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) { window.calls.notes++; return start.apply(this, when) }
  // The empty page that a tab starts with has no locks.
  const ask = navigator.locks?.request.bind(navigator.locks)
  if (ask) navigator.locks.request = (name, ...more) => { window.calls.locks.push(name); return ask(name, ...more) }
  const hasFocus = document.hasFocus.bind(document)
  document.hasFocus = () => !window.calls.away && hasFocus()
  const Real = window.Notification
  window.Notification = class {
    static get permission() { return Real.permission }
    static requestPermission() { return Real.requestPermission() }
    constructor(title, more) { window.calls.notices.push({ title, ...more }); window.calls.last = this }
    close() {}
  }
`
interface Calls {
  notes: number
  notices: { title: string; body: string; tag: string }[]
  locks: string[]
}
const callsOf = (which: Page) => which.evaluate('window.calls') as Promise<Calls>
const lookAway = (which: Page, away: boolean) =>
  which.evaluate(`window.calls.away = ${away}; window.dispatchEvent(new Event('${away ? 'blur' : 'focus'}'))`)

let server: MockServer
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

const openContext = async (more: object = {}): Promise<BrowserContext> => {
  const made = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...more,
  })
  await made.addInitScript(WATCH)
  await made.grantPermissions(['notifications'], { origin: server.url })
  made.on('weberror', (error) => complaints.push(String(error.error())))
  made.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  return made
}
const overflows = (which: Page) =>
  which.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const mine = (n = 0): Talk => {
  // From the top of the list. All of them speak English.
  const talks = server.shop.talks.filter(({ row }) => row.conversation.assigneeId === ME)
  return talks.toReversed()[n] as Talk
}
const openTalk = async (talk: Talk, which = page) => {
  await which.goto(`${server.url}/desk/inbox/mine/${talk.row.conversation.id}`)
  await which.locator('.messages-inner').waitFor()
  await which.locator('.panel .order').first().waitFor({ state: 'attached' })
}
const field = (which = page) => which.getByLabel('Reply to the customer')
const options = () => page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option')
const sent = () => server.frames.filter((frame) => frame.t === 'reply')
const lastSent = () => {
  const part = sent().at(-1)?.parts[0]
  return part?.kind === 'text' ? part.text : null
}
const say = async (text: string) => {
  await field().fill(text)
  await field().press('Enter')
  await page.locator('.message.agent:not(.pending)', { hasText: text }).waitFor()
}

describe.skipIf(!hasBrowser)(`the thread in a browser (skipped without ${executablePath})`, () => {
  beforeAll(async () => {
    server = await startMockServer(await builtDesk())
    browser = await launch()
    context = await openContext()
    page = await context.newPage()
    await page.goto(`${server.url}/desk/#link=once-only`)
    await page.locator('.list').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('/ opens the canned replies of the customer’s language first; keys choose; blanks are filled in', async () => {
    const talk = mine()
    await openTalk(talk)
    await field().pressSequentially('Dear /hel')
    await options().first().waitFor()
    expect(await options().first().textContent()).toContain('/hello')
    await field().press('Enter')
    const name = talk.row.contactName
    expect(await field().inputValue()).toBe(`Dear Hello ${name}, this is Mei Lin of Harbour & Co.`)
    expect(sent().length).toBe(0)
    await field().fill('')
    await field().pressSequentially('/')
    await options().first().waitFor()
    expect(await options().first().locator('small').textContent()).toBe('/hello')
    expect((await options().allTextContents()).filter((text) => text.includes('/address'))).toEqual([])
    expect(await options().count()).toBe(40)
    expect(await serious(page)).toEqual([])
    await shot(page, 'canned')
    await field().press('ArrowDown')
    await field().press('ArrowDown')
    await field().press('ArrowUp')
    expect(await options().nth(1).getAttribute('aria-selected')).toBe('true')
    const chosen = await options().nth(1).locator('.suggest-text').textContent()
    await field().press('Tab')
    expect(await field().inputValue()).toBe(chosen)
    await page.keyboard.press('Control+z')
    expect(await field().inputValue()).toBe('/')
    await field().press('End')
    await options().first().waitFor()
    await field().press('Escape')
    expect(await options().count()).toBe(0)
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
    await field().fill('see https://shop.example/help and/or')
    expect(await options().count()).toBe(0)
  })

  test('nothing opens and nothing is chosen while an input method composes', async () => {
    await openTalk(mine())
    await field().fill('')
    const session = await context.newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: '/hel', selectionStart: 4, selectionEnd: 4 })
    expect(await field().inputValue()).toBe('/hel')
    expect(await options().count()).toBe(0)
    await session.send('Input.insertText', { text: '、' })
    await options().first().waitFor()
    // The list is open, and a word is being composed: its Enter belongs to the input method.
    await field().evaluate((element) =>
      element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })),
    )
    await expect.poll(() => options().count()).toBe(0)
    await field().dispatchEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 229,
      isComposing: true,
      bubbles: true,
    })
    expect(await field().inputValue()).toBe('、')
    await field().evaluate((element) =>
      element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
    )
    await options().first().waitFor()
    await options().nth(3).click()
    expect(await field().inputValue()).toContain('Everything about invoice')
    await field().fill('')
  })

  test('what is not known stays open, is warned of once and never sent', async () => {
    await openTalk(mine())
    await field().pressSequentially('/order')
    await options().first().waitFor()
    await field().press('Enter')
    expect(await field().inputValue()).toBe('Order BL20261118-0042 is Shipped. Voucher: ⟦voucher⟧.')
    await page.getByText('Still to fill in: voucher').waitFor()
    const selected = () =>
      field().evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))
    expect(await selected()).toBe('⟦voucher⟧')
    const before = sent().length
    await field().press('End')
    await field().press('Enter')
    await page.getByRole('alert').getByText('Not filled in: voucher').waitFor()
    expect(sent().length).toBe(before)
    await shot(page, 'open-blank')
    await field().press('Enter')
    await expect.poll(() => sent().length).toBe(before + 1)
    expect(lastSent()).toBe('Order BL20261118-0042 is Shipped. Voucher:.')
    await field().fill('by hand {{agent.name}} {{')
    await field().press('Enter')
    await field().press('Enter')
    await expect.poll(lastSent).toBe('by hand Mei Lin {')
  })

  test('the command bar puts one where the cursor stands; words in the field become one', async () => {
    await openTalk(mine())
    await field().fill('AB')
    await field().press('ArrowLeft')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('/refund-490')
    await page.keyboard.press('Enter')
    await expect.poll(() => field().inputValue()).toBe('AEverything about refund, number 490.B')
    await page.getByRole('button', { name: 'Save as canned reply' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Shortcut').fill('refund-490')
    await dialog.getByLabel('Title').fill('Refund and more')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Another canned reply has this shortcut').waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, 'save-canned')
    await dialog.getByLabel('Shortcut').fill('/mine-4u')
    await dialog.getByLabel('Everybody').check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. Write /mine-4u to use it.').waitFor()
    for (const line of complaints.splice(0)) expect(line).toContain('409')
    await field().fill('')
    await field().pressSequentially('/mine-4u')
    await field().press('Enter')
    await expect.poll(() => field().inputValue()).toBe('AEverything about refund, number 490.B')
    await field().fill('')
  })

  test('↑ takes up the last own message; a refusal puts it back; taking back offers the words anew', async () => {
    await openTalk(mine(1))
    await say('First wrods')
    await field().press('ArrowUp')
    const change = page.getByLabel('Change your message')
    await expect.poll(() => change.inputValue()).toBe('First wrods')
    await shot(page, 'editing')
    expect(await serious(page)).toEqual([])
    await change.press('Escape')
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true)
    await field().press('ArrowUp')
    await change.fill('First words')
    await change.press('Enter')
    const bubble = page.locator('.message.agent', { hasText: 'First words' })
    await bubble.getByText('edited').waitFor()
    expect(await page.locator('.messages').getByText('First wrods').count()).toBe(0)
    server.shop.refuseChange('message.too-old')
    await field().press('ArrowUp')
    await change.fill('Too late')
    await change.press('Enter')
    await page.getByText('The message can no longer be changed.').waitFor()
    await bubble.waitFor()
    for (const line of complaints.splice(0)) expect(line).toContain('409')
    // Shown while it is on its way; put back by this desk itself when the network fails.
    const gate = Promise.withResolvers<void>()
    const messages = '**/api/conversations/*/messages**'
    await page.route(messages, (route) => gate.promise.then(() => route.abort()))
    await field().press('ArrowUp')
    await change.fill('On its way')
    await change.press('Enter')
    await page.locator('.message.agent', { hasText: 'On its way' }).getByText('edited').waitFor()
    gate.resolve()
    await page.getByText('The server cannot be reached.').waitFor()
    await bubble.waitFor()
    await page.unroute(messages)
    for (const line of complaints.splice(0)) expect(line).toContain('ERR_FAILED')
    await bubble.hover()
    await bubble.getByRole('button', { name: 'Take back' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('This message was taken back.').waitFor()
    await page.getByRole('button', { name: 'Write it anew' }).click()
    await expect.poll(() => field().inputValue()).toBe('First words')
    await field().fill('')
    expect(mine(1).messages.at(-1)?.recalled).toBe(true)
  })

  test('what customers think and looked at is shown; a page opens apart, and only a web page', async () => {
    await openTalk(server.shop.talks[JUDGED] as Talk)
    await page.locator('.judged.good', { hasText: 'Helpful' }).waitFor()
    await page.locator('.judged.bad', { hasText: 'not what was asked' }).waitFor()
    const rated = page.locator('.rated')
    expect(await rated.innerText()).toContain('The customer rated this 4 of 5')
    expect(await rated.getByRole('listitem').allTextContents()).toEqual(['Solved', 'Friendly'])
    expect(await rated.locator('blockquote').textContent()).toContain('<b>The bot</b>')
    const link = page.getByRole('link', { name: 'Wool coat, camel' })
    expect(await link.evaluate((each: HTMLAnchorElement) => [each.target, each.rel])).toEqual([
      '_blank',
      'noopener noreferrer',
    ])
    await page.getByText('2 items in the cart').waitFor()
    expect(await page.locator('.on-view', { hasText: 'Not a page' }).locator('a').count()).toBe(0)
    expect(await serious(page)).toEqual([])
    await shot(page, 'judged')
  })

  test('an order is sent as a card with two presses', async () => {
    await openTalk(mine(3))
    await page.getByRole('button', { name: 'Send an order as a card' }).press('Enter')
    const order = page.getByRole('button', { name: 'BL20261118-0042' })
    await order.waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, 'orders')
    await page.keyboard.press('Escape')
    expect(await order.count()).toBe(0)
    await page.keyboard.press('Enter')
    await order.click()
    await page.locator('.message.agent:not(.pending) .card', { hasText: 'BL20261118-0042' }).waitFor()
    expect(mine(3).messages.at(-1)?.parts[0]).toMatchObject({ kind: 'order-card', status: 'shipped' })
  })

  test('@ names a colleague in a note; each tab keeps its own draft; ⌘/Ctrl Alt A chooses files', async () => {
    await openTalk(mine(2))
    await field().fill('to the customer')
    await page.getByRole('tab', { name: 'Note' }).click()
    const note = page.getByLabel('Internal note')
    await note.pressSequentially('ask @jo')
    await page.getByRole('listbox', { name: 'Colleagues' }).waitFor()
    await shot(page, 'mention')
    await note.press('Enter')
    expect(await note.inputValue()).toBe('ask @Jonas Weber ')
    await page.reload()
    await expect.poll(() => field().inputValue()).toBe('to the customer')
    await page.getByRole('tab', { name: 'Note' }).click()
    expect(await note.inputValue()).toBe('ask @Jonas Weber ')
    const chooser = page.waitForEvent('filechooser')
    await note.focus()
    await page.keyboard.press('Control+Alt+a')
    expect((await chooser).isMultiple()).toBe(true)
    await note.fill('')
    await page.getByRole('tab', { name: 'Reply' }).click()
    await field().fill('')
    const conversationId = mine(2).row.conversation.id
    server.say({ t: 'typing', conversationId, author: { kind: 'agent', id: COLLEAGUE, name: 'Jonas Weber' }, on: true })
    await page.getByText('Jonas Weber is writing here right now').waitFor()
  })
})

describe.skipIf(!hasBrowser)(`what calls the reader (skipped without ${executablePath})`, () => {
  let first: Page
  beforeAll(async () => {
    server = await startMockServer(await builtDesk())
    browser = await launch()
    context = await openContext()
    first = await context.newPage()
    await first.goto(`${server.url}/desk/#link=once-only`)
    await first.locator('.list').waitFor()
    await first.locator('.nav .line-state.is-open').waitFor({ state: 'attached' })
    await first.mouse.click(640, 400)
  })
  beforeEach(async () => {
    await first.evaluate('window.calls.notes = 0; window.calls.notices = []; window.calls.locks = []')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  const shows = (which: Page, text: string) => which.locator('.row-preview', { hasText: text }).first().waitFor()

  test('a customer of mine writes: two notes, a notice only when I look elsewhere, the count in title and icon', async () => {
    const title = await first.title()
    const icon = () => first.locator('link[rel="icon"]').getAttribute('href')
    expect(await icon()).toMatch(/\.svg$/)
    server.shop.customerSays(mine(), 'Are you there?')
    await expect.poll(async () => (await callsOf(first)).notes).toBe(2)
    expect((await callsOf(first)).notices).toEqual([])
    expect(title).toBe('Harbour & Co')
    await expect.poll(() => first.title()).toBe('(1) Harbour & Co')
    await expect.poll(icon).toMatch(/^data:image\/png/)
    await lookAway(first, true)
    server.shop.customerSays(mine(1), 'Hello?')
    await expect.poll(async () => (await callsOf(first)).notices.length).toBe(1)
    const { notices, notes } = await callsOf(first)
    expect(notices[0]).toMatchObject({
      title: mine(1).row.contactName,
      body: 'Hello?',
      tag: mine(1).row.conversation.id,
    })
    expect(notes).toBe(4)
    await first.evaluate('window.calls.last.onclick()')
    await lookAway(first, false)
    await expect.poll(() => first.url()).toContain(mine(1).row.conversation.id)
    await first.locator('.messages-inner').waitFor()
    await expect.poll(() => first.title()).toBe('(1) Harbour & Co')
  })

  test('the conversation in sight calls nobody, nor does one that waits for anyone unless it is wanted', async () => {
    server.shop.handsOver(server.shop.talks.find(({ row }) => row.conversation.status === 'bot') as Talk)
    server.shop.customerSays(mine(1), 'I am in sight')
    await first.locator('.message', { hasText: 'I am in sight' }).waitFor()
    expect((await callsOf(first)).notes).toBe(0)
    await first.goto(`${server.url}/desk/settings`)
    const wanted = first.getByRole('group', { name: 'Somebody new waits for anyone' })
    await wanted.getByLabel('Sound', { exact: true }).check()
    expect(await serious(first)).toEqual([])
    await shot(first, 'alert-settings')
    await first.evaluate('window.calls.notes = 0')
    await wanted.getByRole('button', { name: 'Try the sound' }).click()
    expect((await callsOf(first)).notes).toBe(3)
    await wanted.getByRole('button', { name: 'Try the notice' }).click()
    expect((await callsOf(first)).notices.length).toBe(1)
    const next = server.shop.talks.findLast(({ row }) => row.conversation.status === 'bot') as Talk
    server.shop.handsOver(next)
    await expect.poll(async () => (await callsOf(first)).notes).toBe(6)
  })

  test('what came while the line was down calls once it is back, with one sound', async () => {
    await first.goto(`${server.url}/desk/team`)
    await first.getByText('jonas@harbour.example').waitFor()
    await first.locator('.nav .line-state.is-open').waitFor({ state: 'attached' })
    await first.mouse.click(900, 800)
    server.cut()
    await first.locator('.nav .line-state:not(.is-open)').waitFor({ state: 'attached' })
    server.shop.customerSays(mine(4), 'In the dark')
    server.shop.customerSays(mine(5), 'In the dark too')
    await expect.poll(async () => (await callsOf(first)).notes).toBe(2)
    expect((await callsOf(first)).locks.length).toBe(1)
  })

  test('of two tabs one rings, and none while either has the conversation in focus', async () => {
    const second = await context.newPage()
    await second.goto(`${server.url}/desk/inbox/mine`)
    await second.locator('.row').first().waitFor()
    await second.locator('.nav .line-state.is-open').waitFor({ state: 'attached' })
    await second.mouse.click(640, 400)
    await first.goto(`${server.url}/desk/inbox/mine`)
    await first.locator('.row').first().waitFor()
    await first.locator('.nav .line-state.is-open').waitFor({ state: 'attached' })
    await first.mouse.click(640, 400)
    server.shop.customerSays(mine(2), 'To two tabs')
    // Both heard of it and both asked: the lock let one through.
    for (const tab of [first, second]) await expect.poll(async () => (await callsOf(tab)).locks.length).toBe(1)
    const notes = async () => (await callsOf(first)).notes + (await callsOf(second)).notes
    await expect.poll(notes).toBe(2)
    expect((await callsOf(first)).locks).toEqual((await callsOf(second)).locks)
    await lookAway(first, true)
    await openTalk(mine(2), second)
    server.shop.customerSays(mine(2), 'Seen in the other')
    for (const tab of [first, second]) await shows(tab, 'Seen in the other')
    expect((await callsOf(first)).locks.length).toBe(1)
    expect((await callsOf(second)).locks.length).toBe(0)
    // And it is the focus that silenced it: another conversation still rings.
    server.shop.customerSays(mine(3), 'Not in sight')
    await expect.poll(async () => (await callsOf(first)).locks.length).toBe(2)
    await second.close()
  })

  test('dark, 简体中文 and a phone: readable, nothing cut off', async () => {
    const dark = await openContext({ colorScheme: 'dark', locale: 'zh-CN' })
    const which = await dark.newPage()
    await openTalk(server.shop.talks[JUDGED] as Talk, which)
    await which.locator('.rated').waitFor()
    await shot(which, 'judged-dark-zh')
    expect(await serious(which)).toEqual([])
    const reply = which.getByLabel('回复顾客')
    await reply.pressSequentially('/order')
    await which.getByRole('option').first().waitFor()
    expect(await serious(which)).toEqual([])
    await shot(which, 'canned-dark-zh')
    await reply.press('Enter')
    await reply.press('Enter')
    await which.getByRole('alert').waitFor()
    expect(await serious(which)).toEqual([])
    await reply.fill('')
    await which.goto(`${server.url}/desk/settings`)
    await which.getByRole('heading', { name: '提醒' }).waitFor()
    expect(await serious(which)).toEqual([])
    await shot(which, 'alert-settings-dark-zh')
    const phone = await (
      await openContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    ).newPage()
    await openTalk(server.shop.talks[JUDGED] as Talk, phone)
    await phone.locator('.rated').waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, 'phone-judged')
    await field(phone).fill('/')
    await phone.getByRole('option').first().waitFor()
    expect(await overflows(phone)).toBe(0)
    await shot(phone, 'phone-canned')
  })

  test('nothing went against the contract, the policy or the browser', () => {
    expect(server.faults).toEqual([])
    expect(complaints).toEqual([])
  })
})
