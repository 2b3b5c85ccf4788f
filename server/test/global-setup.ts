// Vitest's global setup: holds the shared PostgreSQL from the first test that needs it to the end of the run.
import { joinTestServer } from './test-server.ts'

/** Returns the teardown. */
export const setup = async (): Promise<() => void> => {
  const server = await joinTestServer()
  return server.leave
}
