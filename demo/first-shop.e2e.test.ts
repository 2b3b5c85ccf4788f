// The first ten minutes of a shop, on the real server in a real browser: from an empty workspace to a customer who got
// their answer. Takes pictures of every step (JOURNEY_SHOTS=docs/images).
import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { browserMissing, type Stage, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
let site: Server
/** What the shop's own site serves at the moment. */
let sitePage = ''

/** What the operator's terminal prints. */
const newShop = async (email: string): Promise<string> => {
  const { DATABASE_URL, PUBLIC_URL, ...own } = process.env
  const words = [join(import.meta.dirname, '../tools/new-shop.ts'), '--name', '新店', '--email', email]
  const env = { ...own, DATA_DIR: stage.folder, LOG_LEVEL: 'silent' }
  return (await promisify(execFile)(process.execPath, words, { env })).stdout.trim()
}
const next = (page: Page, label = '下一步') => page.getByRole('button', { name: label, exact: true }).click()

const KNOWLEDGE = `常见问题

问：你们在哪里发货？
答：全部从杭州仓库发货，16 点前付款当天出库。

问：可以开发票吗？
答：可以，在订单页点“申请发票”，电子发票当天发到邮箱。

问：有实体店吗？`

describe.skipIf(browserMissing)(`a new shop ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: false })
    site = createServer((_, reply) => reply.setHeader('content-type', 'text/html; charset=utf-8').end(sitePage))
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    site?.close()
    expect(stage?.errors).toEqual([])
  })

  it('goes from an empty workspace to its first answered customer', async () => {
    const desk = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await desk.goto(await newShop('owner@new.example'))

    // 1: the name. The first steps have opened by themselves.
    await desk.getByLabel('您的店叫什么？').waitFor()
    expect(desk.url()).toBe(`${stage.server.url}/desk/welcome/1`)
    await desk.getByLabel('您的店叫什么？').fill('山脊线')
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-1-shop')
    await next(desk)

    // 2: the look. Going on makes the chat.
    await desk.getByLabel('#1d4f91').check()
    await desk.getByLabel('可以直接点的问题').fill('可以开发票吗？')
    await desk.locator('.look-starter', { hasText: '可以开发票吗？' }).waitFor()
    await expect.poll(() => desk.locator('.look-head b').textContent()).toBe('山脊线')
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-2-look')
    await next(desk)

    // 3: the knowledge: read, looked at, changed, published.
    await desk.locator('.first-paste').fill(KNOWLEDGE)
    await next(desk, '看看读懂了什么')
    await desk.getByText('找到 2 个问题').waitFor()
    await desk.getByText('有 2 处没有收进来').click()
    await desk.getByText('第 1 行：').waitFor()
    await desk.getByText('这个问题下面没有答案').waitFor()
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-3-knowledge')
    await desk.reload()
    await desk.getByText('找到 2 个问题').waitFor()
    await desk.getByText('你们在哪里发货？').click()
    await desk.getByLabel('答案').fill('全部从宁波仓库发货。')
    await next(desk, '发布 2 个问题')

    // 4: the real chat beside what it answers from.
    const panel = desk.frameLocator('iframe.first-chat')
    await panel.locator('textarea').waitFor()
    await desk.locator('.first-ask', { hasText: '你们在哪里发货？' }).click()
    await panel.getByText('全部从宁波仓库发货。').waitFor()
    await panel.locator('.chip').first().waitFor()
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-4-try')
    await desk
      .locator('.first-entries li', { hasText: '你们在哪里发货？' })
      .getByRole('button', { name: '修改' })
      .click()
    await desk.locator('dialog').getByLabel('答案').fill('从宁波发货，当天出库。')
    await desk
      .locator('dialog')
      .getByRole('button', { name: /发\s*布/ })
      .click()
    await desk.locator('dialog').waitFor({ state: 'detached' })
    await desk.locator('.first-ask', { hasText: '从宁波发货' }).click()
    await panel.getByText('从宁波发货，当天出库。').waitFor()
    await next(desk)

    // 5: the line for the site.
    await desk.getByRole('button', { name: '复制' }).click()
    await desk.getByText('已复制').waitFor()
    const tag = await desk.evaluate<string>('navigator.clipboard.readText()')
    expect(tag).toMatch(
      /^<script async src="http:\/\/localhost:\d+\/widget\/loader\.js" data-inbox="in_[\w-]+"><\/script>$/,
    )
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-5-script')
    const testPage = await stage.open()
    await testPage.goto(new URL((await desk.getByText('测试页').getAttribute('href')) ?? '', stage.server.url).href)
    await testPage.locator('.launcher').waitFor()
    await next(desk)

    // 6: a colleague, and done. The browser's own back works, too.
    await desk.getByLabel('姓名').waitFor()
    await desk.goBack()
    await desk.getByLabel('脚本标签').waitFor()
    await desk.goForward()
    await desk.getByLabel('姓名').fill('周岚')
    await desk.getByLabel('邮箱').fill('lan@new.example')
    await next(desk, '生成链接')
    await desk.getByLabel('登录链接').waitFor()
    expect(await desk.getByLabel('登录链接').inputValue()).toContain('/desk/#link=')
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'first-6-invite')
    await next(desk, '完成')
    await desk.locator('.list').waitFor()
    expect(desk.url()).toContain('/desk/inbox/all')

    // A customer on the shop's own site, with the very line that was copied.
    sitePage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>山脊线</title><h1>山脊线运动</h1><p>今日新品</p>${tag}</html>`
    const visitor = await stage.open({ viewport: { width: 1100, height: 820 } })
    await visitor.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
    await visitor.locator('.launcher').click()
    const chat = visitor.frameLocator('iframe.frame')
    await chat.locator('textarea').fill('能开发票吗')
    await chat.locator('textarea').press('Enter')
    await chat.getByText('电子发票当天发到邮箱').waitFor()
    await chat.locator('.chip', { hasText: '可以开发票吗' }).first().waitFor()
    await shot(visitor, 'first-7-customer')

    // And the owner sees it.
    await desk
      .locator('.row', { hasText: '能开发票吗' })
      .or(desk.locator('.row', { hasText: '电子发票' }))
      .first()
      .click()
    await desk.locator('.message', { hasText: '电子发票当天发到邮箱' }).waitFor()
    await shot(desk, 'first-8-desk')

    // What is set up does not open by itself again; the steps are still there for those who look.
    await desk.goto(`${stage.server.url}/desk/`)
    await desk.locator('.list').waitFor()
    await desk.goto(`${stage.server.url}/desk/welcome/4`)
    await desk.locator('.first-bar .done').nth(4).waitFor()
  })

  it('may be put off; the empty inbox then says what is left, on a phone too', async () => {
    const phone = await stage.open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'en-GB',
      colorScheme: 'dark',
    })
    await phone.goto(await newShop('second@new.example'))
    await phone.getByLabel('What is your shop called?').waitFor()
    for (const step of ['Skip', 'Skip']) await next(phone, step)
    await phone.locator('.first-paste').waitFor()
    await phone.locator('input[type=file]').setInputFiles([
      {
        name: 'faq.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('question,answer\nDo you ship abroad?,"Yes, to 40 countries."\n'),
      },
      { name: 'faq.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') },
    ])
    await phone.getByText('1 question found').waitFor()
    await next(phone, 'Publish 1 question')
    await phone.getByText('There is no chat yet').waitFor()
    await phone.getByRole('button', { name: 'Make the chat' }).click()
    await phone.frameLocator('iframe.first-chat').locator('textarea').waitFor()
    expect(await serious(phone)).toEqual([])
    await shot(phone, 'first-phone-try')
    const wide = await phone.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide).toBeLessThanOrEqual(0)
    await next(phone, 'Later')
    await phone.getByText('Before your first customer').waitFor()
    await phone.getByText('Invite a colleague').waitFor()
    expect(await serious(phone)).toEqual([])
    await shot(phone, 'first-phone-list')
    await phone.getByText('Have a first conversation').click()
    await phone.frameLocator('iframe.first-chat').locator('textarea').waitFor()
  })
})
