// npm run restore -- --in FILE [--data DIR] [--url URL]
// Fills an empty data folder (or an empty database) from a backup, and brings it to this release's migrations.
// Progress goes to stderr; the last line of stdout is the result as JSON.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { load } from '../server/src/platform/database/backup/load.ts'
import { readMigrations } from '../server/src/platform/database/migrate.ts'
import { openGround } from '../server/src/platform/database/open.ts'
import { databaseOf, provision } from '../server/src/platform/database/provision.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const log = { info: () => undefined, warn: () => undefined, error: (_: object, event: string) => say(event) }

const { values } = parseArgs({
  options: {
    in: { type: 'string' },
    data: { type: 'string', default: process.env.DATA_DIR ?? join(import.meta.dirname, '../data') },
    url: { type: 'string', ...(process.env.DATABASE_URL && { default: process.env.DATABASE_URL }) },
  },
})

const run = async (): Promise<object> => {
  if (!values.in) throw new Error('Say what to restore: --in FILE')
  const path = resolve(values.in)
  if (!existsSync(path)) throw new Error(`${path} does not exist`)
  const dataDir = resolve(values.data)
  const secrets = join(dataDir, 'secrets')
  const ground = await openGround({ dataDir, log, ...(values.url && { url: values.url }) })
  try {
    const accessFor = await provision(ground.admin)
    const admin = { ...ground.admin, database: databaseOf(ground.admin) }
    const summary = await load({ admin, accessFor, path, migrations: readMigrations(), secrets, progress: say })
    if (summary.files === 0 && !existsSync(secrets))
      say(
        `This backup holds no keys. Put the saved secrets folder at ${secrets} before starting Ballast, or it cannot read the messages.`,
      )
    return { dataDir, ...summary }
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
