// One configuration, projects by what a test needs. `npm test` runs them all; workers are bounded for machines of two cores.
import { defineConfig } from 'vitest/config'

const base = {
  exclude: ['**/node_modules/**', '**/dist/**', 'data/**'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
}
/** Whatever a server of a test logs is read. */
const watched = { setupFiles: ['server/test/watch-logs.ts'] }

export default defineConfig({
  test: {
    maxWorkers: 2,
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          ...base,
          name: 'memory',
          // One process for many files: starting one and loading everything anew takes longer than most of them.
          isolate: false,
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
