import { Problem } from '@/lib/contract/problem'
import type { Identity } from '@/lib/server/context'

const base: Identity = {
  userId: 'u-ada',
  userName: 'ada',
  userDomainId: 'default',
  scope: 'project',
  projectId: 'p-demo',
  projectName: 'demo',
  projectDomainId: 'default',
  roles: ['member', 'reader'],
  expiresAt: new Date('2100-01-01T00:00:00Z'),
}

const otherProject = { projectId: 'p-other', projectName: 'other' }
const noProject = { projectId: null, projectName: null, projectDomainId: null }

/** Callers whose token is their name here: every kind that the Image API tells apart. */
export const identities = {
  member: base,
  reader: { ...base, userId: 'u-rita', userName: 'rita', roles: ['reader'] },
  /** Member of another project. */
  stranger: { ...base, userId: 'u-sam', userName: 'sam', ...otherProject },
  /** Of the stranger's project, but only to look. */
  strangeReader: { ...base, userId: 'u-sue', userName: 'sue', ...otherProject, roles: ['reader'] },
  admin: { ...base, userId: 'u-root', userName: 'root', roles: ['admin', 'member', 'reader'], projectId: 'p-admin' },
  /** Another service of the cloud. */
  service: { ...base, userId: 'u-nova', userName: 'nova', roles: ['service'], projectId: 'p-service', projectName: 'service' },
  roleless: { ...base, userId: 'u-nil', userName: 'nil', roles: [] },
  unscoped: { ...base, ...noProject, scope: 'none', roles: [] },
  domainAdmin: { ...base, ...noProject, scope: 'domain', roles: ['admin', 'member', 'reader'] },
  systemAdmin: { ...base, ...noProject, scope: 'system', roles: ['admin', 'member', 'reader'] },
} as const satisfies Record<string, Identity>

export type Caller = keyof typeof identities

/** Makes the running server take the callers' names for tokens. */
export function acceptTestIdentities() {
  const services = globalThis.vitrineServices
  if (!services) throw new Error('No server is running')
  services.tokens = {
    async identify(token) {
      if (Object.hasOwn(identities, token)) return identities[token as Caller]
      throw new Problem('unauthenticated', 'Nobody has this token.', { reason: 'tokenRefused' })
    },
    forget: async () => undefined,
  }
}
