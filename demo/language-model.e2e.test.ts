// A language model set up in the desk words the widget's answers as they are written, until the switch stops it: the real
// server, a real browser, an endpoint on loopback.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin, chunk, type ModelEndpoint, saying, startModelEndpoint, usage } from '../server/test/model-endpoint.ts'
import { everyPage, serious } from '../tools/test-browser.ts'
import { browserMissing, openPanel, PHONE, type Stage, say, setStage, shot, skipNote } from './test/stage.ts'

let stage: Stage
let desk: Page
let endpoint: ModelEndpoint
/** Lets the rest of an answer be written. */
let goOn = () => {}

const QUESTION = '怎么申请退货'
/** Says the passage it was given in its own order, stopping after the first sentence until it is told to go on. */
const wording = async (reply: Parameters<Parameters<ModelEndpoint['behave']>[0]>[0], user: string): Promise<void> => {
  const answer = user.match(/<passage>\n[^\n]*\n([\s\S]*?)\n<\/passage>/)?.[1] ?? ''
  const [first = '', ...rest] = answer.split(/(?<=。)/)
  begin(reply)
  reply.write(chunk({ content: `您好，${first}` }))
  reply.write(chunk({ content: '感谢' }))
  await new Promise<void>((done) => {
    goOn = done
  })
  for (const content of ['您的咨询！', ...rest]) reply.write(chunk({ content }))
  reply.write(chunk({}, 'stop'))
  reply.write(usage(210, 60))
  reply.end('data: [DONE]\n\n')
}
const button = (name: string) => desk.getByRole('button', { name, exact: true })
const settings = () => desk.goto(`${stage.server.url}/desk/settings/model`)

describe.skipIf(browserMissing)(`a language model ${skipNote}`, () => {
  beforeAll(async () => {
    endpoint = await startModelEndpoint()
    stage = await setStage({ demo: true, env: { ALLOW_PRIVATE_MODELS: 'true' } })
    desk = await stage.open()
    desk.setDefaultTimeout(15_000)
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
    await endpoint?.stop()
    expect(stage?.errors.filter((each) => !each.includes('503'))).toEqual([])
  })

  it('is set up and tested in the desk', async () => {
    await desk.goto(stage.server.deskLink!)
    await desk.locator('.list').waitFor()
    await settings()
    await desk.getByText('未配置').waitFor()
    await shot(desk, 'model-1-unset')
    await desk.getByLabel('地址').fill(endpoint.url)
    await desk.getByLabel('模型', { exact: true }).fill('small')
    await desk.getByLabel('密钥').fill('sk-1234567890')
    await desk.getByLabel('每百万输入 token 的价格').fill('2')
    await desk.getByLabel('每日金额').fill('5')
    await button('保存').click()
    await desk.getByText('密钥').first().waitFor()
    await desk.getByText('正常', { exact: true }).waitFor()
    endpoint.behave(saying(['你好！']))
    await button('测试').click()
    await desk.getByText('连接正常。').waitFor()
    expect(endpoint.requests.at(-1)?.authorization).toBe('Bearer sk-1234567890')
    expect(await desk.content()).not.toContain('sk-1234567890')
    await desk.locator('.model-call', { hasText: '连接测试' }).waitFor()
    expect(await serious(desk)).toEqual([])
    await shot(desk, 'model-2-set')
  })

  it('words the answer in the widget as it is written; the desk says how; the switch ends it', async () => {
    const visitor = await stage.open()
    await visitor.goto(`${stage.server.url}/`)
    const panel = await openPanel(visitor)
    endpoint.behave((reply, request) => wording(reply, request.body.messages[1]?.content ?? ''))
    await say(panel, QUESTION)
    await panel.locator('.line.partial', { hasText: '您好，' }).waitFor()
    await shot(visitor, 'model-3-partial')
    goOn()
    await panel.getByText('感谢您的咨询！').first().waitFor()
    await expect.poll(() => panel.locator('.line.partial').count()).toBe(0)
    await shot(visitor, 'model-4-worded')

    await settings()
    await desk.locator('.model-call', { hasText: '大模型润色' }).getByRole('link').first().click()
    await desk.getByText('大模型润色').first().waitFor()
    await shot(desk, 'model-5-thread')

    await settings()
    await button('全部停用').click()
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
    await desk.getByText('已停用', { exact: true }).waitFor()
    await shot(desk, 'model-6-stopped')
    const before = endpoint.requests.length
    const answers = panel.locator('.line', { hasText: '审核通过后' })
    const shown = await answers.count()
    await say(panel, '退货怎么申请')
    await expect.poll(() => answers.count()).toBe(shown + 1)
    expect(await answers.last().textContent()).not.toContain('感谢您的咨询')
    expect(endpoint.requests.length).toBe(before)
    await button('恢复使用').click()
    await desk.getByText('正常', { exact: true }).waitFor()
  })

  it.skipIf(!everyPage)('stands in both languages, themes and widths', async () => {
    const state = await desk.context().storageState()
    for (const [name, more] of [
      ['dark', { colorScheme: 'dark' as const }],
      ['phone', PHONE],
      ['dark-en', { colorScheme: 'dark' as const, locale: 'en' }],
      ['phone-en', { ...PHONE, locale: 'en' }],
    ] as const) {
      const page = await stage.open({ storageState: state, ...more })
      await page.goto(`${stage.server.url}/desk/settings/model`)
      await page.locator('.model-call').first().waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      expect(await serious(page)).toEqual([])
      await shot(page, `model-7-${name}`)
      for (const [place, at] of [
        ['middle', '.model-key'],
        ['end', '.model-call >> nth=-1'],
      ] as const) {
        await page.locator(at).scrollIntoViewIfNeeded()
        await shot(page, `model-7-${name}-${place}`)
      }
      await page.context().close()
    }
  })
})
