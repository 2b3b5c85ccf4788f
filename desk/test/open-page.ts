// A browser on the built desk, for tests of its pages: signed in, watched for complaints, read by axe.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** `complaints` gathers what the browser says is wrong. */
export const openPage = async (
  browser: Browser,
  complaints: string[],
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    // Colours are read after they have changed, not while they do.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...more,
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A refusal is part of what is tested; the browser notes its status.
    if (message.type() === 'error' && !/status of (400|401|403|409)/.test(message.text()))
      complaints.push(message.text())
  })
  return page
}
/** How far the page can be scrolled sideways, itself and every part that scrolls up and down. */
export const overflows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main, .set-content, .page, dialog')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })
