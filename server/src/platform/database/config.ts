// Where the data is.
import { Type } from 'typebox'
import { defineConfig } from '../config/define-config.ts'

export const databaseConfig = defineConfig({
  url: {
    doc: 'A PostgreSQL server (18 or later) to use instead of the embedded one: postgresql://user:password@host/database.',
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    env: 'DATABASE_URL',
    secret: true,
  },
  dataDir: {
    doc: 'Folder of everything Ballast keeps on this machine: the embedded database, keys, uploads. Default: `data` in the clone.',
    schema: Type.String(),
    env: 'DATA_DIR',
  },
  poolSize: {
    doc: 'Database connections of this process for requests.',
    schema: Type.Integer({ minimum: 2, maximum: 200 }),
    default: 16,
    env: 'DATABASE_POOL',
  },
})
