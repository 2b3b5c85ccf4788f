// System Chromium for the browser tests: a fresh profile each time, closed by the test that opened it.
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
/** Why browser tests cannot run here, or null. */
export const noBrowser: string | null = existsSync(executablePath)
  ? null
  : `there is no Chromium at ${executablePath}; install it or set CHROMIUM`

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A microphone that beeps, and nobody to ask.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })

export interface Look {
  readonly locale?: string
  readonly dark?: boolean
  readonly phone?: boolean
}
/** A page whose console errors and uncaught exceptions are collected: a test ends by finding none. */
export const newPage = async (browser: Browser, look: Look = {}): Promise<{ page: Page; errors: string[] }> => {
  const context = await browser.newContext({
    viewport: look.phone ? { width: 375, height: 720 } : { width: 1180, height: 820 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.locale ?? 'zh-CN',
    deviceScaleFactor: look.phone ? 2 : 1,
    hasTouch: look.phone === true,
    bypassCSP: false,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/WebSocket|net::ERR|favicon|404/.test(line.text())) errors.push(line.text())
  })
  return { page, errors }
}
