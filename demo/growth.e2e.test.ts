// Knowledge that grows, on the real server in a real browser: five customers ask in the widget what nobody wrote down, a gap
// appears in the desk, a colleague's answer in a solved conversation becomes the draft, it wins in court, is published, and
// the sixth customer is answered by the bot. Then: use is counted, old chats are imported, the brand's voice is heard.
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyPage, serious } from '../tools/test-browser.ts'
import { browserMissing, openPanel, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

const ASKED = [
  '背包上可以绣名字吗',
  '你们提供绣名字的服务吗',
  '能不能帮忙绣个名字',
  '请问可以绣名字不',
  '你好，想问下能绣名字吗',
]
const ANSWER = '可以绣名字的，最多绣六个字，需要多等两天，绣好以后不能退换。'

/** Pixels that stand out sideways. */
const SIDEWAYS = `Math.max(...['html', '.page'].map((name) => {
  const box = document.querySelector(name)
  return box.scrollWidth - box.clientWidth
}))`

let stage: Stage
let desk: Page

const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: true })
const visit = (path: string) => desk.goto(`${stage.server.url}/desk/${path}`)
/** A customer of their own: another browser, another person. */
const asks = async (question: string): Promise<FrameLocator> => {
  const page = await stage.open()
  page.setDefaultTimeout(15_000)
  await page.goto(`${stage.server.url}/`)
  const panel = await openPanel(page)
  await say(panel, question)
  return panel
}
const answered = (panel: FrameLocator, text: string | RegExp) => panel.getByText(text).last().waitFor()

