// Sets or unsets the voice of one scope.
import { problem } from '@ballast/contract/problems'
import type { ScopedVoice, Voice } from '@ballast/contract/routes/voice'
import type { StaffSide, VoiceParts } from './parts.ts'
import { decideVoice } from './rules/decide-voice.ts'
import { deleteVoice, lockVoices, readVoices, writeVoice } from './store.ts'

export interface VoiceDraft {
  readonly scope: string
  readonly baseVersion: number
  /** Null: the wider scope speaks again. */
  readonly voice: Voice | null
}

/** @throws Problem inbox.unknown, voice.changed when somebody saved meanwhile, voice.states-facts, voice.script-ends-first */
export const saveVoice = async (
  parts: VoiceParts,
  by: StaffSide,
  { scope, baseVersion, voice }: VoiceDraft,
): Promise<ScopedVoice | null> => {
  const refusal = voice === null ? null : decideVoice(voice)
  if (refusal !== null) throw problem(refusal.refused)
  const { tenant } = by
  const inboxId = /^inbox:(.+)$/.exec(scope)?.[1]
  if (inboxId !== undefined && !(await parts.hasInbox(tenant, inboxId))) throw problem('inbox.unknown')
  const at = parts.clock.now()
  return parts.database.as(tenant, async (tx) => {
    await lockVoices(tx, tenant)
    const before = (await readVoices(tx, tenant)).find((one) => one.scope === scope)
    if ((before?.version ?? 0) !== baseVersion) throw problem('voice.changed')
    const version = baseVersion + 1
    const saved = voice === null ? null : { scope, voice, version, updatedAt: new Date(at).toISOString() }
    if (saved === null) await deleteVoice(tx, tenant, scope)
    else await writeVoice(tx, tenant, saved)
    const data = { scope, version, ...(by.kind === 'staff' ? { byStaffId: by.staffId } : {}) }
    await parts.appendFacts(tx, [{ id: parts.ids.uuid(), tenant, type: 'voice.saved', subject: tenant, at, data }])
    return saved
  })
}
