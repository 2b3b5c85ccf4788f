// The widget as a shopper meets it: real Chromium, the built files, a strict content security policy, a stand-in server.
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { type Look, launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, startMock } from './test/mock-server.ts'
import { answerTo } from './test/sample-parts.ts'

/** One pixel, a true PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

if (noBrowser !== null) console.warn(`widget.e2e: left out, because ${noBrowser}`)

describe.skipIf(noBrowser !== null)('the widget', () => {
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

  const open = async (look: Look = {}) => {
    const made = await newPage(browser, look)
    page = made.page
    errors = made.errors
    await page.goto(`${mock.origin}/shop`)
    await page.locator('.launcher').click()
    panel = page.frameLocator('iframe.frame')
    await panel.locator('textarea').waitFor()
  }
  const type = (text: string) => panel.locator('textarea').fill(text)
  const say = async (text: string) => {
    await type(text)
    await panel.locator('textarea').press('Enter')
  }
  const mine = () => panel.locator('.me .bubble')

  test('touches nothing but its button until it is pressed', async () => {
    const made = await newPage(browser)
    page = made.page
    errors = made.errors
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${mock.origin}/shop`)
    await page.locator('.launcher').waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/shop', '/widget/loader.js'])
    expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('Open chat')
  })

  test('a message is shown at once, acknowledged, and answered with an order card', async () => {
    await open()
    await say('我的订单到哪了？')
    expect(await mine().textContent()).toBe('我的订单到哪了？')
    await panel.locator('.receipt', { hasText: '已发送' }).waitFor()
    const card = panel.locator('article.card')
    await card.waitFor()
    expect(await card.textContent()).toContain('20261118007731')
    expect(await card.textContent()).toContain('¥458.00')
    expect(await panel.locator('.byline .ai').textContent()).toBe('AI')
    expect(await panel.locator('.chip').allTextContents()).toEqual(['配送时效', '物流查询'])
    await panel.getByRole('button', { name: '催一下' }).click()
    await panel.locator('.me .bubble', { hasText: '请帮我催一下快递' }).waitFor()
    expect(await panel.locator('.quick').count()).toBe(0)
  })

  test('a starter is sent with one press', async () => {
    await open({ locale: 'en-GB' })
    expect(await panel.locator('.starters button').count()).toBe(4)
    await panel.getByRole('button', { name: 'Where is my order?' }).click()
    await panel.locator('article.card').waitFor()
    expect(await panel.locator('.tag').textContent()).toBe('On its way')
  })

  test('markup in a message is text, and only web addresses become links', async () => {
    await open()
    await say('<img src=x onerror="document.title=1"><b>粗</b> javascript:alert(1) https://a.example/x?y=1。')
    await panel.locator('.them p.bubble').waitFor()
    for (const bubble of await panel.locator('p.bubble').all()) {
      expect(await bubble.textContent()).toContain('<b>粗</b>')
      expect(await bubble.locator('img, b').count()).toBe(0)
      expect(await bubble.locator('a').count()).toBe(1)
    }
    const link = panel.locator('.them .bubble a')
    expect(await link.getAttribute('href')).toBe('https://a.example/x?y=1')
    expect(await link.getAttribute('rel')).toBe('noopener nofollow')
  })

  test('a cut between storing and acknowledging resends the same id; it is stored once and shown once', async () => {
    await open()
    await say('第一条')
    await panel.locator('.them p.bubble').first().waitFor()
    mock.swallowAcks(1)
    await say('别丢了我')
    await expect.poll(() => mock.frames.filter(({ t }) => t === 'hello').length, { timeout: 8_000 }).toBe(2)
    await expect.poll(() => panel.locator('.sending').count(), { timeout: 8_000 }).toBe(0)
    const sends = mock.frames.filter((frame) => frame.t === 'send' && JSON.stringify(frame).includes('别丢了我'))
    expect(sends.length).toBeGreaterThanOrEqual(1)
    expect(new Set(sends.map((frame) => 'id' in frame && frame.id)).size).toBe(1)
    expect(mock.stored.filter((message) => JSON.stringify(message.parts).includes('别丢了我')).length).toBe(1)
    expect(await mine().filter({ hasText: '别丢了我' }).count()).toBe(1)
  })

  test('written while offline: the visitor is told, and it goes out when the line is back', async () => {
    await open()
    await page.context().setOffline(true)
    mock.cut()
    await say('离线时写的')
    await panel.locator('.notice.offline', { hasText: '1 条消息' }).waitFor()
    expect(await panel.locator('.receipt').textContent()).toBe('发送中')
    await page.context().setOffline(false)
    await panel.locator('.them .bubble', { hasText: '收到：离线时写的' }).waitFor({ timeout: 15_000 })
    expect(await mine().count()).toBe(1)
    expect(await panel.locator('.notice.offline').count()).toBe(0)
  })

  test('after a reload the history is there again', async () => {
    await open()
    await say('我想退货')
    await panel.locator('article.card').waitFor()
    await page.reload()
    await page.locator('.launcher').click()
    panel = page.frameLocator('iframe.frame')
    await panel.locator('article.card').waitFor()
    expect(await mine().allTextContents()).toEqual(['我想退货'])
  })

  test('another tab of the same visitor stays in step', async () => {
    await open()
    const other = await page.context().newPage()
    await other.goto(`${mock.origin}/widget/panel.html?inbox=demo`)
    await other.locator('textarea').waitFor()
    await say('两边都看到')
    await other.locator('.me .bubble', { hasText: '两边都看到' }).waitFor()
    await other.locator('.them .bubble').waitFor()
    expect(await other.locator('.me .bubble').count()).toBe(1)
  })

  test('a message left unsent when the page closed is sent by the next one', async () => {
    await open()
    await say('你好')
    await panel.locator('.them p.bubble').waitFor()
    await page.context().setOffline(true)
    mock.cut()
    await say('关页前写的')
    await panel.locator('.receipt', { hasText: '发送中' }).waitFor()
    const next = await page.context().newPage()
    await page.close()
    page = next
    await page.context().setOffline(false)
    await page.goto(`${mock.origin}/widget/panel.html?inbox=demo`)
    await page.locator('.them p.bubble', { hasText: '收到：关页前写的' }).waitFor()
    expect(await page.locator('.me .bubble', { hasText: '关页前写的' }).count()).toBe(1)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('outbox')))).toEqual([])
  })

  test('opening puts the cursor in the composer, Escape gives it back to the launcher', async () => {
    await open()
    await expect.poll(() => panel.locator('textarea').evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className))
      .toContain('launcher')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel.locator('textarea').evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('a person is one press away, with an honest line while waiting, and named on joining', async () => {
    await open()
    await say('你好')
    await panel.locator('.them p.bubble').waitFor()
    await panel.getByRole('button', { name: '转人工' }).click()
    const line = panel.locator('.notice.waiting')
    await line.waitFor()
    await expect.poll(() => line.textContent()).toContain('前面还有 2 位')
    expect(await line.textContent()).toContain('机器人已停止回复')
    expect(mock.frames.filter(({ t }) => t === 'person').length).toBe(1)
    mock.setStatus('agent')
    mock.store({ kind: 'system' }, [{ kind: 'system', code: 'agent-joined', name: '林小满' }])
    mock.store({ kind: 'agent', name: '林小满' }, [{ kind: 'text', text: '您好，我来帮您。' }])
    await panel.locator('.agent .bubble').waitFor()
    expect(await panel.locator('.head h1').textContent()).toBe('林小满')
    expect(await panel.locator('.system').last().textContent()).toContain('林小满 已接入')
    expect(await line.count()).toBe(0)
  })

  test('Enter inside an input method picks a word and never sends', async () => {
    await open()
    const field = panel.locator('textarea')
    await field.fill('nihao')
    await field.evaluate((element) => {
      const press = (more: KeyboardEventInit) =>
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }))
      element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      press({ isComposing: true })
      element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
      // Safari: the composition is over by now, only the key code still says who took the key.
      press({ keyCode: 229 } as KeyboardEventInit)
    })
    await field.press('Shift+Enter')
    expect(await mine().count()).toBe(0)
    expect(mock.frames.filter(({ t }) => t === 'send').length).toBe(0)
    await field.press('Enter')
    await mine().waitFor()
    await expect.poll(() => mock.frames.filter(({ t }) => t === 'send').length).toBe(1)
  })

  test('a refusal is said: busy waits and goes again by itself, a final one offers another try', async () => {
    await open()
    mock.refuse('rate.limited', 1_500)
    await say('太快了')
    await panel.locator('[role=alert] .notice', { hasText: '发送太快了' }).waitFor()
    await panel.locator('.them .bubble', { hasText: '收到：太快了' }).waitFor({ timeout: 10_000 })
    expect(await panel.locator('[role=alert] .notice').count()).toBe(0)
    mock.refuse('message.not-yours')
    await say('被拒绝')
    await panel.locator('.receipt.failed').waitFor()
    await panel.getByRole('button', { name: '重试' }).click()
    await panel.locator('.them .bubble', { hasText: '收到：被拒绝' }).waitFor()
    expect(await mine().filter({ hasText: '被拒绝' }).count()).toBe(1)
  })

  test('unread messages are counted on the launcher and in the title, and read when opened', async () => {
    await open()
    await say('你好')
    await panel.locator('.them p.bubble').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('iframe.frame').isHidden()).toBe(true)
    mock.store({ kind: 'agent', name: '林小满' }, [{ kind: 'text', text: '还在吗？' }])
    await page.locator('.badge', { hasText: '1' }).waitFor()
    expect(await page.title()).toBe('(1) Shop')
    await page.locator('.launcher').click()
    await expect.poll(() => page.title()).toBe('Shop')
    await expect
      .poll(() => mock.frames.filter((frame) => frame.t === 'read').at(-1))
      .toMatchObject({ seq: mock.stored.length })
  })

  test('commands: queued calls, context that rides with a message, and events without any text', async () => {
    const made = await newPage(browser)
    page = made.page
    errors = made.errors
    await page.addInitScript(() => {
      const calls: unknown[] = [['setContext', { productId: 'p-7', title: 'Cup', secret: 'no' }], ['open']]
      ;(window as { ballast?: unknown }).ballast = calls
    })
    await page.goto(`${mock.origin}/shop`)
    panel = page.frameLocator('iframe.frame')
    await panel.locator('textarea').waitFor()
    await page.evaluate(() => {
      const api = (window as unknown as { ballast: { on(name: string, run: (event: unknown) => void): void } }).ballast
      const heard: unknown[] = []
      Object.assign(window, { heard })
      api.on('message', (event) => heard.push(event))
    })
    await say('你好')
    await panel.locator('.them p.bubble').waitFor()
    expect(mock.frames.find(({ t }) => t === 'send')).toMatchObject({ context: { productId: 'p-7', title: 'Cup' } })
    const heard = JSON.stringify(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    expect(heard).toContain('"author":"bot"')
    expect(heard).not.toContain('你好')
  })

  test('the frame takes no word from a stranger', async () => {
    await open()
    await panel.locator('.starters').waitFor()
    const before = await panel.locator('body').evaluate(() => localStorage.getItem('ballast:demo:visit'))
    await panel.locator('body').evaluate(() => {
      // Right shape, right origin, wrong window: only the page around the frame may command it.
      window.postMessage({ ballast: 1, t: 'reset' }, location.origin)
    })
    await page.evaluate(() => {
      // Right window for the loader's listener to hear, but not the frame.
      window.postMessage({ ballast: 1, t: 'close' }, location.origin)
    })
    await new Promise((go) => setTimeout(go, 200))
    expect(await page.locator('iframe.frame').isVisible()).toBe(true)
    expect(await panel.locator('body').evaluate(() => localStorage.getItem('ballast:demo:visit'))).toBe(before)
    expect(mock.frames.filter(({ t }) => t === 'hello').length).toBe(1)
  })

  test('a picture is chosen, pasted or dropped, shown, sent and enlarged; a refused file says why', async () => {
    await open({ locale: 'en-GB' })
    const png = Buffer.from(PIXEL, 'base64')
    await panel.locator('input[type=file]').setInputFiles([
      { name: 'tear.png', mimeType: 'image/png', buffer: png },
      { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    ])
    const refused = panel.locator('.upload .failed')
    await refused.waitFor()
    expect(await refused.textContent()).toContain('This kind of file cannot be sent')
    await refused.getByRole('button', { name: 'Try again' }).click()
    await refused.waitFor()
    await refused.getByRole('button', { name: 'Remove' }).click()
    for (const [kind, target, field] of [
      ['paste', 'textarea', 'clipboardData'],
      ['drop', '.panel', 'dataTransfer'],
    ] as const)
      await panel.locator(target).evaluate(
        (element, [name, place, content]) => {
          const held = new DataTransfer()
          const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
          held.items.add(new File([bytes], `${name}.png`, { type: 'image/png' }))
          const more = { [place]: held, bubbles: true, cancelable: true }
          const event = name === 'paste' ? new ClipboardEvent(name, more) : new DragEvent(name, more)
          element.dispatchEvent(event)
        },
        [kind, field, PIXEL] as const,
      )
    const sent = () => mock.stored.filter(({ author }) => author.kind === 'customer')
    await expect.poll(() => sent().length).toBe(3)
    expect(sent().map(({ parts }) => parts[0])).toMatchObject([
      { kind: 'image', name: 'tear.png', mime: 'image/png', width: 1 },
      { kind: 'image', name: 'paste.png' },
      { kind: 'image', name: 'drop.png' },
    ])
    expect(await panel.locator('.upload').count()).toBe(0)
    const belowTheEdge = () =>
      panel.locator('.log').evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)
    await expect.poll(belowTheEdge).toBeLessThan(2)
    // A second page has nothing in memory: the picture comes from the server.
    await page.reload()
    await page.locator('.launcher').click()
    mock.store({ kind: 'agent', name: 'Lin' }, sent()[0]!.parts)
    const picture = panel.locator('.them .picture')
    await picture.waitFor()
    await picture.click()
    await panel.locator('dialog.zoom img').waitFor()
    await panel.locator('dialog.zoom button').press('Escape')
    await panel.locator('dialog.zoom').waitFor({ state: 'detached' })
    expect(await page.locator('iframe.frame').isVisible()).toBe(true)
    // The browser's own line about each refused upload, and nothing else.
    expect(errors.splice(0).filter((line) => !line.includes('415'))).toEqual([])
  })

  test('on a phone the panel fills the screen and nothing runs over its edge', async () => {
    await open({ phone: true })
    await say('我的订单')
    await panel.locator('article.card').waitFor()
    await say(
      'https://very-long.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    )
    await panel.locator('.me .bubble a').waitFor()
    const box = await page.locator('iframe.frame').boundingBox()
    expect(box).toEqual({ x: 0, y: 0, width: 375, height: 720 })
    const over = await panel
      .locator('body')
      .evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className),
      )
    expect(over).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    expect(await page.locator('.launcher').isHidden()).toBe(true)
  })

  test.for([
    { dark: false, locale: 'zh-CN' },
    { dark: true, locale: 'en' },
  ])('axe finds nothing serious (dark: $dark)', async (look) => {
    await open(look)
    await panel.locator('.starters').waitFor()
    const findings = () => serious(page.frames().find((one) => one.url().includes('panel.html'))!)
    expect(await findings()).toEqual([])
    for (const text of ['我的订单', '帮我推荐', '我想退货']) {
      await say(text)
      await panel.locator('.me .bubble', { hasText: text }).waitFor()
    }
    await expect.poll(() => panel.locator('article.card').count()).toBe(3)
    await panel.locator('.person').click()
    await panel.locator('.notice.waiting').waitFor()
    expect(await findings()).toEqual([])
  })
})
