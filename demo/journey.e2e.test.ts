// The whole story in a real browser, on the real server: a visitor asks, a person takes over, nobody loses a word.
// Makes the pictures of the README (JOURNEY_SHOTS=docs/images).
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium, type FrameLocator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, run } from '../server/src/main.ts'
import { buildPages } from '../tools/build-pages.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const shots = process.env.JOURNEY_SHOTS

let folder: string
let server: Running
let browser: Browser
const errors: string[] = []

const open = async (more: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...more,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    // A 401 before signing in is how the desk learns that nobody is signed in.
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text())
  })
  return page
}
const shot = async (page: Page, name: string) => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}
const openPanel = async (page: Page): Promise<FrameLocator> => {
  await page.locator('.launcher').click()
  const panel = page.frameLocator('iframe.frame')
  await panel.locator('textarea').waitFor()
  return panel
}
const say = async (panel: FrameLocator, text: string) => {
  await panel.locator('textarea').fill(text)
  await panel.locator('textarea').press('Enter')
}
const shop = async (customer: string, more?: BrowserContextOptions): Promise<{ page: Page; panel: FrameLocator }> => {
  const page = await open(more)
  await page.goto(`${server.url}/`)
  await page.locator('select').selectOption(customer)
  return { page, panel: await openPanel(page) }
}

/** A true PNG: a dark seam across cloth. */
const picture = (width = 240, height = 150): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (__, x) =>
      Math.abs(y - 75 - 10 * Math.sin(x / 18)) < 4 ? [52, 40, 38] : [186 - (y >> 2), 118 + ((x * y) % 7), 74],
    )
    return Buffer.from([0, ...pixels.flat()])
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
const exchangeFiles = async (panel: FrameLocator, desk: Page) => {
  await panel.locator('input[type=file]').setInputFiles({ name: '开线.png', mimeType: 'image/png', buffer: picture() })
  const seen = desk.getByRole('img', { name: '开线.png' })
  await seen.waitFor()
  await expect
    .poll(() => seen.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(240)
  const invoice = { name: '发票.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') }
  await desk.locator('.composer input[type=file]').setInputFiles(invoice)
  const link = panel.locator('a.file[download]', { hasText: '发票.pdf' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(/^blob:/)
}

describe.skipIf(!existsSync(executablePath))(`a visitor and an agent (skipped without ${executablePath})`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-journey-'))
    await buildPages(() => undefined)
    server = await run({ demo: true, port: 0, env: { DATA_DIR: folder, LOG_LEVEL: 'silent' } })
    browser = await chromium.launch({ executablePath, args: args.split(' ') })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(errors).toEqual([])
  })

  it('asks where an order is, gets a card, asks for a person, is answered, and keeps everything', async () => {
    const { page: visitor, panel } = await shop('demo-001')
    await say(panel, '我的订单到哪了？')
    const card = panel.locator('article.card')
    await card.waitFor()
    expect(await card.textContent()).toContain('BL200001')
    await shot(visitor, 'widget')

    const desk = await open({ viewport: { width: 1440, height: 900 } })
    await desk.goto(server.deskLink!)
    await desk.getByText('待接入').first().waitFor()
    expect(desk.url()).not.toContain('link=')

    await panel.getByRole('button', { name: '转人工' }).click()
    await panel.getByText('等待人工客服接入').waitFor()
    // The desk learns of it without being asked.
    await desk.getByText('待接入').first().click()
    await desk.getByText('林晓').first().click()
    await desk.locator('.messages-inner').waitFor()
    await desk.getByText('我的订单到哪了？').first().waitFor()
    await desk.keyboard.press('t')
    await panel.getByText('周岚').first().waitFor()

    await desk.locator('textarea').fill('您好，我是周岚。包裹已到武汉，明天送达，我会替您盯着。')
    await desk.locator('textarea').press('Enter')
    await panel.getByText('我会替您盯着').waitFor()
    await say(panel, '太好了，谢谢！')
    await desk.locator('.message', { hasText: '太好了，谢谢！' }).waitFor()
    await exchangeFiles(panel, desk)
    // With a person in the conversation the bot stays silent.
    await visitor.waitForTimeout(400)
    expect(await panel.locator('.byline .ai').count()).toBe(1)
    const toasts = desk.locator('.toast .icon-button')
    while ((await toasts.count()) > 0) await toasts.first().click()
    await desk.getByText('我的', { exact: true }).first().click()
    await desk.getByText('林晓').first().click()
    await desk.locator('.message', { hasText: '太好了，谢谢！' }).waitFor()
    await shot(desk, 'desk')
    await shot(visitor, 'widget-person')

    const texts = async (where: FrameLocator) => (await where.locator('p.bubble').allTextContents()).join('|')
    const before = await texts(panel)
    await visitor.reload()
    const again = await openPanel(visitor)
    await again.getByText('太好了，谢谢！').waitFor()
    expect(await texts(again)).toBe(before)
    await desk.reload()
    await desk.locator('.message', { hasText: '太好了，谢谢！' }).waitFor()
    expect(await desk.locator('.message', { hasText: '我会替您盯着' }).count()).toBe(1)

    // The same person on a phone: the thread is there, and what is said here is seen there.
    const phone = await shop('demo-001', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await phone.panel.getByText('太好了，谢谢！').waitFor()
    expect(await texts(phone.panel)).toBe(before)
    await say(phone.panel, '我现在用手机继续')
    await again.getByText('我现在用手机继续').waitFor()
    await desk.locator('.message', { hasText: '我现在用手机继续' }).waitFor()
    await shot(phone.page, 'widget-phone')
    const wide = await phone.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide).toBeLessThanOrEqual(0)

    await desk.locator('body').click({ position: { x: 5, y: 5 } })
    await desk.keyboard.press('e')
    await again.getByText('本次服务已结束').waitFor()
  })

  it('another customer sees nothing of it, and the bot still answers them', async () => {
    const { panel } = await shop('demo-002', { locale: 'en-GB', colorScheme: 'dark' })
    expect(await panel.locator('p.bubble').count()).toBe(0)
    await say(panel, 'can I return shoes I wore once?')
    await panel.locator('.them p.bubble').waitFor()
    expect(await panel.locator('.chip').count()).toBeGreaterThan(0)
  })

  it('serves the API reference without a script', async () => {
    const page = await open()
    await page.goto(`${server.url}/docs`)
    await page.locator('#replyToConversation').waitFor()
    expect(await page.locator('script').count()).toBe(0)
    await shot(page, 'api')
  })
})
