// The switch: every use of a workspace's language model stops, calls under way too, or may go on.
import type { ModelParts, StaffSide } from './parts.ts'
import { writeStop } from './store.ts'
import { tellChange } from './tell.ts'

export const stopModels = async (parts: ModelParts, by: StaffSide, stopped: boolean): Promise<void> => {
  const { tenant } = by
  const at = parts.clock.now()
  const data = { stopped, ...(by.kind === 'staff' ? { byStaffId: by.staffId } : {}) }
  const fact = { id: parts.ids.uuid(), tenant, type: 'model.stopped', subject: tenant, at, data } as const
  await parts.database.as(tenant, async (tx) => {
    await writeStop(tx, tenant, stopped, new Date(at).toISOString())
    await parts.appendFacts(tx, [fact])
  })
  tellChange(parts, fact)
}
