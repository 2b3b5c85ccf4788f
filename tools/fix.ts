// `npm run fix`: lets the formatter and the linter mend what they can.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { status } = spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
