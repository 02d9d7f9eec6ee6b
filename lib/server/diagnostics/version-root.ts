import { z } from 'zod'
import { identityVersions, parsed } from './keystone-questions'
import type { Reply } from './probe'

const imageVersions = z.object({ versions: z.array(z.object({ id: z.string(), status: z.string() })) })

/** What kind of service an answer at the root of an address comes from. */
export function serviceAt(reply: Reply): 'image' | 'identity' | 'loadBalancer' | 'otherScheme' | 'nothing' | 'other' {
  const versions = imageVersions.safeParse(parsed(reply.text)).data?.versions
  if (versions?.some(({ id }) => id.startsWith('v2'))) return 'image'
  if (identityVersions(reply)) return 'identity'
  if (isPlainOnTls(reply) || isRedirectToTls(reply)) return 'otherScheme'
  // A service of OpenStack names its requests; who answers for it when it is away does not.
  if ([502, 503, 504].includes(reply.status) && !reply.headers['x-openstack-request-id']) return 'loadBalancer'
  return reply.status === 404 ? 'nothing' : 'other'
}

/** What a web server says to plain http on a port for TLS. */
export function isPlainOnTls({ status, text }: Reply): boolean {
  return status === 400 && /plain HTTP|HTTPS port|SSL-enabled/i.test(text)
}

function isRedirectToTls({ status, headers }: Reply): boolean {
  return [301, 302, 307, 308].includes(status) && (headers.location?.startsWith('https:') ?? false)
}

/** An endpoint's address without the version that it may end in. */
export function withoutVersion(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/v2(\.\d+)?$/, '')
}
