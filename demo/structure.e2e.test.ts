// A manager uploads a policy, sees its sections and its graph, corrects one thing in the table and takes it back; on the real
// server in a real browser.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { browserMissing, openPanel, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

const MANUAL = `# 云朵洗衣机 X1

## 规格

- 容量：10 kg
- 噪音：48 dB

## 故障代码

E1：进水异常。请检查水龙头是否打开。

F05：排水超时。请清洁排水泵滤网。

## 如何清洁滤网

1. 关闭电源
2. 旋下滤网
3. 用清水冲洗

## 退货政策

自签收之日起7天内可退货，仅限未使用的机器。除新疆、西藏外均免运费。
`

let stage: Stage
let desk: Page
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: true })
const visit = (path: string) => desk.goto(`${stage.server.url}/desk/knowledge${path}`)
const row = (label: string) => desk.locator('.st-table tr', { has: desk.locator(`input[value="${label}"]`) })

describe.skipIf(browserMissing)(`the structure of knowledge ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
    desk = await stage.open({ locale: 'zh-CN' })
    desk.setDefaultTimeout(15_000)
    await desk.goto(stage.server.deskLink!)
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('an uploaded manual shows its sections and its graph', async () => {
    await desk.locator('.list').waitFor()
    await visit('/documents')
    const file = { name: '说明书.md', mimeType: 'text/markdown', buffer: Buffer.from(MANUAL) }
    await desk.locator('input[type=file]').setInputFiles([file])
    await desk.locator('.kb-document', { hasText: '说明书.md' }).getByText('使用中').waitFor()
    await button(/查看条目/).click()
    await desk.locator('.kb-sections a', { hasText: '退货政策' }).waitFor()
    await desk.getByRole('link', { name: '查看结构图' }).click()
    await row('F05').waitFor()
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'structure-1-table')
    await desk.getByText('图', { exact: true }).click()
    const thing = desk.getByRole('button', { name: '故障代码: F05' })
    await thing.focus()
    await desk.keyboard.press('Enter')
    const panel = desk.getByRole('complementary', { name: 'F05' })
    await panel.locator('blockquote', { hasText: '排水超时' }).waitFor()
    await panel.getByRole('link', { name: /说明书\.md › 1\.2/ }).waitFor()
    await panel.getByRole('button', { name: '请清洁排水泵滤网。', exact: true }).waitFor()
    await shot(desk, 'structure-2-picture')
    expect(await serious(desk)).toEqual([])
  })

  it('a thing is renamed in the table, and that is taken back', async () => {
    await desk.getByText('表格', { exact: true }).click()
    await row('容量').getByRole('textbox', { name: '容量的名称' }).fill('洗涤容量')
    await desk.keyboard.press('Enter')
    await row('洗涤容量').getByText('已修改').waitFor()
    await desk.locator('.toasts').getByRole('button', { name: '撤销' }).click()
    await row('容量').waitFor()
    expect(await row('洗涤容量').count()).toBe(0)
    await row('F05').getByRole('button', { name: '删除F05' }).click()
    await row('F05').waitFor({ state: 'detached' })
    await button('修改记录').click()
    await desk.locator('.st-edits li', { hasText: '已删除：F05' }).getByRole('button', { name: '撤销' }).click()
    await desk.locator('.st-edits li', { hasText: '已删除：F05' }).getByText('已撤销').waitFor()
    await desk.keyboard.press('Escape')
    await row('F05').waitFor()
  })

  it('what the customer names is found through it, and the desk says so', async () => {
    await visit('')
    await desk.getByLabel('查找条目').fill('洗衣机显示F05怎么办？')
    const found = desk.locator('.kb-passage.used', { hasText: '排水超时' })
    await found.getByText(/^结构 \d+ %$/).waitFor()
  })

  it('a customer asks for it in the widget and gets the cited answer', async () => {
    const page = await stage.open()
    page.setDefaultTimeout(15_000)
    await page.goto(`${stage.server.url}/`)
    const panel = await openPanel(page)
    await say(panel, '洗衣机显示F05怎么办？')
    await panel
      .getByText(/排水泵滤网/)
      .first()
      .waitFor()
    await shot(page, 'structure-5-widget')
  })

  it('on a phone nothing is wider than the page', async () => {
    const phone = await stage.open({ ...PHONE, storageState: await desk.context().storageState() })
    await phone.goto(`${stage.server.url}/desk/knowledge/structure`)
    await phone.locator('.st-table tr').nth(3).waitFor()
    const wider = () => phone.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect(await wider()).toBeLessThanOrEqual(0)
    await shot(phone, 'structure-3-phone')
    await phone.getByText('图', { exact: true }).click()
    await phone.locator('.st-thing').first().waitFor()
    expect(await wider()).toBeLessThanOrEqual(0)
    await shot(phone, 'structure-4-phone-picture')
  })
})
