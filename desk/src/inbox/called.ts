// What a customer is called. Most visitors give no name: the end of their id tells them apart in a list.
import type { Uuid } from '@ballast/contract/primitives'
import type { TFunction } from 'i18next'

export const called = (name: string | null, contactId: Uuid, t: TFunction): string =>
  name || `${t('contact.nameless')} ${contactId.slice(-4).toUpperCase()}`
