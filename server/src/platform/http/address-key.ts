// The key under which a caller's address is limited.
import { isIPv6 } from 'node:net'

/** IPv4 whole; IPv6 by its /64, because one customer owns a whole /64 and could otherwise use a new address each time. */
export const addressKey = (address: string): string => {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::', 2)
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`
}
