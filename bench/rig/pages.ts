// What the browser benchmarks share: a Chromium, a Ballast in a process of its own, and probes inside the page.
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { quantile, round } from '../measure.ts'

const program = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const filler = fileURLToPath(new URL('../fill-desk.ts', import.meta.url))
const READY_WITHIN_MS = 60_000

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

export interface Filled {
  /** Signs the owner in, once. */
  readonly link: string
  /** Of the inbox the conversations came through. */
  readonly publicKey: string
}
export const fillDesk = (dataDir: string, port: number, conversations: number): Filled =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [filler, `--data=${dataDir}`, `--port=${port}`, `--conversations=${conversations}`],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    ),
  ) as Filled

/** Resolves when it answers; `stop` drains it. */
export const startOn = async (dataDir: string, port: number): Promise<{ stop(): Promise<void> }> => {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', PUBLIC_RATE: '0' }
  const child: ChildProcess = fork(program, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env })
  const end = new Promise<void>((done) => child.once('exit', () => done()))
  const onExit = () => child.kill('SIGKILL')
  process.once('exit', onExit)
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (answer?.ok) break
    if (Date.now() > until || child.exitCode !== null) throw new Error('the server did not start')
    await new Promise((go) => setTimeout(go, 50))
  }
  return {
    stop: async () => {
      process.off('exit', onExit)
      child.kill('SIGTERM')
      await end
    },
  }
}

/** Runs in every page before its own code: keeps long tasks and layout shifts. */
export const WATCH = `
  window.__long = []; window.__shift = 0
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__long.push(one.duration) })
    .observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.__shift += one.value })
    .observe({ type: 'layout-shift', buffered: true })`

/** Frames and long tasks while \`work\` goes on. */
export const smoothness = async (page: Page, work: () => Promise<void>) => {
  await page.evaluate(`window.__long = []; window.__frames = []; window.__on = true;
    (() => { let last = performance.now(); const next = (now) => {
      window.__frames.push(now - last); last = now; if (window.__on) requestAnimationFrame(next) }
      requestAnimationFrame(next) })()`)
  await work()
  const { frames, long } = await page.evaluate<{ frames: number[]; long: number[] }>(
    '(window.__on = false, { frames: window.__frames.slice(1), long: window.__long })',
  )
  frames.sort((a, b) => a - b)
  return {
    frames: frames.length,
    p50FrameMs: round(quantile(frames, 0.5), 1),
    p95FrameMs: round(quantile(frames, 0.95), 1),
    longTasks: long.length,
    longestTaskMs: Math.round(Math.max(0, ...long)),
  }
}
