// The whole story in a real browser, on the real server: a visitor asks, a person takes over, nobody loses a word.
// Makes the pictures of the README (JOURNEY_SHOTS=docs/images).
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from './test/picture.ts'
import { browserMissing, openPanel, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
const shop = async (customer: string, more?: BrowserContextOptions): Promise<{ page: Page; panel: FrameLocator }> => {
  const page = await stage.open(more)
  await page.goto(`${stage.server.url}/`)
  await page.locator('select').selectOption(customer)
  return { page, panel: await openPanel(page) }
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

describe.skipIf(browserMissing)(`a visitor and an agent ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('asks where an order is, gets a card, asks for a person, is answered, and keeps everything', async () => {
    const { page: visitor, panel } = await shop('demo-001')
    await say(panel, '我的订单到哪了？')
    const card = panel.locator('article.card')
    await card.waitFor()
    expect(await card.textContent()).toContain('BL200001')
    await shot(visitor, 'widget')

    const desk = await stage.open({ viewport: { width: 1440, height: 900 } })
    await desk.goto(stage.server.deskLink!)
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
    // A file is words until its bytes have come.
    await expect.poll(() => texts(again), { timeout: 8_000 }).toBe(before)
    await desk.reload()
    await desk.locator('.message', { hasText: '太好了，谢谢！' }).waitFor()
    expect(await desk.locator('.message', { hasText: '我会替您盯着' }).count()).toBe(1)

    // The same person on a phone: the thread is there, and what is said here is seen there.
    const phone = await shop('demo-001', PHONE)
    await phone.panel.getByText('太好了，谢谢！').waitFor()
    await expect.poll(() => texts(phone.panel), { timeout: 8_000 }).toBe(before)
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
    const { page, panel } = await shop('demo-002', { locale: 'en-GB', colorScheme: 'dark' })
    expect(await panel.locator('p.bubble').count()).toBe(0)
    await say(panel, 'can I return shoes I wore once?')
    await panel.locator('.them p.bubble').waitFor()
    expect(await panel.locator('.chip').count()).toBeGreaterThan(0)
    await shot(page, 'widget-dark-en')
    await page.setViewportSize(PHONE.viewport)
    await shot(page, 'widget-dark-en-phone')
  })

  it('serves the API reference without a script', async () => {
    const page = await stage.open()
    await page.goto(`${stage.server.url}/docs`)
    await page.locator('#replyToConversation').waitFor()
    expect(await page.locator('script').count()).toBe(0)
    await shot(page, 'api')
  })
})
