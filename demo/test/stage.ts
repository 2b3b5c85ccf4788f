// The real server and a real Chromium for one test file: opened together, closed together, with every error of every page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { type Running, run } from '../../server/src/main.ts'
import { readLine } from '../../server/test/watched-log.ts'
import { buildPages } from '../../tools/build-pages.ts'
import { executablePath, hasBrowser, launch, shotsInto } from '../../tools/test-browser.ts'

/** Where pictures for the documentation go; unset: none are taken. */
export const shot = shotsInto(process.env.JOURNEY_SHOTS)

export const browserMissing = !hasBrowser
export const skipNote = `(skipped without ${executablePath})`
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

export interface Stage {
  readonly server: Running
  readonly folder: string
  /** What pages reported; a 401 before signing in is how the desk learns that nobody is signed in. */
  readonly errors: string[]
  open(more?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** `env`: more settings, by the names of the environment. */
export const setStage = async ({
  demo,
  env = {},
}: {
  readonly demo: boolean
  readonly env?: Readonly<Record<string, string>>
}): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-stage-'))
  await buildPages(() => undefined)
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'debug', ...env }
  const server = await run({ demo, port: 0, env: settings, logTo: { write: readLine } })
  const browser = await launch()
  const errors: string[] = []
  const open = async (more: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...more,
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        errors.push(message.text())
    })
    return page
  }
  const close = async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { server, folder, errors, open, close }
}

export const openPanel = async (page: Page): Promise<FrameLocator> => {
  await page.locator('.launcher').click()
  const panel = page.frameLocator('iframe.frame')
  await panel.locator('textarea').waitFor()
  return panel
}
export const say = async (panel: FrameLocator, text: string): Promise<void> => {
  await panel.locator('textarea').fill(text)
  await panel.locator('textarea').press('Enter')
}
