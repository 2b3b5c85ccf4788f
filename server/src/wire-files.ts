// The part of the wiring that joins files to those who may see them: build-server's, in a file of its own for its length.
import { join } from 'node:path'
import { problem, type Uuid } from '@ballast/contract'
import { Type } from 'typebox'
import type { AccountsDoor } from './features/accounts/index.ts'
import type { Conversations } from './features/conversations/index.ts'
import { openDisk, removeFilesOf, sweep } from './features/files/index.ts'
import { serveFiles } from './features/files/routes.ts'
import type { Ground } from './ground.ts'

export const SWEEP_JOB = 'files.sweep'

export const filePartsOf = (ground: Ground) => ({ ...ground, disk: openDisk(join(ground.dataDir, 'files')) })

/** Serves the routes. `forget`: a person was erased, and what lay on the disk for them goes too. */
export const wireFiles = (
  ground: Ground,
  { accounts, conversations }: { readonly accounts: AccountsDoor; readonly conversations: Conversations },
): { forget(tenant: Uuid, contactId: Uuid): Promise<void> } => {
  const parts = filePartsOf(ground)
  serveFiles(ground.http, accounts.gate, {
    ...parts,
    mustSee: conversations.mustSee,
    contactOf: async (principal, conversationId) => {
      const { contact, row } = await conversations.readConversation(principal, conversationId)
      return { contactId: contact.id, channel: row.conversation.channel }
    },
    channelOf: async ({ tenant, inboxId }) => {
      const open = await accounts.inboxes.byId(tenant, inboxId)
      if (open === undefined || !open.inbox.enabled) throw problem('inbox.unknown')
      return open.inbox.channel
    },
  })
  return { forget: (tenant, contactId) => removeFilesOf(parts, tenant, contactId) }
}

export const defineFileJobs = (ground: Ground): void => {
  const parts = filePartsOf(ground)
  ground.jobs.define(SWEEP_JOB, { schema: Type.Object({}), expireInSeconds: 1_800 }, () => sweep(parts))
}
