// Every screen in every language, in one 40 % longer and in one read from the right: nothing runs over, nothing is cut off.
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { everyPage, serious } from '../tools/test-browser.ts'
import { LOCALES } from './src/panel/locales/index.ts'
import { launch, newPage, noBrowser } from './test/browser.ts'
import { builtWidget } from './test/built-widget.ts'
import { storeEveryPart } from './test/every-part.ts'
import { layoutFaults } from './test/layout.ts'
import { type Mock, startMock } from './test/mock-server.ts'
import { pseudoModule } from './test/pseudo.ts'

if (noBrowser !== null) console.warn(`languages.e2e: left out, because ${noBrowser}`)

/** The narrowest phone, and a desk, where the panel is as wide as most phones are. */
const SIZES = [
  { width: 1180, height: 820 },
  { width: 320, height: 640 },
]
const PSEUDO = [
  { name: 'pseudo', locale: 'en', lang: 'en', pseudo: true },
  { name: 'pseudo, read from the right', locale: 'en', lang: 'ar', pseudo: true },
]
const LOOKED_OVER = ['pseudo', 'pseudo, read from the right', 'zh-CN']
/** The most readers; the longest words are those of the pseudo languages. All six are looked at when asked for. */
const OFTEN = ['zh-CN']
const SPOKEN = LOCALES.map((locale) => ({ name: locale, locale, lang: locale, pseudo: false }))

describe.skipIf(noBrowser !== null)('the panel in', () => {
  let built: string
  let browser: Browser
  let mock: Mock
  let page: Page
  let errors: string[]
  let panel: FrameLocator
  let frame: Frame
  let name: string

  beforeAll(async () => {
    built = await builtWidget()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    mock = await startMock({ dist: built })
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
  const fits = async (screen: string) => {
    const { width = 0 } = page.viewportSize() ?? {}
    const folder = process.env.PICTURES
    if (folder) await page.screenshot({ path: `${folder}/${name}-${screen}-${width}.png` })
    expect(await layoutFaults(frame), `${screen} at ${width} px`).toEqual([])
  }
  /** Colours and roles know no language: both themes are looked at in one of them, and one in two more. */
  const beAccessible = async (screen: string) => {
    if (!LOOKED_OVER.includes(name)) return
    for (const colorScheme of name === PSEUDO[0]?.name ? (['dark', 'light'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme })
      expect(await serious(frame), `${screen}, ${colorScheme}`).toEqual([])
    }
  }
  /** Looks at what is shown now at every size, the narrowest last; a picture of each when a folder for them is named. */
  const look = async (screen: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await fits(screen)
    }
    await beAccessible(screen)
  }
  /** For what closes when the window changes its size. */
  const lookAsIs = async (screen: string) => {
    await fits(screen)
    await beAccessible(screen)
  }
  const say = async (text: string) => {
    await panel.locator('.composer textarea').fill(text)
    await panel.locator('.composer textarea').press('Enter')
  }

  const judge = async () => {
    const judging = panel.locator('.judge')
    await judging.locator('> button').last().click()
    await judging.locator('.why').waitFor()
    await look('judging')
    await judging.locator('.why button').first().click()
    await judging.locator('small').waitFor()
    await fits('judged')
  }
  const menuOf = async (button: string) => {
    await panel.locator(button).click()
    await panel.locator('.menu').waitFor()
  }
  const changeOwn = async () => {
    await menuOf('.own .more')
    await lookAsIs('own message')
    await panel.locator('.menu button').first().click()
    await panel.locator('.rewrite').waitFor()
    await look('edit')
    mock.refuseChange('message.too-old')
    await panel.locator('.rewrite textarea').fill('Another text')
    await panel.locator('.rewrite .save').click()
    await panel.locator('.receipt.failed').waitFor()
    await fits('edit refused')
    await menuOf('.own .more')
    await panel.locator('.menu button').last().click()
    await panel.locator('.own').waitFor({ state: 'detached' })
    await fits('recalled')
  }
  const mail = async () => {
    await menuOf('.head .icon[aria-haspopup]')
    await lookAsIs('menu')
    await panel.locator('.menu button').nth(1).click()
    const sheet = panel.locator('.sheet')
    mock.refuseMail('mail.unavailable')
    await sheet.locator('input').fill('ann@example.com')
    await sheet.locator('.go').click()
    await sheet.locator('[role=alert]').waitFor()
    await look('mail refused')
    mock.refuseMail(null)
    await sheet.locator('.go').click()
    await sheet.locator('[role=status]').waitFor()
    await look('mail sent')
    await sheet.locator('.go').click()
    await sheet.waitFor({ state: 'detached' })
    // The browser's own line about the refused request.
    expect(errors.splice(0).filter((line) => !line.includes('503'))).toEqual([])
  }
  const rate = async () => {
    mock.setStatus('resolved')
    mock.store({ kind: 'system' }, [{ kind: 'system', code: 'resolved' }])
    const faces = panel.locator('.rating .faces button')
    await faces.first().scrollIntoViewIfNeeded()
    await look('rating')
    await faces.last().click()
    await panel.locator('.rating .why').waitFor()
    await fits('rated well')
    await faces.first().click()
    await panel.locator('.rating .done').scrollIntoViewIfNeeded()
    await look('rated badly')
    await panel.locator('.rating .why button').first().click()
    await panel.locator('.rating .done').click()
    await faces.first().waitFor({ state: 'detached' })
    await fits('rating done')
    mock.setStatus('bot')
  }

  test.for([...PSEUDO, ...SPOKEN.filter(({ locale }) => everyPage || OFTEN.includes(locale))])(
    '$name: every screen fits on the narrowest phone and on a desk',
    async (language) => {
      await open(language)
      expect(await panel.locator('html').getAttribute('lang')).toBe(language.lang)
      expect(await panel.locator('html').getAttribute('dir')).toBe(language.lang === 'ar' ? 'rtl' : 'ltr')
      await look('home')
      storeEveryPart(mock)
      await panel.locator('.quick').waitFor()
      await look('thread')
      await judge()
      await changeOwn()
      await mail()
      await rate()
      await panel.locator('.back').click()
      await panel.locator('.continue').waitFor()
      await look('home-again')

      await panel.locator('.voice').click()
      await panel.locator('.stop').click()
      await panel.locator('.recorder .player').waitFor()
      await look('voice')
      await panel.locator('.recorder .send').click()
      await panel.locator('.me .player').waitFor()

      mock.refuse('message.too-long')
      await say('Too long')
      await panel.locator('.receipt.failed').last().waitFor()
      await frame.evaluate(() => {
        const held = new DataTransfer()
        held.items.add(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a-large-picture.png', { type: 'image/png' }))
        document
          .querySelector('.panel')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }))
      })
      await panel.locator('.upload .failed').waitFor()
      await look('refused')

      await panel.locator('.person').click()
      await panel.locator('.notice.waiting').waitFor()
      await look('waiting')
      await page.context().setOffline(true)
      mock.cut()
      await say('Later')
      await panel.locator('.notice.offline').waitFor()
      await look('offline')
    },
  )

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
