// What the panel's own address says: which inbox, and how the shop's page wants it to look.
export interface Address {
  readonly inbox: string
  /** Origin of the page around the panel; null when the panel is opened on its own. */
  readonly host: string | null
  readonly locale: string | null
  readonly color: string | null
}

export const readAddress = (location: { search: string; hash: string }, embedded: boolean): Address | null => {
  const inbox = new URLSearchParams(location.search).get('inbox')
  if (!inbox || !/^[\w.-]{1,64}$/.test(inbox)) return null
  const looks = new URLSearchParams(location.hash.slice(1))
  const host = looks.get('host')
  const locale = looks.get('locale')
  const color = looks.get('color')
  return {
    inbox,
    host: embedded && host !== null && URL.canParse(host) ? new URL(host).origin : null,
    locale: locale !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) ? locale : null,
    color: color !== null && /^#[0-9a-f]{6}$/i.test(color) ? color : null,
  }
}
