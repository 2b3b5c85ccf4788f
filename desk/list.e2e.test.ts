// The list and the customer panel in a real browser: saved views, acts on many, the panel, and 100,000 rows by cursor.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, hasBrowser, serious } from '../tools/test-browser.ts'
import { overflows, type Stage, setStage, shot } from './test/browser.ts'
import { builtDesk } from './test/built-desk.ts'
import { COLLEAGUE, type Talk } from './test/mock-data.ts'
import { SHARED_VIEW } from './test/mock-views.ts'

const ids = (page: Page) =>
  page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-conversation') ?? ''))
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-conversation') ?? document.activeElement?.tagName)

describe.skipIf(!hasBrowser)(`the list in a browser (skipped without ${executablePath})`, () => {
  let stage: Stage
  let page: Page
  const shop = () => stage.server.shop
  const talkWhere = (wanted: (talk: Talk) => boolean): Talk => {
    const talk = shop().talks.find(wanted)
    if (!talk) throw new Error('no such conversation in the stand-in')
    return talk
  }
  const visit = async (path: string) => {
    await page.goto(`${stage.server.url}/desk/${path}`)
    await page.locator('.row').first().waitFor()
  }
  beforeAll(async () => {
    stage = await setStage(await builtDesk())
    page = await stage.open(1440, 900)
  })
  afterAll(async () => stage?.close())

  test('a row says who, through what, in which language, how long, and with whom; ten fit a screen', async () => {
    await visit('inbox/all')
    const shown = await page.locator('.row').evaluateAll((rows) => {
      const { top, bottom } = document.querySelector('.rows')?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      return rows.filter((row) => {
        const box = row.getBoundingClientRect()
        return box.top >= top && box.bottom <= bottom
      }).length
    })
    expect(shown).toBeGreaterThanOrEqual(10)
    const first = page.locator('.row-slot').first()
    expect(await first.locator('.channel-icon title').textContent()).not.toBe('')
    expect(await first.locator('.row-language').getAttribute('title')).toMatch(/Chinese|English/)
    await page.locator('.row .holder.agent', { hasText: 'Jonas Weber' }).first().waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-01-rows')
  })

  test('a saved view: filtered, named, shared, opened by link, renamed, changed, removed and brought back', async () => {
    await visit('inbox/all')
    await page.locator('.list-head').getByRole('button', { name: 'Filter' }).click()
    const sheet = page.getByRole('dialog', { name: 'Filter' })
    await sheet.getByLabel('VIP').check()
    await sheet.getByLabel('Waiting', { exact: true }).first().check()
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-02-filter')
    await sheet.getByRole('button', { name: 'Show' }).click()
    const vip = shop().talks.filter(
      ({ row }) => row.contactLevel === 'VIP' && row.conversation.status === 'waiting',
    ).length
    await page.locator('.nav-views .tried .count', { hasText: String(vip) }).waitFor()
    expect(await page.locator('.condition').count()).toBe(2)
    await shot(page, 'list-03-tried')
    await page.getByRole('button', { name: 'Remove the condition Level' }).click()
    await expect.poll(() => page.locator('.condition').count()).toBe(1)
    await page.getByRole('button', { name: 'Save as view' }).click()
    const name = page.getByRole('dialog', { name: 'Save as view' })
    await name.getByLabel('Name').fill('排队的人')
    await name.getByLabel('Everyone in the workspace').check()
    await name.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The view “排队的人” is saved.').waitFor()
    const saved = shop().views.views.at(-1)
    expect(saved).toMatchObject({ name: '排队的人', shared: true, filter: { statuses: ['waiting'] } })
    await visit(`view/${saved?.id}`)
    await page.getByRole('heading', { name: '排队的人' }).waitFor()
    await page.getByRole('button', { name: 'This view' }).click()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Name').fill('Queue')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Queue' }).waitFor()
    await page.getByRole('button', { name: 'This view' }).click()
    await page.getByRole('menuitem', { name: 'Change conditions' }).click()
    await page.getByRole('dialog').getByLabel('English').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click()
    await page.getByRole('button', { name: 'Save to “Queue”' }).click()
    await expect.poll(() => shop().views.views.at(-1)?.filter).toEqual({ statuses: ['waiting'], locales: ['en'] })
    await page.getByRole('heading', { name: 'Queue' }).waitFor()
    await page.getByRole('button', { name: 'This view' }).click()
    await page.getByRole('menuitem', { name: 'Remove view' }).click()
    await page.getByText('The view “Queue” is removed.').waitFor()
    expect(shop().views.views.map((view) => view.name)).toEqual(['VIP waiting'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shop().views.views.at(-1)?.name).toBe('Queue')
    await page.getByRole('heading', { name: 'Queue' }).waitFor()
  })

  test('an opened saved view follows what happens, by asking the server, and not for every frame', async () => {
    await visit(`view/${SHARED_VIEW}`)
    const before = await ids(page)
    const gone = talkWhere(({ row }) => row.conversation.id === before[0])
    const comes = talkWhere(
      ({ row }) =>
        (row.contactLevel === 'VIP' && row.conversation.status === 'bot') ||
        (row.contactLevel === 'VIP' && row.conversation.status === 'agent'),
    )
    const reads = shop().views.reads
    shop().change(gone, { status: 'bot', waitingSince: null })
    for (let n = 0; n < 40; n++)
      shop().change(comes, { status: 'waiting', assigneeId: null, waitingSince: new Date(0).toISOString() })
    await expect.poll(async () => (await ids(page))[0]).toBe(comes.row.conversation.id)
    expect(await ids(page)).not.toContain(gone.row.conversation.id)
    expect(shop().views.reads - reads).toBeLessThan(5)
    await page.goto(`${stage.server.url}/desk/view/${COLLEAGUE}`)
    await page.getByText('There is no such saved view.').waitFor()
  })

  test('acts on many: chosen by key and by range, one refused with its reason, undone as a whole', async () => {
    await visit('inbox/all')
    const all = await ids(page)
    const isColleagues = (id: string | undefined) =>
      talkWhere(({ row }) => row.conversation.id === id).row.conversation.assigneeId === COLLEAGUE
    const from = all.findIndex((id, at) => !isColleagues(id) && !isColleagues(all[at + 1]))
    const [first, second] = all.slice(from) as [string, string]
    const before = [first, second].map((id) => talkWhere(({ row }) => row.conversation.id === id).row.conversation)
    await page.locator(`[data-conversation="${first}"]`).focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+X')
    await page.locator('.bulk-count', { hasText: '3 chosen' }).waitFor()
    const colleagues = talkWhere(
      ({ row }) => row.conversation.assigneeId === COLLEAGUE && all.includes(row.conversation.id),
    )
    await page.keyboard.press('x')
    await page.locator('.bulk-count', { hasText: '2 chosen' }).waitFor()
    await page.locator(`[data-conversation="${colleagues.row.conversation.id}"] + .row-choose`).click({ force: true })
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-04-bulk')
    await page.getByRole('toolbar', { name: 'Acts on' }).getByRole('button', { name: 'Take over' }).click()
    const report = page.getByRole('alert', { name: 'What could not be done' })
    await report.getByText('A colleague has this conversation. Take it over first.').waitFor()
    await report.getByText('1 conversation was left as it is').waitFor()
    await page.getByText('You have 2 conversations more.').waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-05-bulk-report')
    const now = () => [first, second].map((id) => talkWhere(({ row }) => row.conversation.id === id).row.conversation)
    expect(now().map(({ status }) => status)).toEqual(['agent', 'agent'])
    expect(colleagues.row.assigneeName).toBe('Jonas Weber')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 conversations are as they were.').waitFor()
    expect(now().map(({ status, assigneeId }) => [status, assigneeId])).toEqual(
      before.map(({ status, assigneeId }) => [status, assigneeId]),
    )
  })

  test('the row in focus leaves the list: the one that takes its place has the focus', async () => {
    await visit('inbox/unassigned')
    const [, second, third] = await ids(page)
    await page.locator('.row').nth(1).focus()
    shop().change(
      talkWhere(({ row }) => row.conversation.id === second),
      { status: 'resolved', waitingSince: null },
    )
    await expect.poll(() => focusedRow(page)).toBe(third)
    await page.keyboard.press('ArrowDown')
    expect(await focusedRow(page)).toBe((await ids(page))[2])
    await page.keyboard.press('Enter')
    await page.locator('.messages-inner').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.thread.none').waitFor()
    expect((await focusedRow(page)) === 'BODY').toBe(false)
  })

  test('the customer: what is on view, the cart with prices, earlier conversations, folds that are remembered', async () => {
    const talk = talkWhere(({ row }) => row.conversation.id.endsWith('010'))
    await page.goto(`${stage.server.url}/desk/inbox/all/${talk.row.conversation.id}`)
    const panel = page.locator('.panel')
    const cart = panel.getByRole('region', { name: 'Cart' })
    await cart.getByRole('link', { name: '羊毛大衣 驼色' }).waitFor()
    expect(await cart.getByRole('link').first().getAttribute('href')).toBe('https://shop.example/p1')
    await cart.getByText('Product p9, no longer in the shop').waitFor()
    await panel.getByRole('region', { name: 'On view' }).getByText('when they wrote').waitFor()
    await panel.locator('.order').first().waitFor()
    await shot(page, 'list-06-panel')
    expect(await serious(page)).toEqual([])
    const sent = stage.server.frames.length
    await panel.getByRole('region', { name: 'Earlier conversations' }).locator('.earlier-item').click()
    await page.getByText('You are reading an earlier conversation.').waitFor()
    await page.locator('.earlier-pane .message').first().waitFor()
    expect(await page.locator('.composer').count()).toBe(0)
    expect(stage.server.frames.slice(sent).filter(({ t }) => t === 'read')).toEqual([])
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-07-earlier')
    await page.getByRole('button', { name: 'Back to the open one' }).click()
    await page.locator('.composer').waitFor()
    await panel.getByRole('button', { name: 'Orders' }).click()
    await page.reload()
    await panel.getByRole('button', { name: 'Orders', expanded: false }).waitFor()
    expect(await panel.locator('.order').count()).toBe(0)
    await panel.getByRole('button', { name: 'Orders' }).click()
    await panel.locator('.order').first().waitFor()
  })

  test('into the queue with a reason; erased only after the name is typed', async () => {
    const talk = talkWhere(({ row }) => row.conversation.status === 'bot')
    await page.goto(`${stage.server.url}/desk/inbox/all/${talk.row.conversation.id}`)
    await page.getByRole('button', { name: 'More about this customer' }).click()
    await page.getByRole('menuitem', { name: 'Put into the queue' }).click()
    await page.getByRole('dialog').getByLabel('Complaint').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Put into the queue' }).click()
    await expect.poll(() => talk.row.conversation).toMatchObject({ status: 'waiting', handoverReason: 'complaint' })
    const name = talk.row.contactName
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('erase')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `Erase ${name}?` })
    await dialog.getByText('Every text of theirs and to them').waitFor()
    expect(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true)
    await shot(page, 'list-08-erase')
    expect(await serious(page)).toEqual([])
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await dialog.getByText('Nobody can read it any more').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.locator('.thread').getByText('No messages yet').waitFor()
  })

  test('简体中文 in the dark, and a phone with the customer as a sheet', async () => {
    for (const width of [1280, 390]) {
      const dark = await stage.open(width, 844, { locale: 'zh-CN', colorScheme: 'dark', hasTouch: width < 500 })
      await dark.goto(`${stage.server.url}/desk/view/${SHARED_VIEW}`)
      await dark.locator('.row').first().waitFor()
      expect(await serious(dark)).toEqual([])
      expect(await overflows(dark)).toBe(0)
      await shot(dark, `list-10-zh-dark-${width}`)
      await dark.getByRole('button', { name: '批量选择' }).click()
      await dark.locator('.row-choose').first().click()
      expect(await overflows(dark)).toBe(0)
      await shot(dark, `list-11-zh-bulk-${width}`)
      await dark.keyboard.press('Escape')
      await dark.locator('.row').nth(1).click()
      await dark.locator('.messages-inner').waitFor()
      if (width < 500) await dark.locator('.panel-toggle').click()
      await dark.locator('.panel .order').first().waitFor()
      expect(await serious(dark)).toEqual([])
      expect(await overflows(dark)).toBe(0)
      await shot(dark, `list-12-zh-panel-${width}`)
      await dark.keyboard.press('Escape')
      if (width < 500) await dark.locator('.panel').waitFor({ state: 'hidden' })
      await dark.context().close()
    }
  })

  test('nothing went against the contract, the policy or the browser', () => {
    expect(stage.server.faults).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('100,000 conversations', () => {
  let stage: Stage
  afterAll(async () => stage?.close())

  test('far scrolling, the end, rows that enter above, and ten open conversations', async () => {
    stage = await setStage(await builtDesk(), 100_000)
    const page = await stage.open(1440, 900)
    await page.goto(`${stage.server.url}/desk/inbox/all`)
    await page.locator('.row').first().waitFor()
    const rows = page.getByTestId('rows')
    const size = () => page.locator('.rows-inner').evaluate((box) => Math.round(box.clientHeight / 76))
    let last = 0
    for (let page_ = 0; page_ < 6; page_++) {
      await page.locator('.row[tabindex="0"]').focus()
      await page.keyboard.press('End')
      await expect.poll(size).toBeGreaterThan(last)
      last = await size()
    }
    expect(last).toBeGreaterThanOrEqual(450)
    expect(await page.locator('.row').count()).toBeLessThan(30)
    await rows.evaluate((box) => box.scrollTo(0, 200 * 76 + 11))
    await page.locator('[aria-posinset="205"]').waitFor()
    const inSight = () =>
      page.locator('.row').evaluateAll((all) => {
        const top = document.querySelector('.rows')?.getBoundingClientRect().top ?? 0
        const found = all.filter((row) => row.getBoundingClientRect().bottom > top + 1)
        const first = found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
        return [first?.getAttribute('data-conversation'), Math.round((first?.getBoundingClientRect().top ?? 0) - top)]
      })
    const before = await inSight()
    const sizeBefore = await size()
    const asleep = stage.server.shop.talks.filter(({ row }) => row.conversation.status === 'resolved').slice(0, 5)
    for (const talk of asleep)
      stage.server.shop.change(talk, { status: 'waiting', waitingSince: new Date(1e12).toISOString() })
    await expect.poll(size).toBe(sizeBefore + 5)
    await expect.poll(inSight).toEqual(before)
    await rows.evaluate((box) => box.scrollTo(0, 0))
    await expect.poll(async () => (await ids(page)).includes(asleep[0]?.row.conversation.id ?? '')).toBe(true)
    const opened = (await ids(page)).slice(0, 10)
    for (const id of opened) {
      await page.locator(`.row[data-conversation="${id}"]`).click()
      await page.locator('.messages-inner .message').first().waitFor()
    }
    const asked: string[] = []
    await page.route('**/messages?**', (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    // The ten are still in memory: with the server's messages cut off they are shown all the same.
    for (const id of opened) {
      await page.locator(`.row[data-conversation="${id}"]`).click()
      await page.locator('.messages-inner .message').first().waitFor()
    }
    expect(stage.server.faults).toEqual([])
  })
})
