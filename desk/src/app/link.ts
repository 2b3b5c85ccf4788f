// A one-time sign-in link carries its token in the address fragment, which browsers never send and servers never log.

/** Reads the token and removes it from the address and the history at once. */
export const takeLinkToken = (): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('link')
  if (token === null || token === '') return null
  history.replaceState(null, '', location.pathname)
  return token
}
