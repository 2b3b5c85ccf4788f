// Voice notes as a visitor makes them: Chromium's own recorder and a microphone that beeps.
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, startMock } from './test/mock-server.ts'

if (noBrowser !== null) console.warn(`voice.e2e: left out, because ${noBrowser}`)

describe.skipIf(noBrowser !== null)('a voice note', () => {
  let built: string
  let browser: Browser
  let mock: Mock
  let page: Page
  let errors: string[]
  let panel: FrameLocator

  beforeAll(async () => {
    built = await builtWidget()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    mock = await startMock({ dist: built })
    const made = await newPage(browser, { locale: 'en-GB' })
    page = made.page
    errors = made.errors
  })
  afterEach(async () => {
    await page.context().close()
    await mock.close()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })

  const open = async () => {
    await page.goto(`${mock.origin}/shop`)
    await page.locator('.launcher').click()
    panel = page.frameLocator('iframe.frame')
    await panel.locator('.starters').waitFor()
  }
  const button = (name: string) => panel.getByRole('button', { name })
  const tracksLive = () =>
    panel
      .locator('body')
      .evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((t) => t.readyState))
  /** Remembers every track the page was given, so that a test can see that it was let go. */
  const watchTracks = () =>
    page.addInitScript(() => {
      const tracks: MediaStreamTrack[] = []
      Object.assign(window, { tracks })
      const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices)
      if (ask !== undefined)
        navigator.mediaDevices.getUserMedia = async (wish) => {
          const stream = await ask(wish)
          tracks.push(...stream.getTracks())
          return stream
        }
    })
  const refuseWith = (name: string) =>
    page.addInitScript((error) => {
      if (navigator.mediaDevices)
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error))
    }, name)

  test('is recorded, listened to and sent, with its length; the microphone is let go', async () => {
    await watchTracks()
    await open()
    await panel.locator('textarea').fill('half a ')
    await panel.locator('textarea').fill('')
    await button('Record a voice message').click()
    await panel.getByRole('timer').waitFor()
    expect(await button('Stop recording').evaluate((one) => one === document.activeElement)).toBe(true)
    await expect.poll(() => panel.getByRole('timer').textContent(), { timeout: 10_000 }).toBe('0:01')
    await expect
      .poll(() => panel.locator('.meter progress').evaluate((one) => (one as HTMLProgressElement).value))
      .toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    const player = panel.locator('.recorder .player')
    await player.waitFor()
    expect(await tracksLive()).toEqual(['ended'])
    await player.getByRole('button', { name: 'Play' }).click()
    await player.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(() => player.locator('input').inputValue().then(Number)).toBeGreaterThan(0)
    // Played to its end it stands at the beginning again.
    await player.getByRole('button', { name: 'Play' }).waitFor()
    await button('Send voice message').click()
    await panel.locator('.me .player').waitFor()
    const [sent] = mock.frames.flatMap((frame) => (frame.t === 'send' ? frame.parts : []))
    expect(sent).toMatchObject({ kind: 'audio', mime: 'audio/webm', name: 'voice-message.webm' })
    expect(sent?.kind === 'audio' && sent.durationMs).toBeGreaterThanOrEqual(1_000)
    expect(await panel.locator('.me .player .number').textContent()).toMatch(/^0:0[12]$/)
    await expect.poll(() => panel.locator('textarea').evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('can be heard by whoever has only the message', async () => {
    await open()
    await button('Record a voice message').click()
    await expect.poll(() => panel.getByRole('timer').textContent(), { timeout: 10_000 }).toBe('0:01')
    await button('Stop recording').click()
    await button('Send voice message').click()
    await panel.locator('.me .player').waitFor()
    await page.reload()
    await page.locator('.launcher').click()
    const player = panel.locator('.me .player')
    await player.getByRole('button', { name: 'Play' }).click()
    await player.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(() => player.locator('input').inputValue().then(Number)).toBeGreaterThan(0)
  })

  test('is discarded with the button or with Escape, which leaves the chat open', async () => {
    await watchTracks()
    await open()
    await button('Record a voice message').click()
    await panel.getByRole('timer').waitFor()
    await page.keyboard.press('Escape')
    await panel.locator('textarea').waitFor()
    expect(await page.locator('iframe.frame').isVisible()).toBe(true)
    await button('Record a voice message').click()
    await button('Stop recording').click()
    await button('Discard').click()
    await panel.locator('textarea').waitFor()
    expect(await tracksLive()).toEqual(['ended', 'ended'])
    expect(mock.frames.filter(({ t }) => t === 'send')).toEqual([])
  })

  test('ends when the panel is put away', async () => {
    await watchTracks()
    await open()
    await button('Record a voice message').click()
    await panel.getByRole('timer').waitFor()
    await page.locator('.launcher').click()
    await expect.poll(tracksLive).toEqual(['ended'])
    await page.locator('.launcher').click()
    await panel.locator('.recorder .player').waitFor()
  })

  test('ends by itself after two minutes', async () => {
    await page.clock.install()
    await open()
    await button('Record a voice message').click()
    await panel.getByRole('timer').waitFor()
    await page.clock.fastForward(119_000)
    await expect.poll(() => panel.getByRole('timer').textContent()).toMatch(/^(1:59|2:00)$/)
    await page.clock.fastForward(2_000)
    await panel.getByText('Two minutes is the most').waitFor()
    expect(await panel.locator('.recorder .number').textContent()).toBe('2:00')
  })

  test.for([
    ['NotAllowedError', 'The microphone is blocked.'],
    ['NotFoundError', 'No microphone was found.'],
    ['AbortError', 'The recording did not work.'],
  ] as const)('without a microphone (%s) it is said why, and writing goes on', async ([name, line]) => {
    await refuseWith(name)
    await open()
    await button('Record a voice message').click()
    expect(await panel.getByRole('alert').filter({ hasText: line }).textContent()).toContain('write')
    await button('Discard').click()
    await panel.locator('textarea').fill('Then in writing')
    await panel.locator('textarea').press('Enter')
    await panel.locator('.me .bubble', { hasText: 'Then in writing' }).waitFor()
  })

  test('is not offered where the browser cannot record; its code is loaded at the first tap only', async () => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await open()
    expect(loaded.filter((url) => url.includes('Recorder'))).toEqual([])
    await button('Record a voice message').click()
    await panel.getByRole('timer').waitFor()
    expect(loaded.filter((url) => url.includes('Recorder')).length).toBe(1)
    const other = await page.context().newPage()
    await other.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'))
    await other.goto(`${mock.origin}/widget/panel.html?inbox=demo`)
    await other.locator('.starters').waitFor()
    expect(await other.locator('.voice').count()).toBe(0)
    expect(await other.locator('.send').isDisabled()).toBe(true)
  })
})
