// One configuration, projects by what a test needs. `npm test` runs them all; workers are bounded for machines of two cores.
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/order-tests.ts'

const base = {
  exclude: ['**/node_modules/**', '**/dist/**', 'data/**'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
}
/** One process for many files: to start one and to load everything anew takes longer than most of them do. */
const together = { isolate: false }
/** Whatever a server of a test logs is read. */
const watched = { setupFiles: ['server/test/watch-logs.ts'] }

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          ...base,
          name: 'memory',
          ...together,
          include: ['**/*.test.ts'],
          exclude: [...base.exclude, '**/*.{pg,nats,e2e}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...base,
          ...watched,
          name: 'postgres',
          ...together,
          include: ['**/*.{pg,nats}.test.ts'],
          globalSetup: ['server/test/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...base,
          ...watched,
          name: 'browser',
          include: ['**/*.e2e.test.ts'],
          globalSetup: ['server/test/global-setup.ts'],
          testTimeout: 90_000,
        },
      },
    ],
  },
})
