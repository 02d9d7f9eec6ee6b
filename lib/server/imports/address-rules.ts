import { BlockList, isIP, isIPv4 } from 'node:net'

/** Networks that are nobody's business to reach through this server: RFC 6890's special ones, and what wraps them. */
const closedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const closedV6 = [
  // Unspecified, loopback, and IPv4 addresses written as IPv6.
  ['::', 8],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo, documentation and 6to4 carry other addresses or none.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

// One list each: in a common one, networks of IPv6 would match addresses of IPv4.
const v4 = new BlockList()
for (const [network, prefix] of closedV4) v4.addSubnet(network, prefix, 'ipv4')
const v6 = new BlockList()
for (const [network, prefix] of closedV6) v6.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address (without brackets) belongs to the public internet. Anything else, also what is no address, does not. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  if (isIP(plain) === 0) return false
  return isIPv4(plain) ? !v4.check(plain, 'ipv4') : !v6.check(plain, 'ipv6')
}
