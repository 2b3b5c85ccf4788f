// Settings of an inbox's channel: checked against the channel's own schema, shown without secrets, sealed at rest.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import Value from 'typebox/value'
import { type FormField, maskSettings, secretNames, settingsForm } from '../../channels/kit/settings-form.ts'
import { channelById } from '../../channels/registry.ts'
import { appendFacts } from '../../platform/facts/append.ts'
import { locateFault } from '../../platform/schema/locate-fault.ts'
import type { Accounts } from './accounts.ts'
import { newFact } from './parts.ts'
import { lockInbox, readInbox, setSettings } from './store-inboxes.ts'

type Values = Readonly<Record<string, unknown>>
export interface SettingsView {
  readonly channel: string
  readonly form: (Omit<FormField, 'choices'> & { readonly choices?: string[] })[]
  readonly values: Record<string, unknown>
}
const MASK = '••••'
const TRIES = 3

/** The widget's looks are free for now: its inbox is checked where they are read. @throws Problem request.invalid */
export const checkSettings = (channelId: string, values: Values): void => {
  const channel = channelById(channelId)
  if (channel === undefined || channel.id === 'web' || Value.Check(channel.settings, values)) return
  const { path, detail } = locateFault(channel.settings, values)
  throw problem('request.invalid', { path: `/settings${path}`, detail })
}

const viewOf = (channelId: string, values: Values): SettingsView => {
  const channel = channelById(channelId)
  if (channel === undefined) throw problem('channel.unknown')
  const form = settingsForm(channel.settings).map(({ choices, ...field }) => ({
    ...field,
    ...(choices === undefined ? {} : { choices: [...choices] }),
  }))
  return { channel: channel.id, form, values: maskSettings(channel.settings, values) }
}

const opened = async (accounts: Accounts, tenant: Uuid, sealed: Buffer | null): Promise<Values> =>
  sealed === null ? {} : (JSON.parse(await accounts.secrets.openForTenant(tenant, sealed)) as Values)

export const readSettings = async (accounts: Accounts, tenant: Uuid, inboxId: Uuid): Promise<SettingsView> => {
  const row = await accounts.database.as(tenant, (tx) => readInbox(tx, tenant, inboxId))
  if (row === undefined) throw problem('inbox.unknown')
  return viewOf(row.channel, await opened(accounts, tenant, row.settingsSealed))
}

/** Null removes; a secret that comes back masked was not touched. */
const merged = (channelId: string, before: Values, change: Values): Values => {
  const channel = channelById(channelId)
  const secrets = new Set(channel === undefined ? [] : secretNames(channel.settings))
  const touched = Object.entries(change).filter(([name, value]) => !(secrets.has(name) && value === MASK))
  const all = { ...before, ...Object.fromEntries(touched) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

/** Two editors at once: the second is merged over the first. @throws Problem inbox.unknown, request.invalid */
export const changeSettings = async (
  accounts: Accounts,
  tenant: Uuid,
  { inboxId, change }: { readonly inboxId: Uuid; readonly change: Values },
): Promise<SettingsView> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await accounts.database.as(tenant, (tx) => readInbox(tx, tenant, inboxId))
    if (row === undefined) throw problem('inbox.unknown')
    const next = merged(row.channel, await opened(accounts, tenant, row.settingsSealed), change)
    checkSettings(row.channel, next)
    const sealed = await accounts.secrets.sealForTenant(tenant, JSON.stringify(next))
    const written = await write(accounts, tenant, { inboxId, before: row.settingsSealed, sealed })
    if (!written) continue
    accounts.directory.forget()
    return viewOf(row.channel, next)
  }
  throw problem('server.busy')
}

/** False: somebody else was quicker. Sealing is done before, so that no transaction waits for it. */
const write = (
  accounts: Accounts,
  tenant: Uuid,
  { inboxId, before, sealed }: { readonly inboxId: Uuid; readonly before: Buffer | null; readonly sealed: Buffer },
): Promise<boolean> =>
  accounts.database.as(tenant, async (tx) => {
    const now = await lockInbox(tx, tenant, inboxId)
    if (now === undefined || !(now.settingsSealed ?? Buffer.alloc(0)).equals(before ?? Buffer.alloc(0))) return false
    await setSettings(tx, tenant, inboxId, sealed)
    await appendFacts(tx, [newFact(accounts, { tenant, type: 'inbox.changed', subject: inboxId, data: { inboxId } })])
    return true
  })
