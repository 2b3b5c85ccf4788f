// The promotions page on the real server in a real browser: a first rule is written, checked, tried and put in force, goes
// out as a table and comes back, is changed, and taken back.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { browserMissing, openPanel, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
/** Far from the shop's own zone: times in tables are the reader's. */
let desk: Page

const press = (desk: Page, name: string | RegExp) => desk.getByRole('button', { name }).first().click()
const tab = (desk: Page, at: string) => desk.locator(`.set-tabs a[href$="/promotions/${at}"]`).click()
const publish = async (desk: Page) => {
  await press(desk, '查看并发布')
  await desk.getByRole('dialog').getByRole('button', { name: '发布生效' }).click()
  await desk.locator('.toast', { hasText: '已生效' }).last().waitFor()
}
const writeRule = async (desk: Page) => {
  await press(desk, '新建规则')
  await desk.getByRole('dialog').getByRole('button', { name: /^满减/ }).click()
  await desk.getByLabel('名称 *').fill('满300减40')
  await desk.getByLabel('满金额').fill('300')
  await desk.getByLabel('减金额').fill('40')
  await desk.getByLabel('结束时间').fill('2031-11-12T00:00')
  await desk.keyboard.press('Enter')
  await desk.locator('.promo-rule', { hasText: '满¥300.00减¥40.00' }).waitFor()
}
/** Out as a table, and in again as the whole set: nothing may have changed. */
const thereAndBack = async (desk: Page) => {
  const download = desk.waitForEvent('download')
  await press(desk, '导入、导出与设置')
  await desk.getByRole('menuitem', { name: '导出 XLSX' }).click()
  const path = await (await download).path()
  await press(desk, '导入、导出与设置')
  await desk.getByRole('menuitem', { name: '导入表格' }).click()
  await desk.getByRole('dialog').locator('input[type=file]').setInputFiles(path)
  await desk.getByText('可导入').waitFor()
  await desk.getByLabel('全部替换').check()
  await desk.getByRole('dialog').getByRole('button', { name: /^导入/ }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.locator('.promo-rule', { hasText: '满300减40' }).waitFor()
}

describe.skipIf(browserMissing)(`the promotions of a shop ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('are written, tried, put in force, and taken back', async () => {
    desk = await stage.open({ timezoneId: 'Europe/Berlin' })
    await desk.goto(stage.server.deskLink!)
    await desk.locator('.list').waitFor()
    await desk.goto(`${stage.server.url}/desk/promotions`)
    await writeRule(desk)
    await tab(desk, 'check')
    await desk.locator('.blank, .promo-finding').first().waitFor()
    await tab(desk, 'simulator')
    await desk.getByLabel('商品编号').fill('coat')
    await desk.getByLabel('单价').fill('199')
    await desk.getByLabel('数量').fill('2')
    await desk.keyboard.press('Enter')
    await desk.locator('.promo-total', { hasText: '¥358.00' }).waitFor()
    await desk.getByText('满减「满300减40」：-¥40.00').waitFor()
    await shot(desk, 'promotions-cart')
    expect(await serious(desk)).toEqual([])
    await publish(desk)
    await tab(desk, 'rules')
    await thereAndBack(desk)
    expect(await desk.locator('.promo-draft').count()).toBe(0)
    await desk.getByRole('link', { name: /满300减40/ }).click()
    await desk.getByLabel('减金额').fill('50')
    await desk.keyboard.press('Enter')
    await desk.getByText('草稿中有 1 处修改').waitFor()
    await publish(desk)
    await tab(desk, 'simulator')
    await desk.locator('.promo-total', { hasText: '¥348.00' }).waitFor()
    await tab(desk, 'versions')
    await desk.getByRole('button', { name: '回滚' }).click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '回滚' }).click()
    await tab(desk, 'simulator')
    await desk.locator('.promo-total', { hasText: '¥358.00' }).waitFor()
  }, 60_000)

  it('a coupon changes: the next answer has the new price, and who was told the old one is told', async () => {
    await tab(desk, 'rules')
    const page = await stage.open()
    page.setDefaultTimeout(15_000)
    await page.goto(`${stage.server.url}/`)
    const panel = await openPanel(page)
    await say(panel, '峰顶冲锋衣多少钱')
    await panel.getByText(/759/).first().waitFor()
    await desk.getByRole('link', { name: /满300减40/ }).click()
    await desk.getByLabel('减金额').fill('90')
    await desk.keyboard.press('Enter')
    await publish(desk)
    await say(panel, '峰顶冲锋衣多少钱')
    await panel.getByText(/709/).first().waitFor()
    await tab(desk, 'wrong')
    const told = desk.locator('.promo-wrong', { hasText: '759' })
    await told.first().waitFor()
    await shot(desk, 'promotions-wrong')
    await press(desk, /^发送 1 条更正/)
    await panel
      .getByText(/更正|¥709/)
      .last()
      .waitFor()
    await desk.locator('.promo-wrong').first().waitFor({ state: 'detached' })
  }, 60_000)
})
