// One shopper on a phone, from the item on view to the rating, over a line that breaks; and one colleague who serves five
// customers without touching a mouse. The real server, a real browser.
import { connectVisitor, type LiveClient } from '@ballast/contract/live-client'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { picture } from './test/picture.ts'
import { browserMissing, openPanel, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
/** The owner's session, taken from the one-time link. */
let signedIn: Exclude<BrowserContextOptions['storageState'], undefined>
const bubbles = async (page: Page): Promise<string[]> =>
  page.frameLocator('iframe.frame').locator('.me p.bubble').allTextContents()

/** A customer without a browser: asks for a person and keeps what is said to them. */
const customer = async (inbox: string, number: number) => {
  const url = stage.server.url
  const visit = await fetch(`${url}/visit/${inbox}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { token } = (await visit.json()) as { token: string }
  const heard: string[] = []
  const line: LiveClient = connectVisitor({
    url,
    token,
    onMessage: ({ author, parts: [part] }) => {
      if (author.kind === 'agent' && part?.kind === 'text') heard.push(part.text)
    },
  })
  await line.send([{ kind: 'text', text: `${number} 号顾客：请帮我看一下` }]).acked
  await line.askForPerson().acked
  return { line, heard }
}

describe.skipIf(browserMissing)(`the front ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
    const page = await stage.open()
    await page.goto(stage.server.deskLink!)
    await page.locator('.list').waitFor()
    signedIn = await page.context().storageState()
    await page.context().close()
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('a shopper on a phone asks about the item on view, loses the line, gets everything once, and rates', async () => {
    const phone = await stage.open(PHONE)
    await phone.goto(`${stage.server.url}/demo/`)
    await phone.locator('#search').fill('登山靴')
    await phone.getByRole('link', { name: '北坡防水登山靴' }).click()
    const panel = await openPanel(phone)
    await shot(phone, 'widget-home-phone')
    await say(panel, '这双有 42 码吗')
    await panel.locator('.them p.bubble', { hasText: '北坡防水登山靴（42）' }).waitFor()
    await panel.getByRole('button', { name: '有帮助', exact: true }).first().click()
    const file = { name: '脚型.png', mimeType: 'image/png', buffer: picture() }
    await panel.locator('input[type=file]').setInputFiles(file)
    await panel.locator('.me img').waitFor()

    await phone.context().setOffline(true)
    await say(panel, '我平时穿 42，脚背比较高')
    await panel.locator('.notice.offline').waitFor()
    await say(panel, '这双会不会压脚背？')
    await shot(phone, 'widget-offline-phone')
    await phone.context().setOffline(false)
    await panel.locator('.notice.offline').waitFor({ state: 'detached' })

    const desk = await stage.open({ viewport: { width: 1440, height: 900 }, storageState: signedIn })
    await desk.goto(`${stage.server.url}/desk/`)
    await desk.locator('.list').waitFor()
    // Whatever the bot makes of these two, somebody who asks for a person gets one.
    await say(panel, '转人工')
    await panel.locator('.system', { hasText: '人工' }).waitFor()
    await desk.keyboard.press('g')
    await desk.keyboard.press('u')
    await desk
      .locator('.row', { hasText: /压脚背|等待|人工/ })
      .first()
      .click()
    await desk.locator('.message', { hasText: '这双会不会压脚背？' }).waitFor()
    // What was on view stands beside the question, and nothing came twice.
    await desk.locator('.on-view', { hasText: '北坡防水登山靴' }).first().waitFor()
    for (const text of ['我平时穿 42，脚背比较高', '这双会不会压脚背？'])
      expect(await desk.locator('.message', { hasText: text }).count()).toBe(1)
    await desk.keyboard.press('t')
    await desk.locator('.composer textarea').fill('您好，这款鞋楦偏宽，脚背高可以放心；不合适 30 天内可退换。')
    await desk.locator('.composer textarea').press('Enter')
    await panel.getByText('脚背高可以放心').waitFor()
    await shot(desk, 'desk-context')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('e')

    await panel.locator('.rating').waitFor()
    expect(await serious(phone)).toEqual([])
    await panel.locator('.faces button').nth(4).click()
    await shot(phone, 'widget-rating-phone')
    await panel.locator('.rating .why button').first().click()
    await panel.locator('.rating .done').click()
    const before = await bubbles(phone)
    expect(new Set(before).size).toBe(before.length)
    await phone.reload()
    const again = await openPanel(phone)
    await again.getByText('脚背高可以放心').waitFor()
    expect(await bubbles(phone)).toEqual(before)
    await again.locator('.system', { hasText: '5' }).waitFor()
    await desk.locator('.rated').waitFor()
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  })

  it('a colleague serves five customers by keyboard alone', async () => {
    const { inbox } = (await (await fetch(`${stage.server.url}/demo/shop.json`)).json()) as { inbox: string }
    const look = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'en-GB' } as const
    const desk = await stage.open({ ...look, storageState: signedIn })
    await desk.goto(`${stage.server.url}/desk/`)
    await desk.locator('.list').waitFor()
    const customers: Awaited<ReturnType<typeof customer>>[] = []
    for (let number = 1; number <= 5; number++) customers.push(await customer(inbox, number))
    const press = async (...keys: string[]) => {
      for (const key of keys) await desk.keyboard.press(key)
    }
    await press('g', 'u')
    await expect.poll(() => desk.locator('.row').count()).toBe(5)
    await press('j')
    for (let turn = 1; turn <= 5; turn++) {
      await desk.locator('.thread .messages-inner .message').first().waitFor()
      await press('t', 'r')
      await desk.locator('.composer.reply textarea:focus').waitFor()
      await desk.keyboard.type(`Answer ${turn} is on its way.`)
      await press('Enter', 'Escape', 'Shift+E')
      await expect.poll(() => customers.filter(({ heard }) => heard.length > 0).length).toBe(turn)
    }
    for (const { heard } of customers) expect(heard).toHaveLength(1)
    expect(new Set(customers.flatMap(({ heard }) => heard)).size).toBe(5)
    expect(await serious(desk)).toEqual([])
    await desk.goto(`${stage.server.url}/desk/inbox/resolved`)
    await desk.locator('.row').first().waitFor()
    await press('j')
    await desk.locator('.thread .messages-inner .message').first().waitFor()
    await shot(desk, 'desk-dark-en')
    await desk.setViewportSize(PHONE.viewport)
    await shot(desk, 'desk-dark-en-phone')
    for (const { line } of customers) line.close()
  })
})
