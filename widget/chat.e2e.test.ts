// What a visitor can say about messages that are there: 👍/👎, a rating, a transcript, an edit; text that is being written;
// and several tabs of one visitor. Real Chromium, the built files, a stand-in server that checks every frame.
import { readFile } from 'node:fs/promises'
import type { Part } from '@ballast/contract/parts'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { type Look, launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, startMock } from './test/mock-server.ts'
import { answerTo } from './test/sample-parts.ts'

const RESOLVED: Part = { kind: 'system', code: 'resolved' }

if (noBrowser !== null) console.warn(`chat.e2e: left out, because ${noBrowser}`)

describe.skipIf(noBrowser !== null)('the thread', () => {
  let built: string
  let browser: Browser
  let mock: Mock
  let page: Page
  let errors: string[]
  let panel: FrameLocator

  beforeAll(async () => {
    built = await builtWidget()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    mock = await startMock({ dist: built, answer: answerTo })
  })
  afterEach(async () => {
    await page.context().close()
    await mock.close()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })

  const show = async () => {
    await page.locator('.launcher').click()
    panel = page.frameLocator('iframe.frame')
    await panel.locator('textarea').waitFor()
  }
  const open = async (look: Look = {}) => {
    const made = await newPage(browser, { locale: 'en', ...look })
    page = made.page
    errors = made.errors
    await page.goto(`${mock.origin}/shop`)
    await show()
  }
  const say = async (text: string) => {
    await panel.locator('.composer textarea').fill(text)
    await panel.locator('.composer textarea').press('Enter')
  }
  const answered = async (text = 'hello') => {
    await say(text)
    await panel.locator('.them p.bubble', { hasText: text }).waitFor()
  }
  const sent = (t: string) => mock.frames.filter((frame) => frame.t === t)
  const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: true })
  const pressed = (one: Locator) => one.getAttribute('aria-pressed')
  const frameOf = (one: Page) => one.frames().find((frame) => frame.url().includes('panel.html'))!
  /** The page as it is after a reload, opened again. */
  const reload = async () => {
    await page.reload()
    await show()
  }

  test('an answer is judged with one tap, with a reason, and taken back', async () => {
    await open()
    await answered()
    await button('Helpful').click()
    expect(await pressed(button('Helpful'))).toBe('true')
    await button('Not helpful').click()
    expect(await pressed(button('Helpful'))).toBe('false')
    await button('Out of date').click()
    await panel.getByText('Thanks, noted: out of date').waitFor()
    expect(await panel.locator('.why').count()).toBe(0)
    await expect.poll(() => mock.stored.at(-1)?.judgement).toEqual({ helpful: false, reason: 'outdated' })
    await reload()
    await expect.poll(() => pressed(button('Not helpful'))).toBe('true')
    await button('Not helpful').click()
    expect(await pressed(button('Not helpful'))).toBe('false')
    await expect.poll(() => mock.stored.at(-1)?.judgement).toBeUndefined()
  })

  test('a refused judgement is undone and said; one made without a line goes out with the next', async () => {
    await open()
    await answered()
    mock.refuseChange('message.not-found')
    await button('Helpful').click()
    await panel.locator('.receipt.failed.theirs').waitFor()
    expect(await pressed(button('Helpful'))).toBe('false')
    await page.context().setOffline(true)
    mock.cut()
    await panel.locator('.notice.offline').waitFor()
    await button('Helpful').click()
    expect(await pressed(button('Helpful'))).toBe('true')
    expect(mock.stored.at(-1)?.judgement).toBeUndefined()
    await page.context().setOffline(false)
    await expect.poll(() => mock.stored.at(-1)?.judgement, { timeout: 15_000 }).toEqual({ helpful: true })
  })

  test('only answers can be judged, and a bad one leads to a person', async () => {
    await open()
    await answered()
    mock.store({ kind: 'bot' }, [{ kind: 'text', text: 'Which order?' }], { turn: { outcome: 'asked' } })
    mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'I am here too' }])
    await panel.locator('.agent .bubble').waitFor()
    expect(await panel.locator('.judge').count()).toBe(1)
    await button('Not helpful').click()
    await panel.locator('.why').getByRole('button', { name: 'Talk to a person' }).click()
    await panel.locator('.notice.waiting').waitFor()
    expect(sent('person').length).toBe(1)
  })

  test('a closed conversation is rated with one tap; reasons and words follow under the same id', async () => {
    await open()
    await answered()
    expect(await panel.locator('.rating').count()).toBe(0)
    mock.setStatus('resolved')
    mock.store({ kind: 'system' }, [RESOLVED])
    await button('Good, 4 of 5').click()
    await panel.locator('.system', { hasText: 'You rated this chat 4 of 5' }).waitFor()
    await button('Quick').click()
    await panel.getByLabel('In your own words (optional)').fill('Very kind')
    await panel.locator('.rating .done').click()
    await panel.locator('.rating', { hasText: 'Thank you for telling us.' }).waitFor()
    const rates = () => sent('rate')
    await expect.poll(() => rates().length).toBe(2)
    expect(new Set(rates().map((frame) => 'id' in frame && frame.id)).size).toBe(1)
    expect(mock.stored.at(-1)?.parts).toEqual([
      { kind: 'system', code: 'rated', score: 4, reasons: ['quick'], comment: 'Very kind' },
    ])
    expect(await panel.locator('.system', { hasText: 'You rated' }).count()).toBe(1)
    await reload()
    await panel.locator('.system', { hasText: 'You rated' }).waitFor()
    expect(await panel.locator('.rating').count()).toBe(0)
  })

  test('a rating whose acknowledgement is lost goes again under its id and is stored once', async () => {
    await open()
    await answered()
    mock.store({ kind: 'system' }, [RESOLVED])
    mock.swallowRating(1)
    await button('Bad, 2 of 5').click()
    await expect.poll(() => sent('rate').length, { timeout: 15_000 }).toBe(2)
    expect(new Set(sent('rate').map((frame) => 'id' in frame && frame.id)).size).toBe(1)
    const lines = () => panel.locator('.system', { hasText: 'You rated this chat 2 of 5' })
    await lines().waitFor()
    expect(await lines().count()).toBe(1)
    await expect
      .poll(() => frameOf(page).evaluate(() => Object.keys(localStorage).filter((name) => name.includes('outbox'))))
      .toEqual([])
  })

  test('the question can be waved away for good, never blocks, and a late refusal is quiet', async () => {
    await open()
    await answered()
    mock.store({ kind: 'system' }, [RESOLVED])
    await button('Close rating').click()
    await panel.locator('.rating').waitFor({ state: 'detached' })
    await reload()
    await panel.locator('.them p.bubble').waitFor()
    expect(await panel.locator('.rating').count()).toBe(0)
    await button('More').click()
    await panel.getByRole('menuitem', { name: 'Rate this chat' }).click()
    mock.refuseChange('rating.given')
    await button('OK, 3 of 5').click()
    await panel.locator('.rating').waitFor({ state: 'detached' })
    expect(await panel.locator('[role=alert] .notice').count()).toBe(0)
    await say('one more thing')
    await panel.locator('.them p.bubble', { hasText: 'one more thing' }).waitFor()
  })

  test('the menu by keyboard: arrows, Escape, and the focus comes back', async () => {
    await open()
    const sound = panel.getByRole('menuitemcheckbox', { name: 'Sound for new messages', checked: true })
    await button('More').click()
    await sound.waitFor()
    expect(await panel.getByRole('menuitem').count()).toBe(0)
    await page.keyboard.press('Escape')
    await answered()
    await button('More').focus()
    await page.keyboard.press('Enter')
    const items = panel.getByRole('menuitem')
    await items.first().waitFor()
    expect(await items.allTextContents()).toEqual(['Rate this chat', 'Send chat by e-mail', 'Save chat as a file'])
    expect(await sound.count()).toBe(1)
    const focused = () => frameOf(page).evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('Sound for new messages')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Rate this chat')
    await page.keyboard.press('Escape')
    expect(await items.count()).toBe(0)
    expect(await button('More').getAttribute('aria-expanded')).toBe('false')
    expect(await frameOf(page).evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More')
    expect(await page.locator('iframe.frame').isVisible()).toBe(true)
  })

  test('the conversation goes to an address, which is asked again when it is wrong and forgotten after', async () => {
    await open()
    await answered()
    const ask = async () => {
      await button('More').click()
      await panel.getByRole('menuitem', { name: 'Send chat by e-mail' }).click()
    }
    await ask()
    const address = panel.getByLabel('Your e-mail address')
    await address.fill('not an address')
    await panel.locator('.sheet .go').click()
    await panel.getByText('This does not look like an e-mail address.').waitFor()
    mock.refuseMail('mail.unavailable')
    await address.fill('ann@example.com')
    await panel.locator('.sheet .go').click()
    await panel.getByText('You can save the chat as a file instead.').waitFor()
    mock.refuseMail(null)
    await panel.locator('.sheet .go').click()
    await panel.getByText('The chat is on its way to ann@example.com.').waitFor()
    expect(mock.mails).toEqual(['ann@example.com'])
    await panel.locator('.sheet .go').click()
    await ask()
    expect(await address.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await panel.locator('.sheet').waitFor({ state: 'detached' })
    expect(await page.locator('iframe.frame').isVisible()).toBe(true)
    // The browser's own lines about the two refused requests, and nothing else.
    expect(errors.splice(0).filter((line) => !/400|503/.test(line))).toEqual([])
  })

  test('the conversation is saved as a text file', async () => {
    await open()
    await say('my order')
    await panel.locator('article.card').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await button('More').click()
        await panel.getByRole('menuitem', { name: 'Save chat as a file' }).click()
      })(),
    ])
    expect(download.suggestedFilename()).toMatch(/^chat-\d{4}-\d\d-\d\d\.txt$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('岸边小店\n\n')
    expect(text).toMatch(/You\nmy order/)
    expect(text).toMatch(/小舟 \(AI\)\n您的包裹正在路上/)
    expect(text).toContain('[Order 20261118007731 · On its way · ¥458.00]')
  })

  test('an own message is written anew and withdrawn; a refusal says why and puts it back', async () => {
    await open()
    await answered('helo')
    const menu = async (item: string) => {
      await panel.locator('.row.me').last().hover()
      await button('Message options').last().click()
      await panel.getByRole('menuitem', { name: item }).click()
    }
    const mine = panel.locator('.me .bubble')
    await menu('Edit')
    const field = panel.getByLabel('Edit message')
    await field.press('Escape')
    expect(await mine.textContent()).toBe('helo')
    await menu('Edit')
    await field.fill('hello')
    await field.press('Enter')
    expect(await mine.textContent()).toBe('hello')
    await panel.locator('.edited').waitFor()
    await expect.poll(() => mock.stored[0]?.parts).toEqual([{ kind: 'text', text: 'hello' }])
    mock.refuseChange('message.too-old')
    await menu('Withdraw')
    await panel.getByText('messages can be changed for 15 minutes').waitFor()
    expect(await mine.textContent()).toBe('hello')
    await menu('Withdraw')
    await panel.locator('.bubble.recalled', { hasText: 'You withdrew a message' }).waitFor()
    await expect.poll(() => mock.stored[0]?.recalled).toBe(true)
    expect(await panel.locator('.own').count()).toBe(0)
    expect(await panel.locator('.receipt.failed').count()).toBe(0)
  })

  test('a long press opens the menu of an own message; after fifteen minutes there is none', async () => {
    await open({ phone: true })
    await answered()
    const old = new Date(Date.now() - 16 * 60_000).toISOString()
    mock.store({ kind: 'customer' }, [{ kind: 'text', text: 'long ago' }], { sentAt: old })
    await panel.locator('.me .bubble', { hasText: 'long ago' }).waitFor()
    expect(await panel.locator('.own').count()).toBe(1)
    await panel.locator('.own .bubble').dispatchEvent('pointerdown', { pointerType: 'touch', clientX: 9, clientY: 9 })
    await panel.getByRole('menuitem', { name: 'Withdraw' }).waitFor()
    await panel.locator('.head').dispatchEvent('pointerdown', { pointerType: 'touch' })
    await panel.getByRole('menu').waitFor({ state: 'detached' })
  })

  test('an answer that is being written grows, gives way to the whole one, and leaves with its line', async () => {
    await open()
    await answered()
    const id = '01890a5d-ac96-774b-bcce-b302099a8001'
    const written = panel.locator('.partial .bubble')
    mock.partial(id, 'Your parcel')
    await written.waitFor()
    const first = await written.elementHandle()
    mock.partial(id, 'Your parcel is on its way')
    await expect.poll(() => written.textContent()).toBe('Your parcel is on its way')
    // Grown, not drawn anew; and nothing of it is read out before it is whole.
    expect(await written.evaluate((now, before) => now === before, first)).toBe(true)
    expect(await panel.locator('.partial').evaluate((one) => (one as HTMLElement).inert)).toBe(true)
    const text = 'Your parcel is on its way and comes tomorrow.'
    mock.store({ kind: 'bot', name: '小舟' }, [{ kind: 'text', text }], { id, turn: { outcome: 'answered' } })
    await panel.locator('.them .bubble', { hasText: text }).waitFor()
    expect(await panel.locator('.partial').count()).toBe(0)
    mock.partial(id, 'late')
    mock.partial('01890a5d-ac96-774b-bcce-b302099a8002', 'Half a sen')
    await written.waitFor()
    expect(await panel.locator('.them .bubble', { hasText: 'late' }).count()).toBe(0)
    mock.cut()
    await panel.locator('.partial').waitFor({ state: 'detached' })
  })

  test('two tabs agree on messages, judgements, changes, ratings and what is read; each keeps its own draft', async () => {
    await open()
    await answered('first')
    const other = await page.context().newPage()
    const otherErrors: string[] = []
    other.on('pageerror', (error) => otherErrors.push(String(error)))
    await other.goto(`${mock.origin}/shop`)
    await other.locator('.launcher').click()
    const there = other.frameLocator('iframe.frame')
    await there.locator('.them p.bubble', { hasText: 'first' }).waitFor()
    await button('Helpful').click()
    await expect.poll(() => pressed(there.getByRole('button', { name: 'Helpful', exact: true }))).toBe('true')
    await there.locator('.row.me').hover()
    await there.getByRole('button', { name: 'Message options' }).click()
    await there.getByRole('menuitem', { name: 'Withdraw' }).click()
    await panel.locator('.bubble.recalled').waitFor()
    await panel.locator('.composer textarea').fill('a draft here')
    await there.locator('.composer textarea').fill('another there')
    // Shut in both; what one tab reads is read in the other.
    for (const one of [panel, there]) await one.getByRole('button', { name: 'Close chat' }).click()
    for (const one of [page, other]) await one.locator('iframe.frame').waitFor({ state: 'hidden' })
    mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Still there?' }])
    await page.locator('.badge', { hasText: '1' }).waitFor()
    await other.locator('.badge', { hasText: '1' }).waitFor()
    await other.locator('.launcher').click()
    await expect.poll(() => page.title()).toBe('Shop')
    mock.store({ kind: 'system' }, [RESOLVED])
    await there.getByRole('button', { name: 'Very good, 5 of 5' }).click()
    await page.locator('.launcher').click()
    await panel.locator('.system', { hasText: 'You rated this chat 5 of 5' }).waitFor()
    await expect.poll(() => panel.locator('.rating').count()).toBe(0)
    await reload()
    expect(await panel.locator('.composer textarea').inputValue()).toBe('a draft here')
    await other.reload()
    await other.locator('.launcher').click()
    expect(await there.locator('.composer textarea').inputValue()).toBe('another there')
    expect(otherErrors).toEqual([])
  })

  test('a draft is forgotten when it is sent', async () => {
    await open()
    await panel.locator('.composer textarea').fill('not yet')
    await reload()
    expect(await panel.locator('.composer textarea').inputValue()).toBe('not yet')
    await panel.locator('.composer textarea').press('Enter')
    await panel.locator('.them p.bubble', { hasText: 'not yet' }).waitFor()
    await reload()
    await panel.locator('.them p.bubble').waitFor()
    expect(await panel.locator('.composer textarea').inputValue()).toBe('')
  })

  test('who joins is shown with name and initial at their first message', async () => {
    await open()
    await answered()
    mock.setStatus('agent')
    mock.store({ kind: 'system' }, [{ kind: 'system', code: 'agent-joined', name: 'Lin' }])
    mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Hello, I will help.' }])
    mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'One moment.' }])
    await panel.locator('.agent .bubble', { hasText: 'One moment.' }).waitFor()
    expect(await panel.locator('.byline .face').allTextContents()).toEqual(['L'])
    expect(await panel.locator('.byline').last().textContent()).toContain('Lin')
  })

  test.for([
    { dark: false, locale: 'zh-CN', phone: true },
    { dark: true, locale: 'en' },
  ])('axe finds nothing serious (dark: $dark)', async (look) => {
    await open(look)
    const findings = () => serious(frameOf(page))
    await answered()
    mock.partial('01890a5d-ac96-774b-bcce-b302099a8001', 'See https://a.example/x and')
    await panel.locator('.partial').waitFor()
    await panel.locator('.judge button').nth(1).click()
    await panel.locator('.why').waitFor()
    expect(await findings()).toEqual([])
    mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Hello' }])
    mock.store({ kind: 'system' }, [RESOLVED])
    await panel.locator('.faces button').nth(1).click()
    await panel.locator('.rating .why button').first().click()
    await panel.locator('.system').last().waitFor()
    expect(await findings()).toEqual([])
    await panel.locator('.head [aria-haspopup]').click()
    await panel.getByRole('menu').waitFor()
    expect(await findings()).toEqual([])
    await panel.getByRole('menuitem').first().click()
    await panel.locator('.sheet').waitFor()
    expect(await findings()).toEqual([])
  })
})
