// A question taken along from «How would the bot answer?» into the editor, as a wording to look at and publish.
import { go } from '../app/place.ts'

const held: { entryId: string | null; text: string | null } = { entryId: null, text: null }

/** `entryId` null: a new entry is begun with it. */
export const openWith = (entryId: string | null, text: string): void => {
  Object.assign(held, { entryId, text: text.slice(0, 300) })
  go({ page: 'knowledge', at: `entries/${entryId ?? 'new'}` })
}

/** The wording for this entry, once it is there; it stays until the editor has it. */
export const wishedFor = (entryId: string | null): string | null => (held.entryId === entryId ? held.text : null)
export const forgetWish = (): void => {
  Object.assign(held, { entryId: null, text: null })
}
