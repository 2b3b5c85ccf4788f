// A message names files: they must be its author's own, and what is stored of them is what we know, not what was said.
import { type Part, problem, type Uuid } from '@ballast/contract'
import type { Database } from '../../platform/database/open.ts'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { personKeys } from '../contacts/index.ts'
import { describeFiles, fileIdsIn, type KnownFile } from './rules/attach.ts'
import { openName } from './sealing.ts'
import { attachRows } from './store.ts'

interface Attacher {
  readonly database: Pick<Database, 'as'>
  readonly secrets: Pick<Secrets, 'openPersonKey'>
}
export interface Attaching {
  readonly tenant: Uuid
  /** Whose conversation the message goes to. */
  readonly contactId: Uuid
  /** Null: the customer writes. */
  readonly staffId: Uuid | null
  readonly messageId: Uuid
}
/** Reads nothing when no part names a file. Idempotent. Throws file.not-found, file.type-refused. */
export const attachFiles = async (parts: Attacher, at: Attaching, said: readonly Part[]): Promise<Part[]> => {
  const fileIds = fileIdsIn(said)
  const known = fileIds.length === 0 ? new Map<Uuid, KnownFile>() : await claim(parts, at, fileIds)
  const described = describeFiles(said, known, at.staffId !== null)
  if ('refused' in described) throw problem(described.refused, { path: described.path, detail: described.detail })
  return described.parts
}

const claim = async (parts: Attacher, at: Attaching, fileIds: readonly Uuid[]): Promise<Map<Uuid, KnownFile>> => {
  const person = await personKeys.read(parts, at.tenant, at.contactId)
  if (person === null) return new Map()
  const rows = await parts.database.as(at.tenant, (tx) => attachRows(tx, { ...at, fileIds }))
  return new Map(
    rows.map(({ nameSealed, ...row }) => [
      row.id,
      { ...row, name: openName(person, { tenant: at.tenant, fileId: row.id }, nameSealed) },
    ]),
  )
}
