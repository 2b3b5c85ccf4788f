// A shift by keyboard alone: five conversations taken, answered, noted, passed on and resolved, with no mouse and no tap.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, hasBrowser, serious } from '../tools/test-browser.ts'
import { type Stage, setStage, shot } from './test/browser.ts'
import { builtDesk } from './test/built-desk.ts'
import type { Talk } from './test/mock-data.ts'

describe.skipIf(!hasBrowser)(`five conversations by keyboard (skipped without ${executablePath})`, () => {
  let stage: Stage
  let page: Page
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const here = () => page.url().split('/').at(-1) ?? ''
  const talkHere = (): Talk => {
    const talk = stage.server.shop.talks.find(({ row }) => row.conversation.id === here())
    if (!talk) throw new Error('no conversation is open')
    return talk
  }
  const said = (talk: Talk) => talk.messages.map(({ parts: [part] }) => (part?.kind === 'text' ? part.text : ''))
  /** Where the keyboard is; the body would be nowhere. */
  const focus = () => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')
  const opened = async (): Promise<Talk> => {
    await page.locator('.thread .messages-inner .message').first().waitFor()
    return talkHere()
  }
  /** T, R, the words, Enter; then out of the field. */
  const takeAndReply = async (words: string): Promise<Talk> => {
    const talk = await opened()
    await press('t')
    await expect.poll(() => talk.row.assigneeName).toBe('Mei Lin')
    await press('r')
    await page.locator('.composer.reply textarea:focus').waitFor()
    await page.keyboard.type(words)
    await press('Enter')
    await expect.poll(() => said(talk)).toContain(words)
    await press('Escape')
    return talk
  }
  const resolveAndNext = async (talk: Talk): Promise<void> => {
    await press('Shift+E')
    await expect.poll(() => talk.row.conversation.status).toBe('resolved')
    expect(here()).not.toBe(talk.row.conversation.id)
  }
  beforeAll(async () => {
    stage = await setStage(await builtDesk())
    page = await stage.open(1440, 900)
  })
  afterAll(async () => stage?.close())

  test('G U opens the queue, J the one who waits longest; ? says which keys there are', async () => {
    await press('g', 'u')
    await expect.poll(() => page.url()).toContain('/inbox/unassigned')
    await page.locator('.row').first().waitFor()
    await press('Shift+Slash')
    const sheet = page.getByRole('dialog', { name: 'Keyboard' })
    await sheet.getByText('Choose up to here').waitFor()
    expect(await serious(page)).toEqual([])
    await shot(page, 'list-20-keys')
    await press('Escape', 'j')
    const first = await page.locator('.row').first().getAttribute('data-conversation')
    await expect.poll(here).toBe(first)
  })

  test('first: taken, answered, resolved and on to the next', async () => {
    const talk = await takeAndReply('Your parcel is in Hangzhou and arrives tomorrow.')
    await resolveAndNext(talk)
  })

  test('second: a note for colleagues beside the answer', async () => {
    const talk = await takeAndReply('I have asked the warehouse.')
    await press('n')
    await page.locator('.composer.note textarea:focus').waitFor()
    await page.keyboard.type('Warehouse answers by four')
    await press('Control+Enter')
    await expect.poll(() => talk.messages.at(-1)).toMatchObject({ note: true })
    await press('Escape')
    await resolveAndNext(talk)
  })

  test('third: back to the bot, and Alt+J to the next', async () => {
    const talk = await takeAndReply('The assistant tells you all about sizes.')
    await press('Shift+B')
    await expect.poll(() => talk.row.conversation.status).toBe('bot')
    await press('Alt+j')
    await expect.poll(here).not.toBe(talk.row.conversation.id)
  })

  test('fourth: snoozed until the afternoon', async () => {
    const talk = await takeAndReply('I will call you back.')
    await press('z')
    const dialog = page.getByRole('dialog', { name: 'Snooze' })
    await dialog.waitFor()
    await press('Tab', 'Enter')
    await expect.poll(() => talk.row.conversation.status).toBe('snoozed')
    await dialog.waitFor({ state: 'detached' })
    await press('j')
    await expect.poll(here).not.toBe(talk.row.conversation.id)
  })

  test('fifth: from the list by arrows and Enter, resolved from the command bar', async () => {
    await press('g', 'u')
    await page.locator('.row').first().waitFor()
    await press('j', 'Escape')
    await page.locator('.thread.none').waitFor()
    await expect.poll(focus).toBe('A')
    await press('ArrowDown', 'Enter')
    const talk = await takeAndReply('The invoice is corrected.')
    await press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('resolve')
    await press('Enter')
    await expect.poll(() => talk.row.conversation.status).toBe('resolved')
  })

  test('three more at once: chosen with X and a range, resolved, the keyboard is still somewhere', async () => {
    await press('g', 'u')
    await page.locator('.row').first().waitFor()
    await press('j', 'Escape')
    await expect.poll(focus).toBe('A')
    await press('x', 'ArrowDown', 'ArrowDown', 'Shift+X')
    await page.locator('.bulk-count', { hasText: '3 chosen' }).waitFor()
    const chosen = await page
      .locator('.row.chosen')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-conversation')))
    await press('e')
    await page.getByText('3 conversations resolved.').waitFor()
    for (const talk of stage.server.shop.talks)
      if (chosen.includes(talk.row.conversation.id)) expect(talk.row.conversation.status).toBe('resolved')
    await expect
      .poll(() => page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-conversation'))))
      .not.toContain(chosen[0])
    expect(await focus()).toBe('A')
  })

  test('no key is heard inside a field or an input method', async () => {
    await press('g', 'm', 'j')
    const talk = await opened()
    await press('r')
    await page.locator('.composer.reply textarea:focus').waitFor()
    await page.keyboard.type('ejkgutz')
    expect(here()).toBe(talk.row.conversation.id)
    expect(talk.row.conversation.status).toBe('agent')
    await press('Escape')
    await page.locator('.messages').focus()
    await page
      .locator('.messages')
      .dispatchEvent('keydown', { code: 'KeyE', key: 'e', isComposing: true, bubbles: true })
    expect(talk.row.conversation.status).toBe('agent')
    expect(stage.server.faults).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})
