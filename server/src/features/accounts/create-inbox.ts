// Creates an inbox on a channel. Its settings hold credentials, so they are sealed before they reach the database.
import { randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { appendFacts } from '../../platform/facts/append.ts'
import type { Accounts } from './accounts.ts'
import { checkSettings } from './channel-settings.ts'
import { checkOrigins } from './check-origins.ts'
import { type Inbox, withoutSettings } from './inbox-directory.ts'
import { newFact } from './parts.ts'
import { type InboxRow, insertInbox } from './store-inboxes.ts'
import { allTeamsExist } from './store-staff.ts'

export interface NewInbox {
  readonly name: string
  readonly channel: string
  readonly locale?: string
  /** What the bot calls itself; default by locale. */
  readonly botName?: string
  readonly origins?: readonly string[]
  readonly teamIds?: readonly Uuid[]
  readonly settings?: Readonly<Record<string, unknown>>
}

const DEFAULT_LOCALE = 'zh-CN'
const botNameFor = (locale: string): string => (locale.startsWith('zh') ? '小助手' : 'Assistant')

export const createInbox = async (accounts: Accounts, tenant: Uuid, input: NewInbox): Promise<Inbox> => {
  if (!accounts.channels.includes(input.channel)) throw problem('channel.unknown')
  checkOrigins(input.origins)
  checkSettings(input.channel, input.settings ?? {})
  const { settings, locale = DEFAULT_LOCALE } = input
  const row: InboxRow = {
    id: accounts.ids.uuid(),
    name: input.name,
    channel: input.channel,
    publicKey: `in_${randomBytes(18).toString('base64url')}`,
    origins: [...(input.origins ?? [])],
    teamIds: [...(input.teamIds ?? [])],
    locale,
    botName: input.botName ?? botNameFor(locale),
    enabled: true,
    look: {},
    hours: null,
    settingsSealed: settings ? await accounts.secrets.sealForTenant(tenant, JSON.stringify(settings)) : null,
  }
  await accounts.database.as(tenant, async (tx) => {
    if (!(await allTeamsExist(tx, tenant, row.teamIds))) throw problem('team.not-found')
    await insertInbox(tx, tenant, row)
    const data = { inboxId: row.id, channel: row.channel }
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'inbox.created', subject: row.id, data })])
  })
  accounts.directory.forget()
  return withoutSettings(row)
}
