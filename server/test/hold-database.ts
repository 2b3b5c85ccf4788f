// A process of its own that opens a database and holds it until it is killed. Prints one line when it is open.
import { openDatabase } from '../src/platform/database/open.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const [dataDir, migrationsFolder] = process.argv.slice(2) as [string, string]
const database = await openDatabase({ dataDir, migrationsFolder, log: silent })
const [row] = await database.statement<{ started: string }>('SELECT pg_postmaster_start_time()::text AS started', [])
process.stdout.write(`${JSON.stringify(row)}\n`)
setInterval(() => undefined, 1000)
