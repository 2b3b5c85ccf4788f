// What a customer is called. Most visitors give no name: the end of their id tells them apart in a list.
import type { Uuid } from '@ballast/contract/primitives'
import type { TFunction } from 'i18next'

export const called = (name: string | null, contactId: Uuid, t: TFunction): string =>
  name || `${t('contact.nameless')} ${contactId.slice(-4).toUpperCase()}`

/** What the server writes for a message without words: `[image]`, `[recalled]`. */
const WORDLESS =
  /^\[(image|file|audio|video|form|location|call|product-card|order-card|return-card|buttons|quick-replies|recalled|erased)\]$/
/** The last words of a conversation, as a list shows them. */
export const lastWords = (preview: string, t: TFunction): string => {
  if (preview === '') return t('row.nothing')
  const kind = WORDLESS.exec(preview)?.[1]
  return kind === undefined ? preview : t(`row.wordless.${kind}`)
}
