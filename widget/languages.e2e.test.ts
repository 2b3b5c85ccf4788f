// Every screen in every language, in one 40 % longer and in one read from the right: nothing runs over, nothing is cut off.
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LOCALES } from './src/panel/locales/index.ts'
import { seriousFindings } from './test/axe.ts'
import { launch, newPage, noBrowser } from './test/browser.ts'
import { type Built, buildWidget } from './test/build.ts'
import { storeEveryPart } from './test/every-part.ts'
import { layoutFaults } from './test/layout.ts'
import { type Mock, startMock } from './test/mock-server.ts'
import { pseudoModule } from './test/pseudo.ts'

if (noBrowser !== null) console.warn(`languages.e2e: left out, because ${noBrowser}`)

const SIZES = [
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]
const PSEUDO = [
  { name: 'pseudo', locale: 'en', lang: 'en', pseudo: true },
  { name: 'pseudo, read from the right', locale: 'en', lang: 'ar', pseudo: true },
]
const SPOKEN = LOCALES.map((locale) => ({ name: locale, locale, lang: locale, pseudo: false }))

describe.skipIf(noBrowser !== null)('the panel in', () => {
  let built: Built
  let browser: Browser
  let mock: Mock
  let page: Page
  let errors: string[]
  let panel: FrameLocator
  let frame: Frame
  let name: string

  beforeAll(async () => {
    built = await buildWidget()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    built?.remove()
  })
  beforeEach(async () => {
    mock = await startMock({ dist: built.dist })
  })
  afterEach(async () => {
    await page.context().close()
    await mock.close()
    expect(errors).toEqual([])
    expect(mock.broken).toEqual([])
  })

  const open = async ({ locale, lang, pseudo, ...language }: (typeof SPOKEN)[number]) => {
    name = language.name
    const made = await newPage(browser, { locale: 'en-US' })
    page = made.page
    errors = made.errors
    if (pseudo)
      await page.route('**/assets/en-*.js', async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, body: pseudoModule(await response.text(), lang) })
      })
    mock.tag(`data-inbox="demo" data-locale="${locale}"`)
    await page.goto(`${mock.origin}/shop`)
    await page.locator('.launcher').click()
    panel = page.frameLocator('iframe.frame')
    await panel.locator('.starters').waitFor()
    frame = page.frames().find((one) => one.url().includes('panel.html'))!
  }
  /** Looks at what is shown now at every size; a picture of each when a folder for them is named. */
  const look = async (screen: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const folder = process.env.PICTURES
      if (folder) await page.screenshot({ path: `${folder}/${name}-${screen}-${size.width}.png` })
      expect(await layoutFaults(frame), `${screen} at ${size.width} px`).toEqual([])
    }
  }
  const beAccessible = async (screen: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await seriousFindings(frame), `${screen}, ${colorScheme}`).toEqual([])
    }
  }
  const say = async (text: string) => {
    await panel.locator('textarea').fill(text)
    await panel.locator('textarea').press('Enter')
  }

  test.for([...PSEUDO, ...SPOKEN])('$name: every screen fits at 320 px, 390 px and on a desk', async (language) => {
    await open(language)
    expect(await panel.locator('html').getAttribute('lang')).toBe(language.lang)
    expect(await panel.locator('html').getAttribute('dir')).toBe(language.lang === 'ar' ? 'rtl' : 'ltr')
    await look('home')
    await beAccessible('home')
    storeEveryPart(mock)
    await panel.locator('.quick').waitFor()
    await look('thread')
    await beAccessible('thread')
    await panel.locator('.back').click()
    await panel.locator('.continue').waitFor()
    await look('home-again')
    await beAccessible('home with a conversation')

    await panel.locator('.voice').click()
    await panel.locator('.stop').click()
    await panel.locator('.recorder .player').waitFor()
    await look('voice')
    await beAccessible('voice note')
    await panel.locator('.recorder .send').click()
    await panel.locator('.me .player').waitFor()

    mock.refuse('message.too-long')
    await say('Too long')
    await panel.locator('.receipt.failed').waitFor()
    await frame.evaluate(() => {
      const held = new DataTransfer()
      held.items.add(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a-large-picture.png', { type: 'image/png' }))
      document
        .querySelector('.panel')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }))
    })
    await panel.locator('.upload .failed').waitFor()
    await look('refused')
    await beAccessible('refusals')

    await panel.locator('.person').click()
    await panel.locator('.notice.waiting').waitFor()
    await look('waiting')
    await page.context().setOffline(true)
    mock.cut()
    await say('Later')
    await panel.locator('.notice.offline').waitFor()
    await look('offline')
    await beAccessible('offline')
  })

  test('what is wrong would be found', async () => {
    await open(SPOKEN[0]!)
    await frame.evaluate(() => {
      const add = (style: string, text: string) => {
        const one = document.createElement('p')
        for (const rule of style.split(';')) one.style.setProperty(...(rule.split(':') as [string, string]))
        one.textContent = text
        document.querySelector('.rows')?.prepend(one)
      }
      add('position:fixed;right:-40px;width:90px', 'past the edge')
      add('width:60px;white-space:nowrap', 'wider than the box it was given')
      add('height:10px;overflow:hidden', 'cut in half')
    })
    const faults = (await layoutFaults(frame)).map((fault) => fault.replace(/\w+\.\S* /, ''))
    expect(faults).toEqual(
      expect.arrayContaining([
        'beyond: «past the edge»',
        'over: «wider than the box it was given»',
        'cut: «cut in half»',
      ]),
    )
  })

  test('only the language that is spoken is loaded', async () => {
    const loaded: string[] = []
    const made = await newPage(browser, { locale: 'zh-HK' })
    page = made.page
    errors = made.errors
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(`${mock.origin}/widget/panel.html?inbox=demo`)
    await page.locator('.starters').waitFor()
    const languages = loaded.filter((path) => LOCALES.some((locale) => path.startsWith(`/widget/assets/${locale}-`)))
    expect(languages.length).toBe(1)
    expect(languages[0]).toContain('/zh-TW-')
    expect(loaded.filter((path) => path.includes('Recorder'))).toEqual([])
  })
})
