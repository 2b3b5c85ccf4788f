// The part of the wiring that joins product help to the goods, the knowledge and the inboxes it speaks of.
import type { AccountsDoor } from './features/accounts/index.ts'
import type { Commerce } from './features/commerce/index.ts'
import { createHelp, type HelpParts } from './features/help/index.ts'
import type { Indexes, Showing } from './features/knowledge/index.ts'
import type { Ground } from './ground.ts'
import { appendFacts } from './platform/facts/append.ts'

export const buildHelp = (
  ground: Ground,
  parts: { accounts: AccountsDoor; commerce: Commerce; indexes: Indexes; showing: Showing },
): HelpParts =>
  createHelp({
    ...ground,
    ...parts,
    appendFacts,
    knowledge: parts.indexes,
    inboxOf: async (tenant, inboxId) => (await parts.accounts.inboxes.byId(tenant, inboxId))?.inbox ?? null,
  })
