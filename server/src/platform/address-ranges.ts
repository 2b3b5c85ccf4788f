// Which internet addresses are public. Everything that is not plainly so is refused: an address form nobody thought of
// must not become a way in.
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** Range, prefix length, what it is. IANA special-purpose registries (RFC 6890 and updates). */
const RANGES_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
  ['168.63.129.16', 32], // Azure's host
]
// Of IPv6 only 2000::/3 is given out; these parts of it are not public or carry an IPv4 address inside.
const RANGES_6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments, Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
]

const blocked = new BlockList()
for (const [net, prefix] of RANGES_4) blocked.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of RANGES_6) blocked.addSubnet(net, prefix, 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** True for an address on the open internet. IPv4 inside IPv6 (mapped, NAT64, 6to4) is never public. */
export const isPublicAddress = (address: string): boolean => {
  const plain = address.split('%', 1)[0] ?? ''
  if (isIP(address) === 0) return false
  if (isIPv4(plain)) return !blocked.check(plain, 'ipv4')
  return isIPv6(plain) && global.check(plain, 'ipv6') && !blocked.check(plain, 'ipv6')
}
