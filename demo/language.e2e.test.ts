// The language lab on the real server in a real browser: a customer's message is corrected, a version is trained in a
// thread, compared, published and taken back.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { browserMissing, openPanel, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage

/** The training is to take a moment: all but a few built-in intents are switched off, as a manager would. */
const KEPT = ['order-where', 'refund-progress', 'coupon', 'invoice', 'none']
const switchOff = (desk: Page): Promise<number> =>
  desk.evaluate(async (kept) => {
    const { intents } = (await (await fetch('/api/language/intents')).json()) as { intents: { id: string }[] }
    const others = intents.filter(({ id }) => !kept.includes(id))
    for (const { id } of others)
      await fetch(`/api/language/intents/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: '{"on":false}',
      })
    return intents.length - others.length
  }, KEPT)
const newest = (desk: Page): Promise<string> =>
  desk.evaluate(async () => {
    const { rows } = (await (await fetch('/api/conversations?view=all')).json()) as {
      rows: { conversation: { id: string; updatedAt: string } }[]
    }
    const [first] = rows.sort((one, other) => (one.conversation.updatedAt < other.conversation.updatedAt ? 1 : -1))
    return first!.conversation.id
  })
const press = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true }).click()
const confirm = (desk: Page, name: string) => desk.locator('.ant-popconfirm').getByRole('button', { name }).click()

describe.skipIf(browserMissing)(`the language lab of a shop ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors.filter((each) => !each.includes('503'))).toEqual([])
  })

  it('learns from a message, and is taken back', async () => {
    const visitor = await stage.open()
    await visitor.goto(`${stage.server.url}/`)
    const panel = await openPanel(visitor)
    await say(panel, '帮我把那张红色的纸条寄过来，电话 13812345678')

    const desk = await stage.open()
    await desk.goto(stage.server.deskLink!)
    await desk.locator('.list').waitFor()
    await desk.goto(`${stage.server.url}/desk/inbox/all/${await newest(desk)}`)
    await desk.locator('.verdict-button').first().click()
    await desk.getByRole('dialog').getByRole('searchbox').fill('invoice')
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    await desk.getByText('已成为').waitFor()

    expect(await switchOff(desk)).toBeGreaterThan(2)
    await desk.goto(`${stage.server.url}/desk/language/intents/invoice`)
    const learnt = desk.locator('.lab-example', { hasText: '红色的纸条' })
    await learnt.getByText('来自会话').waitFor()
    expect(await learnt.textContent()).not.toContain('13812345678')

    await desk.goto(`${stage.server.url}/desk/language/versions`)
    await press(desk, '开始训练')
    await desk.getByText('版本 1 与使用中版本的对比').waitFor({ timeout: 60_000 })
    await desk.locator('.lab-train .lab-side').first().waitFor({ timeout: 60_000 })
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'language-lab')
    const version = desk.locator('.lab-version', { hasText: '版本 1' })
    await version.getByRole('button', { name: '发布' }).click()
    await confirm(desk, '发布')
    await version.getByText('使用中', { exact: true }).waitFor()

    await desk.getByRole('link', { name: '试一句话' }).click()
    await desk.locator('.lab-ask textarea').first().fill('红色的纸条什么时候寄')
    await desk.locator('.lab-ranked').waitFor()
    expect(await desk.locator('.lab-ranked li').first().textContent()).toContain('发票')

    await desk.getByRole('link', { name: '版本', exact: true }).click()
    const builtIn = desk.locator('.lab-version', { hasText: '内置模型' })
    await builtIn.getByRole('button', { name: '退回这个版本' }).click()
    await confirm(desk, '退回这个版本')
    await builtIn.getByText('使用中', { exact: true }).waitFor()
  }, 180_000)
})
