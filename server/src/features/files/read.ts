// Show a file to whoever sees its message.
import { problem, type Uuid } from '@ballast/contract'
import { SealBroken } from '../../platform/secrets/cipher.ts'
import { personKeys } from '../contacts/index.ts'
import type { FileParts, StaffSide, Visitor } from './parts.ts'
import type { FileKind } from './rules/kinds.ts'
import { openContent, openName } from './sealing.ts'
import { readFileRow, type ShownFile } from './store.ts'

export interface OpenedFile {
  readonly kind: FileKind
  readonly mime: string
  readonly name: string
  readonly content: Buffer
}
/** Throws when the colleague may not see the conversation. */
export type MustSee = (principal: StaffSide, conversationId: Uuid) => Promise<void>

type Reading = Pick<FileParts, 'database' | 'secrets' | 'disk'>

/** Throws file.not-found for what is not there, not sent yet, or no longer readable. */
export const readForStaff = async (
  parts: Reading & { readonly mustSee: MustSee },
  principal: StaffSide,
  fileId: Uuid,
): Promise<OpenedFile> => {
  const row = await parts.database.as(principal.tenant, (tx) => readFileRow(tx, principal.tenant, fileId))
  if (row === null || row.conversationId === null) throw problem('file.not-found')
  await parts.mustSee(principal, row.conversationId).catch(() => Promise.reject(problem('file.not-found')))
  return opened(parts, principal.tenant, row)
}

/** A visitor's own files, and those colleagues sent them; notes are not for them. */
export const readForVisitor = async (parts: Reading, visitor: Visitor, fileId: Uuid): Promise<OpenedFile> => {
  const row = await parts.database.as(visitor.tenant, (tx) => readFileRow(tx, visitor.tenant, fileId))
  const isShown = row !== null && row.conversationId !== null && row.note === false
  if (row === null || row.contactId !== visitor.contactId || !isShown) throw problem('file.not-found')
  return opened(parts, visitor.tenant, row)
}

/** The other side of an inbox: what its conversations show their customers. */
export const readForOutside = async (
  parts: Reading & { readonly inboxOf: (tenant: Uuid, conversationId: Uuid) => Promise<Uuid | null> },
  { tenant, inboxId }: { readonly tenant: Uuid; readonly inboxId: Uuid },
  fileId: Uuid,
): Promise<OpenedFile> => {
  const row = await parts.database.as(tenant, (tx) => readFileRow(tx, tenant, fileId))
  if (row === null || row.conversationId === null || row.note !== false) throw problem('file.not-found')
  if ((await parts.inboxOf(tenant, row.conversationId)) !== inboxId) throw problem('file.not-found')
  return opened(parts, tenant, row)
}

const opened = async (parts: Reading, tenant: Uuid, row: ShownFile): Promise<OpenedFile> => {
  const person = await personKeys.read(parts, tenant, row.contactId)
  const sealed = person === null ? null : await parts.disk.read(tenant, row.id)
  if (person === null || sealed === null) throw problem('file.not-found')
  const place = { tenant, fileId: row.id }
  try {
    const content = openContent(person, place, row.keySealed, sealed)
    return { kind: row.kind, mime: row.mime, name: openName(person, place, row.nameSealed), content }
  } catch (error) {
    // Erased and come back: the new key opens nothing of the old.
    if (error instanceof SealBroken) throw problem('file.not-found')
    throw error
  }
}
