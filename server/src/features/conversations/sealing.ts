// Message bodies at rest: the parts as JSON, sealed with the person's key and bound to the message's id. What was on view
// when the customer wrote is sealed with them.
import { type Part, plainText, type Uuid, type VisitContext } from '@ballast/contract'
import type { PersonKey } from '../../platform/secrets/secrets.ts'

const place = (tenant: Uuid, messageId: Uuid) => `${tenant}:${messageId}`
const previewPlace = (tenant: Uuid, conversationId: Uuid) => `${tenant}:${conversationId}:preview`

const dialogPlace = (tenant: Uuid, conversationId: Uuid) => `${tenant}:${conversationId}:dialog`

export const sealDialog = (key: PersonKey, tenant: Uuid, conversationId: Uuid, dialog: object): Buffer =>
  key.seal(JSON.stringify(dialog), dialogPlace(tenant, conversationId))

/** Null also when it no longer opens: the bot then begins anew. */
export const openDialog = (
  key: PersonKey | null,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid },
  dialog: Buffer | null,
): object | null => {
  if (key === null || dialog === null) return null
  try {
    return JSON.parse(key.open(dialog, dialogPlace(at.tenant, at.conversationId))) as object
  } catch {
    return null
  }
}

/** What is left of a message whose person was erased. */
export const ERASED: readonly Part[] = [{ kind: 'text', text: '[erased]' }]
export const RECALLED: readonly Part[] = [{ kind: 'text', text: '[recalled]' }]

export interface Body {
  readonly parts: readonly Part[]
  readonly context?: VisitContext
}
interface Place {
  readonly tenant: Uuid
  readonly messageId: Uuid
}

/** Without a context the array of the parts alone, as every body was written at first. */
export const sealBody = (key: PersonKey, at: Place, { parts, context }: Body): Buffer =>
  key.seal(JSON.stringify(context === undefined ? parts : { parts, context }), place(at.tenant, at.messageId))

/** Never throws: a body that no longer opens reads as erased. */
export const openBody = (key: PersonKey | null, at: Place, body: Buffer | null): Body => {
  if (key === null || body === null) return { parts: [...ERASED] }
  try {
    const opened = JSON.parse(key.open(body, place(at.tenant, at.messageId))) as Part[] | Body
    return Array.isArray(opened) ? { parts: opened } : opened
  } catch {
    return { parts: [...ERASED] }
  }
}

/** At most 200 UTF-16 units for the desk's list, never half a character. */
export const previewText = (parts: readonly Part[]): string => {
  const text = plainText(parts).replace(/\s+/g, ' ').trim()
  if (text === '') return `[${parts[0]?.kind ?? 'text'}]`
  const cut = text.slice(0, 200)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
export const sealPreview = (key: PersonKey, tenant: Uuid, conversationId: Uuid, text: string): Buffer =>
  key.seal(text, previewPlace(tenant, conversationId))

export const openPreview = (
  key: PersonKey | null,
  at: { readonly tenant: Uuid; readonly conversationId: Uuid },
  preview: Buffer | null,
): string => {
  if (preview === null) return ''
  if (key === null) return '[erased]'
  try {
    return key.open(preview, previewPlace(at.tenant, at.conversationId))
  } catch {
    return '[erased]'
  }
}
