import type { Database } from '../db/database'
import { createApplicationCredentialRepository } from './application-credential-repository'
import { createAssignmentRepository } from './assignment-repository'
import { createDomainRepository } from './domain-repository'
import { createProjectRepository } from './project-repository'
import { createRoleRepository } from './role-repository'
import { createTokenRepository } from './token-repository'
import { createUserRepository } from './user-repository'

export type Repositories = ReturnType<typeof createRepositories>

/** The tables that the identity keeps. */
export function createRepositories(database: Database) {
  return {
    domains: createDomainRepository(database),
    projects: createProjectRepository(database),
    users: createUserRepository(database),
    roles: createRoleRepository(database),
    assignments: createAssignmentRepository(database),
    applicationCredentials: createApplicationCredentialRepository(database),
    tokens: createTokenRepository(database),
  }
}
