// A browser for the desk's stories: signed in, watched for complaints, read by axe.
import type { Page } from 'playwright-core'
import { launch, shotsInto } from '../../tools/test-browser.ts'
import { type MockServer, startMockServer } from './mock-server.ts'

/** Kept only when DESK_SHOTS names a folder. */
export const shot = shotsInto(process.env.DESK_SHOTS)

/** Pixels that stand out sideways. */
export const overflows = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

export interface Stage {
  server: MockServer
  complaints: string[]
  /** A page of its own context, signed in. */
  open(width: number, height: number, more?: object): Promise<Page>
  close(): Promise<void>
}

export const setStage = async (folder: string, talks?: number): Promise<Stage> => {
  const server = await startMockServer(folder, talks)
  const browser = await launch()
  const complaints: string[] = []
  return {
    server,
    complaints,
    open: async (width, height, more = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...more,
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !/\b(401|404|409)\b/.test(message.text())) complaints.push(message.text())
      })
      await page.goto(`${server.url}/desk/#link=once-only`)
      await page.locator('.list').waitFor()
      await page.locator('.line-state.is-open').waitFor({ state: 'attached' })
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
