// PostgreSQL refuses to run as root, and must be able to enter its folders. As root it therefore runs as
// an unprivileged user; where that user could not walk in (/root, any 0700 folder), it is given the one
// capability to pass folder permissions (CAP_DAC_OVERRIDE) and nothing else.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

export interface RunAs {
  /** null: as ourselves. */
  account: Account | null
  /** The program and arguments to spawn, and spawn's options, for one command line. */
  command(program: string, args: string[]): { program: string; args: string[]; options: { uid?: number; gid?: number } }
  /** Makes a file or folder (with all inside it) the account's own. */
  own(path: string): void
}

const NOBODY = 65534

const accountFor = (data: string): Account => {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return { uid: NOBODY, gid: NOBODY }
  }
}

/** Whether the account may walk into the folder through all its parents. */
const canEnter = (folder: string, { uid, gid }: Account): boolean => {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid: owner, gid: group } = statSync(path)
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (path === dirname(path)) return true
  }
}

const ownTree = (path: string, { uid, gid }: Account): void => {
  const { uid: owner } = statSync(path)
  if (owner === uid) return
  const entries = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  for (const entry of entries) lchownSync(join(path, entry), uid, gid)
  chownSync(path, uid, gid)
}

/** `access(2)` asks for the real user's rights unless the secure bit no_setuid_fixup is set, hence the flag. */
const setpriv = ({ uid, gid }: Account): string[] => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
  '--bounding-set=-all,+dac_override',
  '--securebits=+no_setuid_fixup',
  '--',
]

const asAccount = (account: Account): RunAs => ({
  account,
  command: (program, args) => ({ program, args, options: account }),
  own: (path) => ownTree(path, account),
})

const asOurselves: RunAs = {
  account: null,
  command: (program, args) => ({ program, args, options: {} }),
  own: () => undefined,
}

/**
 * How to run PostgreSQL here. `folders`: all it must enter (binaries, data, socket). `probe`: a program that
 * answers `--version`, run to see whether the chosen way works.
 */
export const chooseRunAs = (data: string, folders: string[], probe: string): RunAs => {
  if (process.getuid?.() !== 0) return asOurselves
  const account = accountFor(data)
  const closed = folders.find((folder) => !canEnter(folder, account))
  if (closed === undefined) return asAccount(account)
  const wrapped = [...setpriv(account), probe]
  const tried = spawnSync('setpriv', [...wrapped, '--version'], { cwd: '/', encoding: 'utf8' })
  if (tried.status === 0) {
    return {
      account,
      command: (program, args) => ({ program: 'setpriv', args: [...setpriv(account), program, ...args], options: {} }),
      own: (path) => ownTree(path, account),
    }
  }
  const why = tried.error ? tried.error.message : tried.stderr.trim()
  throw new Error(
    `PostgreSQL does not run as root, and user ${account.uid} cannot enter ${closed} (setpriv: ${why}). ` +
      'Run Ballast as an ordinary user, move it and its data folder to where everyone may enter (such as /opt), ' +
      'or point DATABASE_URL at a PostgreSQL server.',
  )
}
