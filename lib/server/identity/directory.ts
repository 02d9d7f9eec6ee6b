/** A namespace of users and projects. */
export interface Domain {
  id: string
  name: string
  description: string
  enabled: boolean
}

export interface Project {
  id: string
  domainId: string
  name: string
  description: string
  enabled: boolean
}

export interface User {
  id: string
  domainId: string
  name: string
  description: string | null
  email: string | null
  defaultProjectId: string | null
  enabled: boolean
  /** Null where nobody can log in by a stored password. */
  passwordHash: string | null
}

export interface Role {
  id: string
  name: string
  description: string | null
}

/** What a role is held on. */
export interface Target {
  kind: 'project' | 'domain'
  id: string
}

/** A role that a user holds on a project or on a domain. */
export interface Assignment {
  userId: string
  roleId: string
  target: Target
}

/** A secret by which a program logs in as its owner, with some of the owner's roles on one project. */
export interface ApplicationCredential {
  id: string
  userId: string
  projectId: string
  name: string
  description: string | null
  secretHash: string
  /** Whether it may make and delete application credentials itself. */
  unrestricted: boolean
  expiresAt: Date | null
  roleIds: readonly string[]
}

/** The role that each role brings with it, by name. */
const implied: Record<string, string> = { admin: 'member', member: 'reader' }

/** The roles with those that they imply, each once, in the order of `all`. */
export function withImpliedRoles(ids: Iterable<string>, all: readonly Role[]): Role[] {
  const held = new Set(ids)
  for (const role of all.filter(({ id }) => held.has(id))) {
    for (let name = implied[role.name]; name; name = implied[name]) {
      const found = all.find((other) => other.name === name)
      if (found) held.add(found.id)
    }
  }
  return all.filter(({ id }) => held.has(id))
}
