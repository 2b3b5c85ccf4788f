// What the loader costs a shop's page before anybody uses it: main-thread time, layout shift, requests. The same page
// with and without the script tag, interleaved, on a processor slowed four times as a phone's is.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildPages } from '../tools/build-pages.ts'
import { type Benchmark, median, round } from './measure.ts'
import { fillDesk, freePort, launchBrowser, startOn, WATCH } from './rig/pages.ts'

const SETTLE_MS = 1_500

const shopPage = (script: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<style>body{font:16px sans-serif;margin:0}main{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;padding:24px}
article{height:220px;background:#eee;border-radius:8px;padding:12px}</style>
<main>${Array.from({ length: 24 }, (_, n) => `<article><h2>Jacket ${n}</h2><p>Warm and light.</p></article>`).join('')}</main>${script}</html>`

interface Cost {
  readonly taskMs: number
  readonly scriptMs: number
  readonly shift: number
  readonly requests: number
  readonly longTasks: number
}

const measure = async (browser: Browser, url: string, slower: number): Promise<Cost> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.addInitScript(WATCH)
  const page = await context.newPage()
  let requests = 0
  page.on('request', () => {
    requests++
  })
  const inspector = await context.newCDPSession(page)
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await inspector.send('Performance.enable')
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const { metrics } = await inspector.send('Performance.getMetrics')
  const value = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000
  const seen = await page.evaluate<{ shift: number; long: number[] }>(
    '({ shift: window.__shift, long: window.__long })',
  )
  await context.close()
  return {
    taskMs: value('TaskDuration'),
    scriptMs: value('ScriptDuration'),
    shift: seen.shift,
    requests,
    longTasks: seen.long.length,
  }
}

const benchmark: Benchmark = async (report, options) => {
  const repeats = Number(options.repeats ?? 5)
  const slower = Number(options.slower ?? 4)
  const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'))
  const port = await freePort()
  const browser = await launchBrowser()
  await buildPages(() => undefined)
  const { publicKey } = fillDesk(folder, port, 10)
  const server = await startOn(folder, port)
  const tag = `<script async src="http://127.0.0.1:${port}/widget/loader.js" data-inbox="${publicKey}"></script>`
  const shop = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(shopPage(request.url === '/with' ? tag : ''))
  })
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done))
  const at = `http://127.0.0.1:${(shop.address() as { port: number }).port}`
  try {
    const costs: Record<'with' | 'without', Cost[]> = { with: [], without: [] }
    await measure(browser, `${at}/with`, slower)
    for (let turn = 0; turn < repeats; turn++) {
      costs.without.push(await measure(browser, `${at}/without`, slower))
      costs.with.push(await measure(browser, `${at}/with`, slower))
    }
    const middle = (kind: 'with' | 'without', key: keyof Cost) => median(costs[kind].map((one) => one[key]))
    const extra = (key: keyof Cost) => middle('with', key) - middle('without', key)
    report({
      name: 'loader before use',
      slower,
      mainThreadMs: round(extra('taskMs'), 1),
      scriptMs: round(extra('scriptMs'), 1),
      layoutShift: round(Math.max(...costs.with.map((one) => one.shift)), 4),
      requests: extra('requests'),
      longTasks: Math.max(...costs.with.map((one) => one.longTasks)),
      pageAloneMs: round(middle('without', 'taskMs'), 1),
    })
  } finally {
    shop.close()
    await server.stop()
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
export default benchmark
