// The demo shop on the real server: what a shopper looks at is what the bot answers about, and orders are their owner's only.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserMissing, PHONE, type Stage, say, setStage, skipNote } from './test/stage.ts'

let stage: Stage

describe.skipIf(browserMissing)(`a shopper ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })
  const open = async (address = ''): Promise<Page> => {
    const page = await stage.open({ viewport: PHONE.viewport })
    await page.goto(`${stage.server.url}/demo/${address}`)
    return page
  }
  const ask = async (page: Page, text: string) => {
    const panel = page.frameLocator('iframe.frame')
    await say(panel, text)
    await panel.locator('.me .bubble', { hasText: text }).waitFor()
    return panel.locator('.them p.bubble')
  }

  it('finds a thing, chooses a size, keeps it in the cart, and asks about it', async () => {
    const page = await open()
    await page.locator('#search').fill('登山靴')
    await page.getByRole('link', { name: '北坡防水登山靴' }).click()
    expect(await page.locator('.add').isDisabled()).toBe(true)
    await page.locator('.choices.size label:not(.gone)').first().click()
    await page.locator('.add').click()
    await page.reload()
    await expect.poll(() => page.locator('#cart b').textContent()).toBe('1')
    await page.locator('.ask').click()
    const answers = await ask(page, '这双有 42 码吗')
    await answers.filter({ hasText: '北坡防水登山靴（42）' }).waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  })

  it('asks about the order on view, one of several', async () => {
    const page = await open()
    await page.locator('#customer').selectOption('demo-003')
    await page.locator('#orders').click()
    await page.locator('a.order', { hasText: 'BL200003' }).click()
    await page.locator('.trace').waitFor()
    await page.locator('.ask').click()
    const answers = await ask(page, '到哪了')
    await answers.filter({ hasText: 'BL200003' }).waitFor()
  })

  it('hands orders to nobody without a token of the shop, and to nobody else with one', async () => {
    const refused = await fetch(`${stage.server.url}/demo/orders.json`, { headers: { authorization: 'Bearer forged' } })
    expect(refused.status).toBe(401)
    const { inbox } = (await (await fetch(`${stage.server.url}/demo/shop.json`)).json()) as { inbox: string }
    const vouched = await fetch(`${stage.server.url}/demo/identity?customer=demo-001&inbox=${inbox}`)
    const { jwt } = (await vouched.json()) as { jwt: string }
    const own = await fetch(`${stage.server.url}/demo/orders.json`, { headers: { authorization: `Bearer ${jwt}` } })
    const { orders } = (await own.json()) as { orders: { orderNo: string }[] }
    expect(orders.map(({ orderNo }) => orderNo)).toEqual(['BL200001'])
  })

  it('does not move while it loads, and carries the whole catalogue in little', async () => {
    const page = await open()
    await page.locator('.launcher').waitFor()
    await page.locator('.grid a').first().waitFor()
    const shift = await page.evaluate<number>(
      `new Promise((done) => new PerformanceObserver((list) =>
        done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true })
        ?? setTimeout(() => done(0), 400))`,
    )
    expect(shift).toBeLessThan(0.02)
    const size = (await (await fetch(`${stage.server.url}/demo/products.json`)).text()).length
    expect(size).toBeLessThan(150_000)
  })
})
