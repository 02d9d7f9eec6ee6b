import { isIP } from 'node:net'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import { isPublicAddress } from './address-rules'

/** Decides which addresses of the web this server may fetch for its clients. */
export interface UriFilter {
  /** The address, checked as far as that goes without resolving its name; throws `badRequest` with the reason. */
  check(uri: string): URL
  /** Whether an address that the host's name was resolved to may be connected to. */
  permits(hostname: string, address: string): boolean
}

/** Glance's `[import_filtering_opts]`; where a list allows something it wins over the list of the same kind that denies. */
export function createUriFilter(settings: Settings['import_filtering_opts']): UriFilter {
  const allowedHosts = settings.allowed_hosts.map(plainHost)
  const disallowedHosts = settings.disallowed_hosts.map(plainHost)
  // The operator who names a host means it, wherever it is.
  const trusts = (hostname: string) => allowedHosts.includes(plainHost(hostname))

  return {
    check(uri) {
      const { url, host, port } = readUri(uri)
      const scheme = url.protocol.slice(0, -1)
      const name = plainHost(url.hostname)
      if (scheme !== 'http' && scheme !== 'https') throw refusal(uri, `the scheme ${scheme} cannot be fetched`)
      const reasons: string[] = []
      if (!passes(scheme, settings.allowed_schemes, settings.disallowed_schemes))
        reasons.push(`the scheme ${scheme} is not allowed`)
      if (!passes(name, allowedHosts, disallowedHosts)) reasons.push(`the host ${host} is not allowed`)
      if (port !== undefined && !passes(port, settings.allowed_ports, settings.disallowed_ports))
        reasons.push(`the port ${port} is not allowed`)
      if (isIP(name) !== 0 && !trusts(name) && !isPublicAddress(name))
        reasons.push(`${name} is not an address of the public internet`)
      // All at once: whoever mends one should not then meet the next.
      if (reasons.length > 0) throw refusal(uri, reasons.join(', and '))
      return url
    },
    permits: (hostname, address) => trusts(hostname) || isPublicAddress(address),
  }
}

function passes(value: string, allowed: readonly string[], disallowed: readonly string[]): boolean {
  return allowed.length > 0 ? allowed.includes(value) : !disallowed.includes(value)
}

function refusal(uri: string, reason: string): Problem {
  return new Problem('badRequest', `The URI ${uri} does not pass filtering: ${reason}.`)
}

/** Lower case, without an address's brackets or a name's final dot. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i
const hostAndPort = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d+))?$/

/**
 * Takes a URI apart. What could be understood in more than one way is refused: a user before the host, numbers that are
 * addresses in disguise, encoded or folded characters, slashes that lean the wrong way.
 */
function readUri(uri: string): { url: URL; host: string; port: string | undefined } {
  const [, written = ''] = authority.exec(uri) ?? []
  if (written === '' || !URL.canParse(uri)) throw refusal(uri, 'it is not an absolute URI with a host')
  if (/[\s\\\p{Cc}]/u.test(uri)) throw refusal(uri, 'it has characters that a URI cannot have')
  if (written.includes('@')) throw refusal(uri, 'a user cannot be named in it')
  const url = new URL(uri)
  const [, host = '', port] = hostAndPort.exec(written) ?? []
  if (host === '' || url.hostname === '') throw refusal(uri, 'it has no host')
  const name = plainHost(url.hostname)
  const ambiguous = isIP(name) === 4 ? host !== name : /^[\x21-\x7e]+$/.test(host) && isIP(name) === 0 && plainHost(host) !== name
  if (ambiguous) throw refusal(uri, `the host ${host} is not written plainly, it means ${name}`)
  return { url, host, port }
}
