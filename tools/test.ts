// `npm test`: types, style, the house, then every test. Ends with one plain line: `N passed, N failed`.
// Words after `npm test --` go to the test runner and leave the other checks out: npm test -- server/src/platform
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHECKS, runTool } from './check.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
// Debian keeps servers such as nats-server where ordinary users' paths do not look.
process.env.PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin`
const words = process.argv.slice(2)
const say = (text: string) => process.stderr.write(`${text}\n`)
let passed = 0
let failed = 0

if (words.length === 0)
  for (const check of CHECKS) {
    if (runTool(check)) passed++
    else failed++
  }

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium))
  say(
    `Browser tests are left out: there is no Chromium at ${chromium}. On Debian: apt-get install chromium. Elsewhere set CHROMIUM.`,
  )
if (spawnSync('nats-server', ['--version']).status !== 0)
  say('NATS tests are left out: there is no nats-server on the path. On Debian: apt-get install nats-server.')

const report = join(tmpdir(), `ballast-tests-${process.pid}.json`)
say('Running the tests…')
const runner = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ],
  { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, CHROMIUM: chromium } },
)
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  passed += result.numPassedTests
  if (result.numPendingTests > 0) say(`${result.numPendingTests} tests were left out; each file says why.`)
  // A file that does not load, or whose setup fails, leaves its tests out: it counts as one failure.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length
  failed += result.numFailedTests + broken
  if (failed === 0 && runner.status !== 0) {
    say('Every test passed, but the runner reports errors outside of them (above).')
    failed++
  }
  rmSync(report)
} else {
  say('The test runner ended without a report.')
  failed++
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
