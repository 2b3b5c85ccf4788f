// Unsent words, kept on this device per conversation and tab until they are sent.

export type Tab = 'reply' | 'note'
const keyOf = (conversationId: string, tab: Tab) => `ballast.desk.draft.${conversationId}.${tab}`

export const readDraft = (conversationId: string, tab: Tab): string =>
  localStorage.getItem(keyOf(conversationId, tab)) ?? ''

export const keepDraft = (conversationId: string, tab: Tab, text: string): void => {
  if (text === '') localStorage.removeItem(keyOf(conversationId, tab))
  else localStorage.setItem(keyOf(conversationId, tab), text)
}
