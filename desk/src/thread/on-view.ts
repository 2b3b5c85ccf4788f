// The page a customer had open, as a link a colleague may follow. It comes from the customer's browser: only web pages.

/** `null`: not an address of a web page. */
export const pageOf = (address: string | undefined): { href: string; short: string } | null => {
  if (address === undefined || !URL.canParse(address)) return null
  const { protocol, href, host, pathname, username, password } = new URL(address)
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null
  return { href, short: `${host}${pathname === '/' ? '' : pathname}` }
}
