// What colleagues at this desk said a customer's message meant, since the page was opened: shown on its chip.
import { cell } from '../live/cell.ts'

/** Message id -> title of the intent. */
export const meant = cell<ReadonlyMap<string, string>>(new Map())
export const nowMeans = (messageId: string, title: string): void =>
  meant.set((before) => new Map([...before, [messageId, title]]))
