// npm run backup -- --out FILE [--data DIR] [--url URL] [--with-secrets]
// One file with everything in Ballast's database, as of one instant, taken while it runs or while it is stopped.
// Progress goes to stderr; the last line of stdout is the result as JSON.
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dump } from '../server/src/platform/database/backup/dump.ts'
import { joinEmbedded } from '../server/src/platform/database/embedded.ts'
import { openGround } from '../server/src/platform/database/open.ts'
import { databaseOf } from '../server/src/platform/database/provision.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const log = { info: () => undefined, warn: () => undefined, error: (_: object, event: string) => say(event) }

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    data: { type: 'string', default: process.env.DATA_DIR ?? join(import.meta.dirname, '../data') },
    url: { type: 'string', ...(process.env.DATABASE_URL && { default: process.env.DATABASE_URL }) },
    'with-secrets': { type: 'boolean', default: false },
  },
})

const run = async (): Promise<object> => {
  if (!values.out) throw new Error('Say where to write: --out FILE')
  const out = resolve(values.out)
  const dataDir = resolve(values.data)
  const secrets = join(dataDir, 'secrets')
  const ground = await openGround({ dataDir, log, ...(values.url && { url: values.url }) }, joinEmbedded)
  try {
    const admin = { ...ground.admin, database: databaseOf(ground.admin) }
    const summary = await dump({ admin, out, progress: say, ...(values['with-secrets'] && { secrets }) })
    if (values['with-secrets']) say('The backup holds the keys to everything in it: keep it like a password.')
    else
      say(
        `Without the keys in ${secrets} nobody can read the messages in this backup. Keep a copy of that folder apart from it, or use --with-secrets.`,
      )
    if (existsSync(join(dataDir, 'files')))
      say(`Files of messages are not in it: copy ${join(dataDir, 'files')} as well.`)
    return { out, bytes: statSync(out).size, ...summary }
  } finally {
    await ground.stop()
  }
}

try {
  process.stdout.write(`${JSON.stringify(await run())}\n`)
} catch (error) {
  say((error as Error).message)
  process.exitCode = 1
}
