// Every npm command starts here, on whatever Node there is (20 or later): installs what is missing, then runs the
// command with the project's own Node 24. Progress goes to stderr; stdout carries only the command's result.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
  'new-channel': ['tools/new-channel.ts', false],
}

const say = (text) => process.stderr.write(`${text}\n`)

const stampFile = join(root, 'node_modules', '.ballast-install.json')
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

const install = (tools) => {
  const stamp = readStamp()
  if (stamp.lock === lockHash && (stamp.tools || !tools)) return
  const withTools = tools || stamp.tools
  say(withTools ? 'Installing packages (once, about a minute)…' : 'Installing packages (once, about half a minute)…')
  const fresh = !existsSync(join(root, 'node_modules'))
  const words = [
    fresh ? 'ci' : 'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withTools ? ['--include=dev'] : ['--omit=dev']),
  ]
  if (!fresh) words.push('--no-save')
  const npm = process.env.npm_execpath
  // npm's environment of the outer run would leak its workspace and script settings into this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)),
  )
  const done = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2], env })
    : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' })
  if (done.status !== 0) {
    say('The installation failed. Check the network and the messages above, then run the command again.')
    process.exit(1)
  }
  writeFileSync(stampFile, JSON.stringify({ lock: lockHash, tools: withTools }))
}

const node24 = () => {
  const names = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ]
  for (const name of names) {
    const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
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
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, command[0]), ...process.argv.slice(3)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile'),
  },
})
// Ctrl-C reaches the child by itself; it drains and ends, and so do we. A signal sent to us alone is passed on.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
