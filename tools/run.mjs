// Every npm command starts here, on whatever Node there is (20 or later): installs what is missing, then runs the
// command with the project's own Node 24. Progress goes to stderr; stdout carries only the command's result.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** command -> [file, needs development tools] */
const COMMANDS = {
  start: ['tools/start.ts', false],
  ask: ['tools/ask.ts', false],
  backup: ['tools/backup.ts', false],
  restore: ['tools/restore.ts', false],
  bench: ['bench/run.ts', false],
  test: ['tools/test.ts', true],
  check: ['tools/check.ts', true],
  fix: ['tools/fix.ts', true],
  docs: ['tools/docs.ts', false],
  understand: ['tools/understand.ts', false],
  'understand:train': ['tools/understand-train.ts', false],
  'understand:eval': ['tools/understand-eval.ts', false],
  'understand:table': ['tools/understand-table.ts', false],
  'new-channel': ['tools/new-channel.ts', false],
  'new-shop': ['tools/new-shop.ts', false],
  knowledge: ['tools/knowledge.ts', false],
}

const say = (text) => process.stderr.write(`${text}\n`)

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.ballast-install.json')
const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return { lock: '', tools: false }
  }
}

/** npm's own settings of the outer run (its workspace, its script, its --silent) must not steer this one. */
const ownEnv = () => {
  const leaks =
    /^npm_(package|lifecycle|command|config_(workspaces?|include|omit|only|production|global|dry_run|loglevel|local_prefix))/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !leaks.test(name)))
}

/** Only npm's own program: yarn and pnpm name themselves here too. */
const npmProgram = () => {
  const named = process.env.npm_execpath ?? ''
  return /npm-cli\.c?js$/.test(named) && existsSync(named) ? [process.execPath, named] : ['npm']
}

const install = (tools) => {
  const stamp = readStamp()
  if (stamp.lock === lockHash && (stamp.tools || !tools)) return
  const withTools = tools || stamp.tools
  // npm writes this file last: without it a tree is half a tree, which only a clean installation puts right.
  const whole = join(modules, '.package-lock.json')
  const clean = !existsSync(whole)
  rmSync(stampFile, { force: true })
  say(withTools ? 'Installing packages (once, up to a minute)…' : 'Installing packages (once, about half a minute)…')
  const began = performance.now()
  const words = [
    ...(clean ? ['ci'] : ['install', '--no-save']),
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    withTools ? '--include=dev' : '--omit=dev',
    '--include=optional',
  ]
  rmSync(whole, { force: true })
  const [program, ...first] = npmProgram()
  const done = spawnSync(program, [...first, ...words], {
    cwd: root,
    // Whatever npm prints is progress; stdout belongs to the command's result.
    stdio: ['ignore', 2, 2],
    env: ownEnv(),
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (done.status !== 0) {
    if (done.error) say(`npm could not be run: ${done.error.message}`)
    say('The installation failed. Check the network and the messages above, then run the command again.')
    process.exit(1)
  }
  writeFileSync(stampFile, JSON.stringify({ lock: lockHash, tools: withTools }))
  say(`Installed (${((performance.now() - began) / 1000).toFixed(0)} s).`)
}

const node24 = () => {
  const names = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ]
  for (const name of names) {
    const file = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(file)) return file
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  say(
    `There is no Node 24 for ${process.platform}-${process.arch} among the installed packages. Install Node 24 and try again.`,
  )
  process.exit(1)
}

const name = process.argv[2]
const command = COMMANDS[name]
if (!command) {
  say(`Usage: npm run <${Object.keys(COMMANDS).join('|')}>`)
  process.exit(2)
}
install(command[1])
const node = node24()
mkdirSync(join(modules, '.cache'), { recursive: true })
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, command[0]), ...process.argv.slice(3)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'compile'),
  },
})
// Ctrl-C reaches the child by itself and, passed on, once more, which it expects. Any of these ends the child; its end is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// Between npm and us stands a shell that dies of a signal without passing it on: our parent is then another one.
const parent = process.ppid
if (process.env.npm_lifecycle_event !== undefined)
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
child.on('error', (error) => {
  say(`${node} could not be run: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