describe.skipIf(browserMissing)(`knowledge that grows ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
    desk = await stage.open()
    desk.setDefaultTimeout(15_000)
    await desk.goto(stage.server.deskLink!)
    await desk.locator('.list').waitFor()
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors).toEqual([])
  })

  it('five customers ask something unknown: a gap appears', async () => {
    await Promise.all(ASKED.map(asks))
    await visit('knowledge/gaps')
    const line = desk.locator('.gap-line', { hasText: '绣' })
    await expect.poll(() => line.locator('.gap-count').textContent(), { timeout: 20_000 }).toBe('5')
    await shot(desk, 'growth-1-gaps')
    expect(await serious(desk)).toEqual([])
    await line.getByRole('link').click()
    await desk.getByText('5 个问题').waitFor()
  })

  it('it is ignored and had back, named and called by its question again', async () => {
    await button('忽略').click()
    await desk.locator('.kb-mark', { hasText: '已忽略' }).waitFor()
    await desk.locator('.toast', { hasText: '已忽略' }).getByRole('button', { name: '撤销' }).click()
    await desk.locator('.gap-title .kb-mark', { hasText: '待处理' }).waitFor()
    await button('改名').click()
    await desk.getByLabel('名称').fill('绣名字')
    await desk.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await desk.locator('.gap-title h2', { hasText: /^绣名字$/ }).waitFor()
  })

  it('a colleague solves one of the conversations: the answer is drafted', async () => {
    await desk.locator('.gap-question', { hasText: ASKED[0]! }).getByRole('link').click()
    await desk.getByRole('button', { name: /接手/ }).first().click()
    const field = desk.locator('.composer textarea')
    await field.fill(ANSWER)
    await field.press('Enter')
    await desk.locator('.thread', { hasText: ANSWER }).waitFor()
    await desk.getByRole('button', { name: /解决/ }).first().click()
    await desk.locator('.toast', { hasText: '已解决' }).waitFor()
    await visit('knowledge/gaps')
    await desk.locator('.gap-line', { hasText: '绣名字' }).getByRole('link').click()
    await desk.getByText('同事答过 1 次').waitFor()
    await desk.locator('.gap-answer', { hasText: '最多绣六个字' }).waitFor()
    await button('起草答案').click()
    await expect.poll(() => desk.getByLabel('答案', { exact: true }).inputValue()).toBe(ANSWER)
    await desk.getByText('根据同事的 1 次回答起草').click()
    await shot(desk, 'growth-2-draft')
    expect(await serious(desk)).toEqual([])
  })

  it('it wins in court, and is published with one click', async () => {
    await button('开庭').click()
    await desk.locator('.gap-outcome.won').waitFor()
    const change = desk.locator('.gap-changes > li', { hasText: '绣' }).first()
    await change.getByText('机器人不确定').waitFor()
    await change.locator('.kb-bubble', { hasText: '最多绣六个字' }).waitFor()
    expect(await desk.locator('.gap-figures dd').first().textContent()).toMatch(/^[3-5] \/ 5$/)
    await shot(desk, 'growth-3-court')
    expect(await serious(desk)).toEqual([])
    await button('发布').click()
    await desk.locator('.gap-title .kb-mark', { hasText: '已解决' }).waitFor()
    await button('回滚').waitFor()
  })

  it('the sixth customer is answered by the bot; it is counted as used', async () => {
    await answered(await asks('可以给背包绣名字吗？'), /最多绣六个字/)
    await visit('knowledge')
    await desk.getByRole('group', { name: '按使用排序' }).getByRole('button', { name: '被问' }).click()
    await expect
      .poll(async () => {
        await desk.reload()
        await desk.getByRole('group', { name: '按使用排序' }).getByRole('button', { name: '被问' }).click()
        return desk.locator('.kb-list > li', { hasText: '绣' }).locator('.kb-usage').textContent()
      })
      .toMatch(/被问 1.*解决 1/)
    await shot(desk, 'growth-4-usage')
    await desk.locator('.kb-list > li', { hasText: '绣' }).getByRole('link').click()
    await desk.locator('summary', { hasText: '使用情况' }).click()
    await desk.locator('.kb-usage-table tbody tr').first().waitFor()
  })

  it('it is rolled back with one click: the bot no longer says it', async () => {
    await visit('knowledge/courts')
    await desk.locator('.kb-line', { hasText: '已发布' }).click()
    await button('回滚').click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '回滚' }).click()
    await desk.getByText('已回滚，顾客得到之前的回答。').waitFor()
    await shot(desk, 'growth-5-back')
    const panel = await asks('背包能绣名字吗')
    await answered(panel, /不确定|没有找到|人工/)
    expect(await panel.getByText(/最多绣六个字/).count()).toBe(0)
  })

  it('old chats are looked at, brought in by a job, and become drafts', async () => {
    await visit('knowledge/gaps/import')
    const asked = ['可以寄放行李箱吗', '能不能寄放行李箱', '店里寄放行李箱行不行', '行李箱能寄放吗']
    const rows = asked.map((text, n) => `${n},Lily,${text}\n${n},Shop,可以寄放，凭小票当天取走。`)
    const buffer = Buffer.from(`chat no,who,words\n${rows.join('\n')}\n9,,\n`)
    await desk.locator('input[type=file]').setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer })
    await desk.getByText('这样读不到问题').waitFor()
    for (const [column, meaning] of [
      ['chat no', '会话编号'],
      ['who', '谁说的'],
      ['words', '说的话'],
    ] as const) {
      await desk.getByLabel(`列“${column}”用作`).click()
      await desk.locator('.ant-select-dropdown:visible .ant-select-item', { hasText: meaning }).click()
    }
    await desk.getByLabel('哪个是顾客？').click()
    await desk.locator('.ant-select-dropdown:visible .ant-select-item', { hasText: 'Lily' }).click()
    await desk.getByText('4 个问题，4 个有回答').waitFor()
    await shot(desk, 'growth-6-import')
    expect(await serious(desk)).toEqual([])
    await button('导入 4 个问题').click()
    await desk.locator('.gap-import[open] .kb-mark', { hasText: '完成' }).waitFor()
    await desk
      .locator('.gap-import')
      .getByRole('link', { name: /行李箱/ })
      .first()
      .waitFor()
    await shot(desk, 'growth-7-imported')
  })

  it('two gaps are put together and taken apart again; the advice names what would help most', async () => {
    const text = 'question\n你们收购旧邮票吗\n可以收购旧邮票吗\n门口能停房车吗\n'
    await visit('knowledge/gaps/import')
    await desk.getByLabel('或粘贴文本').fill(text)
    await button('导入 3 个问题').click()
    await desk.locator('.gap-import .kb-mark', { hasText: '完成' }).nth(1).waitFor()
    await visit('knowledge/gaps')
    await desk.locator('.gap-line', { hasText: '邮票' }).waitFor()
    await visit('knowledge/advice')
    await button('现在再看一次').click()
    await desk.locator('.gap-advice', { hasText: '邮票' }).getByRole('button', { name: '写答案' }).waitFor()
    await shot(desk, 'growth-9-advice')
    expect(await serious(desk)).toEqual([])
    await desk.locator('.gap-advice', { hasText: '邮票' }).getByRole('link').click()
    await button('合并另一个').click()
    await desk.locator('.gap-choice', { hasText: '房车' }).click({ timeout: 20_000 })
    await shot(desk, 'growth-10-merge')
    await button('合并').click()
    await desk.getByText('3 个问题', { exact: true }).waitFor()
    await desk.locator('.toast', { hasText: '已并入' }).getByRole('button', { name: '撤销' }).click()
    await desk.getByText('2 个问题', { exact: true }).waitFor()
  })

  it('the brand’s voice is heard while it is written, saved, and given up again', async () => {
    await visit('knowledge/voice')
    await desk.getByLabel('昵称').fill('小舱')
    await desk.getByLabel('开场白，中文').fill('亲，你好呀！')
    await desk.locator('.voice-said .kb-bubble', { hasText: '亲，你好呀！' }).waitFor()
    await button('添加词').click()
    await desk.getByLabel('禁用词 1', { exact: true }).fill('吊牌')
    await desk.getByText('会转人工').waitFor()
    await desk.getByLabel('代替词 1').fill('标签')
    await desk.locator('.voice-said .kb-bubble', { hasText: '标签完好' }).waitFor()
    await shot(desk, 'growth-8-voice')
    expect(await serious(desk)).toEqual([])
    await button('保存').click()
    await desk.locator('.toast', { hasText: '已保存' }).waitFor()
    await answered(await asks('你好'), '亲，你好呀！')
    await button('改为沿用上一级').click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '改为沿用上一级' }).click()
    await desk.getByText('这里没有设置').waitFor()
  })

  it.skipIf(!everyPage)('every page fits a phone, in the dark and in English', async () => {
    const phone = await stage.open({ ...PHONE, locale: 'en', colorScheme: 'dark' })
    phone.setDefaultTimeout(15_000)
    await phone.context().addCookies(await desk.context().cookies())
    for (const path of ['gaps', 'advice', 'courts', 'gaps/import', 'voice', '']) {
      await phone.goto(`${stage.server.url}/desk/knowledge/${path}`)
      await phone.locator('.kb-tabs ~ *').first().waitFor()
      await phone.locator('.loading').first().waitFor({ state: 'detached' })
      expect(await phone.evaluate(SIDEWAYS), path).toBe(0)
      expect(await serious(phone), path).toEqual([])
      await shot(phone, `growth-phone-${path.replace('/', '-')}`)
    }
  })
})
