// A manager brings knowledge in, on the real server in a real browser: a ready-made pack answers the first customer, a
// document's sections answer within seconds, an entry is changed, compared and taken back.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { browserMissing, type Stage, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
let desk: Page

/** What the operator's terminal prints. */
const newShop = async (email: string): Promise<string> => {
  const { DATABASE_URL, PUBLIC_URL, ...own } = process.env
  const words = [join(import.meta.dirname, '../tools/new-shop.ts'), '--name', '新店', '--email', email]
  const env = { ...own, DATA_DIR: stage.folder, LOG_LEVEL: 'silent' }
  return (await promisify(execFile)(process.execPath, words, { env })).stdout.trim()
}
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: true })
const visit = (path: string) => desk.goto(`${stage.server.url}/desk/knowledge${path}`)

const POLICY = `# 以旧换新规则

## 适用范围

旧羽绒服可以折价换购新款，品牌不限，成色要求无破洞。

## 折价标准

每件旧羽绒服统一折价一百二十元，直接在订单里抵扣。

## 寄回方式

用门口的回收袋装好，约快递上门取件，运费由我们承担。
`

describe.skipIf(browserMissing)(`knowledge brought in ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: false })
    desk = await stage.open()
    desk.setDefaultTimeout(15_000)
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('a new shop answers within a minute of choosing a pack', async () => {
    await desk.goto(await newShop('owner@pack.example'))
    await desk.getByLabel('您的店叫什么？').fill('山脊线')
    await button('下一步').click()
    await desk.getByText('可以直接点的问题').waitFor()
    await button('下一步').click()
    const startedAt = performance.now()
    await desk.getByRole('radio', { name: '服装鞋包' }).check()
    await desk.getByLabel(/无理由退货期限/).fill('19')
    await shot(desk, 'knowledge-1-pack')
    expect(await serious(desk)).toEqual([])
    await button('使用这个知识包并继续').click()
    const panel = desk.frameLocator('iframe.first-chat')
    await panel.locator('textarea').fill('几天内可以无理由退货？')
    await panel.locator('textarea').press('Enter')
    await panel.getByText(/19 天/).first().waitFor()
    expect(performance.now() - startedAt).toBeLessThan(60_000)
  })

  it('an uploaded policy is read into sections, which answer', async () => {
    await visit('/documents')
    const startedAt = performance.now()
    const buffer = Buffer.from(POLICY)
    const broken = { name: '坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 broken') }
    await desk
      .locator('input[type=file]')
      .setInputFiles([{ name: '以旧换新.md', mimeType: 'text/markdown', buffer }, broken])
    await desk.locator('.kb-document', { hasText: '以旧换新.md' }).getByText('使用中').waitFor()
    await desk.locator('.kb-document', { hasText: '坏.pdf' }).getByText('失败').waitFor()
    await desk.getByRole('button', { name: /查看条目/ }).click()
    await desk.locator('.kb-sections a', { hasText: '折价标准' }).waitFor()
    expect(performance.now() - startedAt).toBeLessThan(20_000)
    await shot(desk, 'knowledge-2-documents')
    await visit('')
    await desk.getByLabel('查找条目').fill('以旧换新的折价标准是什么？')
    await desk.locator('.kb-ranked').waitFor()
    await shot(desk, 'knowledge-3-ask')
    await desk.locator('.kb-passage.used', { hasText: '折价标准' }).waitFor()
    await shot(desk, 'knowledge-3-ask')
    expect(await serious(desk)).toEqual([])
  })

  it('an entry is drafted, published, compared and taken back', async () => {
    await desk.locator('.kb-passage.used a').click()
    await desk.getByText('来自文档第').waitFor()
    await desk.getByLabel('答案', { exact: true }).fill('每件旧羽绒服统一折价一百五十元，直接在订单里抵扣。')
    await button('存为草稿').click()
    await desk.getByText('有未发布的修改').waitFor()
    await button('保存并发布').click()
    await desk.locator('.kb-marks', { hasText: '生效中' }).waitFor()
    await button(/历史版本/).click()
    await desk.locator('ins', { hasText: '五' }).waitFor()
    await shot(desk, 'knowledge-4-versions')
    await desk.getByRole('button', { name: '恢复此版本' }).last().click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '恢复此版本' }).click()
    await desk.getByText('版本 1 已重新生效。').waitFor()
    await desk.keyboard.press('Escape')
    expect(await desk.getByLabel('答案', { exact: true }).inputValue()).toContain('一百二十元')
    await visit('/packs/apparel')
    await desk.locator('.kb-pack-entry').first().waitFor()
    await shot(desk, 'knowledge-5-pack')
    await desk.getByLabel(/无理由退货期限/).fill('20')
    await button(/^更新 \d+ 个条目$/).click()
    await desk.getByText(/个条目已生效/).waitFor()
  })
})
