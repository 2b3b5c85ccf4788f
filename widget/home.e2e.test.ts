// What surrounds the conversation: the shop's own look, the home, honest words about the team, sound and title.
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Look, launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { type Mock, type MockOptions, startMock } from './test/mock-server.ts'

if (noBrowser !== null) console.warn(`home.e2e: left out, because ${noBrowser}`)

const DAY = 86_400_000

describe.skipIf(noBrowser !== null)('around the conversation', () => {
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
    errors = []
  })
  afterEach(async () => {
    await page.context().close()
    await mock.close()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })

  const prepare = async (options: Partial<MockOptions> = {}, look: Look = { locale: 'en-GB' }) => {
    mock = await startMock({ dist: built, ...options })
    const made = await newPage(browser, look)
    page = made.page
    errors = made.errors
    panel = page.frameLocator('iframe.frame')
  }
  const press = async () => {
    await page.locator('.launcher').click()
    await panel.locator('textarea').waitFor()
  }
  const open = async (options: Partial<MockOptions> = {}, look?: Look) => {
    await prepare(options, look)
    await page.goto(`${mock.origin}/shop`)
    await press()
  }
  const colorOf = (selector: string) => page.locator(selector).evaluate((one) => getComputedStyle(one).backgroundColor)
  const sideOf = async () => {
    const box = await page.locator('.launcher').boundingBox()
    return box !== null && box.x < 500 ? 'left' : 'right'
  }
  const say = async (text: string) => {
    await panel.locator('textarea').fill(text)
    await panel.locator('textarea').press('Enter')
    await panel.locator('.me .bubble', { hasText: text }).waitFor()
  }
  /** Chromium without a screen shows every tab; the page is told that it is not looked at. */
  const hide = (hidden: boolean) =>
    page.evaluate((on) => {
      Object.defineProperty(document, 'hidden', { value: on, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)

  describe('the look', () => {
    const look = {
      color: '#ffd400',
      theme: 'dark',
      position: 'left',
      greeting: 'Outdoor gear since 1989.',
      starters: ['Which tent for two?', 'Do you repair?'],
    } satisfies MockOptions['look']

    test('of the inbox dresses panel and launcher, and is there at once on the next page', async () => {
      await open({ look })
      await panel.getByText('Outdoor gear since 1989.').waitFor()
      expect(await panel.locator('.starters button').allTextContents()).toEqual(look.starters)
      expect(await colorOf('.launcher')).toBe('rgb(255, 212, 0)')
      expect(await sideOf()).toBe('left')
      const style = (name: string) =>
        panel.locator('html').evaluate((one, key) => getComputedStyle(one).getPropertyValue(key), name)
      expect(await style('--on-accent')).toBe('#000000')
      expect(await style('color-scheme')).toBe('dark')
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.reload()
      await page.locator('.launcher').waitFor()
      expect(await colorOf('.launcher')).toBe('rgb(255, 212, 0)')
      expect(await sideOf()).toBe('left')
      expect(asked.filter((path) => path.startsWith('/visit') || path.includes('panel'))).toEqual([])
    })

    test('that the page asks for is stronger, from the tag or at any time', async () => {
      await prepare({ look })
      mock.tag('data-inbox="demo" data-color="#b0126f" data-position="right" data-theme="light" data-locale="ko"')
      await page.goto(`${mock.origin}/shop`)
      expect(await colorOf('.launcher')).toBe('rgb(176, 18, 111)')
      expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('채팅 열기')
      await press()
      await panel.getByText('자주 묻는 질문').waitFor()
      const scheme = () => panel.locator('html').evaluate((one) => getComputedStyle(one).colorScheme)
      expect(await scheme()).toBe('light')
      expect(await colorOf('.launcher')).toBe('rgb(176, 18, 111)')
      expect(await sideOf()).toBe('right')
      await page.evaluate(() => {
        const { ballast } = window as unknown as { ballast: { configure(wishes: object): void } }
        ballast.configure({ color: '#003399', theme: 'dark', position: 'left', locale: 'es-MX' })
      })
      await panel.getByText('Preguntas frecuentes').waitFor()
      expect(await scheme()).toBe('dark')
      expect(await colorOf('.launcher')).toBe('rgb(0, 51, 153)')
      expect(await sideOf()).toBe('left')
      expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('Cerrar el chat')
    })

    test('is never a wrong one first: until it is known the panel is grey, and nothing moves when it comes', async () => {
      await prepare({ look: { color: '#ffd400' } })
      const held: (() => void)[] = []
      await page.route('**/visit/demo', async (route) => {
        await new Promise<void>((go) => held.push(go))
        await route.continue()
      })
      await page.goto(`${mock.origin}/shop`)
      await press()
      const face = panel.locator('.face')
      const colour = () => face.evaluate((one) => getComputedStyle(one).backgroundColor)
      const places = () =>
        panel.locator('.panel').evaluate((one) => [...one.children].map((part) => part.getBoundingClientRect().top))
      expect(await colour()).toBe('rgb(95, 106, 110)')
      const before = await places()
      await expect.poll(() => held.length).toBe(1)
      for (const go of held) go()
      await panel.locator('.starters').waitFor()
      expect(await colour()).toBe('rgb(255, 212, 0)')
      expect((await places()).slice(0, 3)).toEqual(before.slice(0, 3))
    })
  })

  describe('the home', () => {
    test('offers the last conversation when it is not of today, and goes back and forth', async () => {
      await prepare()
      mock.ago(2 * DAY)
      mock.store({ kind: 'customer' }, [{ kind: 'text', text: 'Do you repair tents?' }])
      mock.store({ kind: 'bot', name: '小舟' }, [{ kind: 'text', text: 'Yes, in our own workshop.' }])
      mock.store({ kind: 'system' }, [{ kind: 'system', code: 'resolved' }])
      mock.read()
      mock.ago(0)
      await page.goto(`${mock.origin}/shop`)
      await press()
      const row = panel.getByRole('button', { name: 'Continue your conversation' })
      await row.waitFor()
      expect(await row.textContent()).toContain('Yes, in our own workshop.')
      await row.click()
      await panel.locator('.them .bubble', { hasText: 'workshop' }).waitFor()
      await panel.getByRole('button', { name: 'Back to the start' }).click()
      await row.waitFor()
      // An answer brings the thread forward by itself.
      mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Your tent is ready.' }])
      await panel.locator('.agent .bubble', { hasText: 'Your tent is ready.' }).waitFor()
    })

    test('steps aside for a talk of today and for what has not been read', async () => {
      await prepare()
      mock.ago(3 * DAY)
      mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Please send us a picture.' }])
      mock.ago(0)
      await page.goto(`${mock.origin}/shop`)
      await press()
      await panel.locator('.agent .bubble').waitFor()
      expect(await panel.locator('.home').count()).toBe(0)
    })
  })

  describe('the team', () => {
    const line = () => panel.locator('#team-line').textContent()

    test('is promised beside the way to it, and asked again while somebody waits and looks', async () => {
      await prepare()
      await page.clock.install()
      await page.goto(`${mock.origin}/shop`)
      await press()
      await expect.poll(line).toBe('We answer within about 3 min · 2 people before you')
      expect(await panel.getByRole('button', { name: 'Talk to a person' }).getAttribute('aria-describedby')).toBe(
        'team-line',
      )
      await page.clock.runFor(65_000)
      expect(mock.expectationsRead()).toBe(0)
      await panel.getByRole('button', { name: 'Talk to a person' }).click()
      await panel.locator('.notice.waiting').waitFor()
      await expect.poll(() => mock.expectationsRead()).toBe(1)
      mock.expect({ waitMs: 700_000 })
      await page.clock.runFor(31_000)
      await expect.poll(line).toBe('We answer within about 12 min')
      await page.locator('.launcher').click()
      const before = mock.expectationsRead()
      await page.clock.runFor(95_000)
      expect(mock.expectationsRead()).toBe(before)
      await page.locator('.launcher').click()
      await expect.poll(() => mock.expectationsRead()).toBe(before + 1)
      mock.setStatus('agent')
      await panel.locator('.team').waitFor({ state: 'detached' })
      await page.clock.runFor(65_000)
      expect(mock.expectationsRead()).toBe(before + 1)
    })

    test('is not promised when it is not there', async () => {
      await prepare()
      mock.expect({ open: false, staffed: false, waitMs: null, opensAt: new Date(Date.now() + 3 * DAY).toISOString() })
      await page.goto(`${mock.origin}/shop`)
      await press()
      await expect.poll(line).toMatch(/^Our team is back on \w+day at /)
      mock.expect({ open: true, opensAt: null })
      await page.reload()
      await press()
      await expect.poll(line).toBe('Our team is away; the assistant answers at once')
    })
  })

  describe('an answer that nobody looks at', () => {
    const listen = () =>
      page.addInitScript(() => {
        const heard: number[] = []
        Object.assign(window, { heard })
        const start = OscillatorNode.prototype.start
        OscillatorNode.prototype.start = function (at?: number) {
          heard.push(this.frequency.value)
          start.call(this, at)
        }
      })
    const heard = () => panel.locator('body').evaluate(() => (window as unknown as { heard: number[] }).heard.length)
    const answered = (text: string) => mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text }])
    const unread = (count: string) => page.locator('.badge', { hasText: count }).waitFor()

    test('sounds, once and softly; not under the eyes of its reader, and not where it was switched off', async () => {
      await prepare({ answer: (text) => [{ kind: 'text', text: `Got it: ${text}` }] })
      await listen()
      await page.goto(`${mock.origin}/shop`)
      await press()
      await say('Hello')
      await panel.locator('.them .bubble', { hasText: 'Got it' }).waitFor()
      expect(await heard()).toBe(0)
      await page.locator('.launcher').click()
      answered('One')
      answered('Two')
      await unread('2')
      await expect.poll(heard).toBe(2)
      await page.reload()
      await press()
      await panel.getByRole('button', { name: 'More', exact: true }).click()
      await panel.getByRole('menuitemcheckbox', { checked: true }).click()
      // Kept by the panel on this device.
      await page.reload()
      await press()
      await say('Again')
      await panel.locator('.them .bubble', { hasText: 'Got it: Again' }).waitFor()
      await page.locator('.launcher').click()
      answered('Three')
      await unread('1')
      expect(await heard()).toBe(0)
    })

    test('does not sound for what was said before the page was opened', async () => {
      await prepare()
      await listen()
      mock.store({ kind: 'agent', name: 'Lin' }, [{ kind: 'text', text: 'Earlier' }])
      // As a visit on an earlier page of the shop leaves it.
      await page.addInitScript(() => {
        sessionStorage.setItem('ballast:demo:talked', '1')
        localStorage.setItem('ballast:demo:look', '{}')
      })
      await page.goto(`${mock.origin}/shop`)
      await unread('1')
      expect(await heard()).toBe(0)
    })

    test('blinks in the title of a tab in the background, stands still in one that is seen, and leaves no trace', async () => {
      await open()
      await say('Hello')
      await page.locator('.launcher').click()
      await hide(true)
      answered('One')
      await unread('1')
      const seen = new Set<string>()
      const titles = async () => [...seen.add(await page.title())].sort()
      await expect.poll(titles, { timeout: 5_000 }).toEqual(['(1) Shop', 'Shop'])
      await page.evaluate(() => {
        document.title = 'Another page of the shop'
      })
      await hide(false)
      await expect.poll(() => page.title()).toBe('(1) Another page of the shop')
      await page.locator('.launcher').click()
      await expect.poll(() => page.title()).toBe('Another page of the shop')
      expect(await page.locator('.badge').isHidden()).toBe(true)
    })
  })
})
