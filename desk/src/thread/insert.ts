// Puts words into a field as if they were typed, so that the browser's own undo (Ctrl/⌘ Z) takes them back.

export const insertAt = (field: HTMLTextAreaElement, at: { from: number; to: number }, text: string): void => {
  field.focus()
  field.setSelectionRange(at.from, at.to)
  // The only way into the undo history; it is in every browser, and what it does not do is done by hand.
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, at.from, at.to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
