// A canned reply while it is written: its fields, whether it may be changed, and saving it.
import type { CannedReply } from '@ballast/contract/routes/workspace'
import { useState } from 'react'
import { useMay } from '../../app/server.ts'
import { newId } from '../../live/new-id.ts'
import { saveCanned } from '../../thread/canned.ts'
import { useDraft } from '../draft.ts'

export type Reply = CannedReply
export interface CannedDraft {
  readonly shortcut: string
  readonly title: string
  readonly text: string
  readonly locale: string | null
  readonly shared: boolean
}

/** What a shortcut may be made of, as the contract has it. */
export const SHORTCUT = '[\\p{L}\\p{N}_\\-]{1,40}'
/** «Refund: how long?» -> `refund-how-long`. */
export const shortcutOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

export const useCannedDraft = (reply: Reply | null, onClose: () => void) => {
  const manages = useMay('canned-replies.manage')
  const [id] = useState(() => reply?.id ?? newId())
  const saved: CannedDraft = {
    shortcut: reply?.shortcut ?? '',
    title: reply?.title ?? '',
    text: reply?.text ?? '',
    locale: reply?.locale ?? null,
    shared: reply?.shared ?? manages,
  }
  const draft = useDraft(saved, async (body) => {
    await saveCanned(id, body)
    onClose()
  })
  return { draft, manages, readOnly: reply?.shared === true && !manages }
}
