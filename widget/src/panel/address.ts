// What the panel's own address says: which inbox, and how the shop's page wants it to look.
import { readWishes, type Wishes } from '../look.ts'

export interface Address {
  readonly inbox: string
  /** Origin of the page around the panel; null when the panel is opened on its own. */
  readonly host: string | null
  readonly locale: string | null
  readonly wishes: Wishes
}

export const readAddress = (location: { search: string; hash: string }, embedded: boolean): Address | null => {
  const inbox = new URLSearchParams(location.search).get('inbox')
  if (!inbox || !/^[\w.-]{1,64}$/.test(inbox)) return null
  const looks = new URLSearchParams(location.hash.slice(1))
  const host = looks.get('host')
  const locale = looks.get('locale')
  return {
    inbox,
    host: embedded && host !== null && URL.canParse(host) ? new URL(host).origin : null,
    locale: locale !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) ? locale : null,
    wishes: readWishes(Object.fromEntries(looks)),
  }
}
