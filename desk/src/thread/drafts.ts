// Unsent words, kept on this device per conversation and tab until they are sent.

export type Tab = 'reply' | 'note'
export interface DraftOf {
  /** Staff id: a shared machine shows nobody a colleague's draft. */
  readonly me: string
  readonly conversationId: string
  readonly tab: Tab
}
const keyOf = ({ me, conversationId, tab }: DraftOf) => `ballast.desk.draft.${me}.${conversationId}.${tab}`

export const readDraft = (draft: DraftOf): string => localStorage.getItem(keyOf(draft)) ?? ''

export const keepDraft = (draft: DraftOf, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(keyOf(draft))
    else localStorage.setItem(keyOf(draft), text)
  } catch {
    // The device's storage is full: the words stay in the field, they only do not outlive the page.
  }
}
