// Sets up the language model for one use.
import { isIP } from 'node:net'
import { problem } from '@ballast/contract/problems'
import type { ModelSettings, ModelUse, saveModel as route } from '@ballast/contract/routes/models'
import type { Static } from 'typebox'
import { isPublicAddress } from '../../platform/address-ranges.ts'
import type { KeptUse, ModelParts, StaffSide } from './parts.ts'
import { lockModels, readKept, writeUse } from './store.ts'
import { tellChange } from './tell.ts'

export type ModelDraft = Static<(typeof route)['body']>

export const shown = ({ sealedKey, ...kept }: KeptUse): ModelSettings => ({ ...kept, hasKey: sealedKey !== null })

/** Names are judged when they are called, too: what one leads to may change. */
const mayLead = (address: string, allowPrivate: boolean): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username } = new URL(address)
  if (username !== '') return false
  if (allowPrivate) return true
  const host = hostname.replace(/^\[|\]$/g, '')
  const inside = host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.internal')
  return protocol === 'https:' && !inside && (isIP(host) === 0 || isPublicAddress(host))
}

/** The key as it will be kept. One that was given for a server is never sent to another. */
const keyFor = async (parts: ModelParts, by: StaffSide, draft: ModelDraft, before: KeptUse | undefined) => {
  if (draft.key === null) return null
  if (draft.key !== undefined) return parts.secrets.sealForTenant(by.tenant, draft.key)
  const kept = before?.sealedKey ?? null
  if (kept !== null && new URL(before!.baseUrl).origin !== new URL(draft.baseUrl).origin)
    throw problem('language-model.key-needed', { path: '/key' })
  return kept
}

/** @throws Problem language-model.changed when somebody saved meanwhile, .address-refused, .key-needed */
export const saveModel = async (
  parts: ModelParts,
  by: StaffSide,
  use: ModelUse,
  draft: ModelDraft,
): Promise<ModelSettings> => {
  if (!mayLead(draft.baseUrl, parts.allowPrivate)) throw problem('language-model.address-refused', { path: '/baseUrl' })
  const { tenant } = by
  const at = parts.clock.now()
  const { before } = await parts.database.as(tenant, async (tx) => ({
    before: (await readKept(tx, tenant)).uses.find((one) => one.use === use),
  }))
  const sealedKey = await keyFor(parts, by, draft, before)
  const { baseVersion, key: _key, ...settings } = draft
  const baseUrl = draft.baseUrl.replace(/\/+$/, '')
  const version = baseVersion + 1
  const kept: KeptUse = { use, ...settings, baseUrl, sealedKey, version, updatedAt: new Date(at).toISOString() }
  const data = { use, version, ...(by.kind === 'staff' ? { byStaffId: by.staffId } : {}) }
  const fact = { id: parts.ids.uuid(), tenant, type: 'model.saved', subject: tenant, at, data } as const
  await parts.database.as(tenant, async (tx) => {
    await lockModels(tx, tenant, 'settings')
    const now = (await readKept(tx, tenant)).uses.find((one) => one.use === use)
    if ((now?.version ?? 0) !== baseVersion) throw problem('language-model.changed')
    await writeUse(tx, tenant, kept)
    await parts.appendFacts(tx, [fact])
  })
  tellChange(parts, fact)
  return shown(kept)
}
