// The accounts of this clone's server, or of the one at DATABASE_URL, for commands that stand beside it.
import { CHANNELS } from '../server/src/channels/registry.ts'
import type { Configuration } from '../server/src/config.ts'
import { type AccountsDoor, createAccounts } from '../server/src/features/accounts/index.ts'
import { systemClock } from '../server/src/platform/clock.ts'
import { joinDatabase } from '../server/src/platform/database/open.ts'
import { createIds } from '../server/src/platform/ids.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { loadRootKey } from '../server/src/platform/secrets/root-key.ts'
import { createSecrets } from '../server/src/platform/secrets/secrets.ts'
import { createTenantKeyStore } from '../server/src/platform/secrets/store.ts'

export interface Beside {
  readonly config: Configuration
  readonly dataDir: string
  /** Where browsers reach the server. */
  readonly publicUrl: string
  /** What PostgreSQL lists the connection as. */
  readonly application: string
}

/** Whether a server runs on the data or not. */
export const openAccounts = async (
  beside: Beside,
): Promise<{ readonly accounts: AccountsDoor; readonly close: () => Promise<void> }> => {
  const { config, dataDir, publicUrl, application } = beside
  const { url } = config.database
  const where = url === undefined ? {} : { url }
  const database = await joinDatabase({ dataDir, log: silentLog, application, poolSize: 2, ...where })
  try {
    const rootKey = loadRootKey({ configured: config.secrets.rootKey, dataDir })
    const none = async () => 0
    const accounts = createAccounts({
      database,
      secrets: createSecrets({ rootKey, store: createTenantKeyStore(database) }),
      clock: systemClock,
      ids: createIds(systemClock),
      log: silentLog,
      config: { publicUrl, sessionIdleMinutes: config.accounts.sessionIdleMinutes },
      channels: CHANNELS.map((channel) => channel.id),
      counts: { entries: none, conversations: none },
      queueOf: async () => ({ waiting: 0, waitMs: null }),
      atDesk: () => [],
    })
    return { accounts, close: () => database.close() }
  } catch (error) {
    await database.close()
    throw error
  }
}
