// What is taken along into the editor: a question from «How would the bot answer?», or the product an entry is to be about.
import { go } from '../app/place.ts'

const NOTHING = { entryId: null, text: null, productId: null }
const held: { entryId: string | null; text: string | null; productId: string | null } = { ...NOTHING }

/** `entryId` null: a new entry is begun with it. */
export const openWith = (entryId: string | null, text: string): void => {
  Object.assign(held, { ...NOTHING, entryId, text: text.slice(0, 300) })
  go({ page: 'knowledge', at: `entries/${entryId ?? 'new'}` })
}

/** The wording for this entry, once it is there; it stays until the editor has it. */
export const wishedFor = (entryId: string | null): string | null => (held.entryId === entryId ? held.text : null)
export const forgetWish = (): void => {
  Object.assign(held, NOTHING)
}

/** Begins an entry about this product. */
export const writeAbout = (productId: string): void => {
  Object.assign(held, { ...NOTHING, productId })
  go({ page: 'knowledge', at: 'entries/new' })
}
export const wishedProduct = (entryId: string | null): string | null => (entryId === null ? held.productId : null)
