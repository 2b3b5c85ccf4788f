// A code on the product, from the desk to the customer's phone: made and printed, scanned, an error code typed, steps with
// pictures seen, the chat opened and answering for that product.

import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serious } from '../tools/test-browser.ts'
import { picture } from './test/picture.ts'
import { browserMissing, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
let desk: Page
let address: string
const button = (name: string | RegExp) => desk.getByRole('button', { name })

const decode = jsQR as unknown as typeof jsQR.default
/** What a scanner reads out of the picture. */
const scanned = async (src: string): Promise<string | undefined> => {
  const { data, width, height } = await desk.evaluate<{ data: number[]; width: number; height: number }>(`(async () => {
    const image = await createImageBitmap(await (await fetch(${JSON.stringify(src)})).blob())
    const [width, height] = [image.width / 4, image.height / 4]
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(image, 0, 0, width, height)
    return { data: [...context.getImageData(0, 0, width, height).data], width, height }
  })()`)
  return decode(Uint8ClampedArray.from(data), width, height)?.data
}

describe.skipIf(browserMissing)(`product help ${skipNote}`, () => {
  beforeAll(async () => {
    stage = await setStage({ demo: true })
    desk = await stage.open()
    desk.setDefaultTimeout(15_000)
    await desk.goto(stage.server.deskLink!)
    await desk.getByRole('link', { name: '知识库' }).first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    expect(stage?.errors.filter((line) => !/404|410/.test(line))).toEqual([])
  })

  it('a code is made for a product found by name, and its picture says the address of its page', async () => {
    await desk.goto(`${stage.server.url}/desk/knowledge/help`)
    await desk.getByText('还没有二维码').waitFor()
    await shot(desk, 'help-1-empty')
    await button('生成二维码').first().click()
    await desk.getByRole('dialog').getByLabel('商品').fill('头灯')
    await desk.getByRole('dialog').getByRole('checkbox').first().check()
    await shot(desk, 'help-2-make')
    await button('生成 1 个二维码').click()
    const line = desk.locator('.kb-codes > li').first()
    await line.waitFor()
    address = (await line.getByRole('link', { name: '打开页面' }).getAttribute('href'))!
    expect(new URL(address).pathname).toMatch(/^\/h\/[2-9a-z]{8}$/)
    await line.getByRole('button', { name: '二维码' }).click()
    const dialog = desk.getByRole('dialog')
    const png = await dialog.getByRole('link', { name: /PNG/ }).getAttribute('href')
    expect(await scanned(png!)).toBe(address)
    await shot(desk, 'help-3-qr')
    expect(await serious(desk)).toEqual([])
    await dialog.getByRole('button', { name: '关闭' }).click()
  })

  it('its solution is written with steps and an uploaded picture', async () => {
    await button('写一条').click()
    await desk.getByLabel('标题', { exact: true }).fill('E1 电池接触不良')
    await desk.getByLabel('答案', { exact: true }).fill('请按下面的步骤重新安装电池。')
    await desk.getByRole('heading', { name: '步骤' }).click()
    await button('添加步骤').click()
    await desk.getByLabel('第 1 步', { exact: true }).fill('关闭电源，打开电池仓盖。')
    await button('添加步骤').click()
    await desk.getByLabel('第 2 步', { exact: true }).fill('擦净触点，装回电池，按住开关两下。')
    const chooser = desk.waitForEvent('filechooser')
    await desk.locator('.kb-step').first().getByRole('button', { name: '上传图片或视频' }).click()
    await (await chooser).setFiles({ name: 'cover.png', mimeType: 'image/png', buffer: picture(480, 300) })
    await desk
      .getByLabel('图中内容')
      .or(desk.getByPlaceholder(/看到|图中/))
      .first()
      .fill('打开电池仓盖')
    await shot(desk, 'help-4-steps')
    expect(await serious(desk)).toEqual([])
    await button('保存并发布').click()
    await desk.locator('.kb-marks', { hasText: '生效中' }).waitFor()
  })

  it('a customer scans, types the code as it is displayed, and sees what to do', async () => {
    const phone = await stage.open(PHONE)
    await phone.goto(address)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await shot(phone, 'help-5-page')
    await phone.getByLabel('错误代码或问题').fill('e-01')
    await phone.getByRole('button', { name: '查找' }).click()
    await phone.getByText('擦净触点').waitFor()
    const shown = phone.getByRole('img', { name: '打开电池仓盖' })
    expect(await shown.getAttribute('width')).toBe('480')
    await phone.waitForFunction(`[...document.images].every((image) => image.complete && image.naturalWidth > 0)`)
    expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await shot(phone, 'help-6-solution')
    expect(await serious(phone)).toEqual([])
    await phone.getByRole('link', { name: /放大/ }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await phone.getByLabel('错误代码或问题').fill('E9')
    await phone.getByRole('button', { name: '查找' }).click()
    await phone.getByText('没有找到本商品“E9”的说明').waitFor()
    await phone.getByRole('button', { name: '在线咨询' }).click()
    const panel = phone.frameLocator('iframe.frame')
    await say(panel, '头灯报E1怎么办')
    await panel.getByText('1. 关闭电源').waitFor()
    await panel.getByRole('button', { name: /打开电池仓盖/ }).waitFor()
    await shot(phone, 'help-7-chat')
    await say(panel, 'E7')
    await panel
      .getByText(/转人工|人工客服/)
      .last()
      .waitFor()
    await phone.close()
  })

  it('turned off with a question asked, it says so; without a script the page is whole', async () => {
    const plain = await stage.open({ ...PHONE, locale: 'en', colorScheme: 'dark', javaScriptEnabled: false })
    await plain.goto(`${address}?q=E1`)
    await plain.getByRole('heading', { name: /E1/ }).waitFor()
    expect(await plain.getByRole('listitem').count()).toBe(2)
    await shot(plain, 'help-8-dark-en')
    await desk.goto(`${stage.server.url}/desk/knowledge/help`)
    await desk.getByText(/2 次提问|3 次提问/).waitFor()
    await shot(desk, 'help-9-used')
    await button('停用').click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
    await desk.getByText('已停用').first().waitFor()
    expect((await plain.goto(address))!.status()).toBe(410)
    await plain.getByText('This code was turned off').waitFor()
    await button('启用').click()
    await button('停用').waitFor()
    await plain.close()
  })
})
