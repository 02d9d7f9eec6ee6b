import type { Config } from '../config'
import type { Database } from '../db/database'
import { createAccess } from './access'
import { createAdministrators } from './administrators'
import { type ApplicationCredentialService, createApplicationCredentialService } from './application-credential-service'
import { type AssignmentService, createAssignmentService } from './assignment-service'
import { type Catalog, createCatalog } from './catalog'
import { createDomainService, type DomainService } from './domain-service'
import { type AdministratorLogIn, prepareIdentity } from './first-start'
import { createLogInGuard } from './log-in-guard'
import { createLogInService, type LogInService } from './log-in-service'
import { createNames } from './names'
import { createPasswordService, type PasswordService } from './password-service'
import { createProjectService, type ProjectService } from './project-service'
import { createRepositories } from './repositories'
import { createRoleService, type RoleService } from './role-service'
import { createServiceAccount, type ServiceAccount } from './service-account'
import { createSubjectService, type SubjectService } from './subject-service'
import { createTokenService, type TokenService } from './token-service'
import { createUserService, type UserService } from './user-service'

export type { Caller } from './caller'
export type { Catalog } from './catalog'

/** The embedded identity: what the routes under `/identity/v3` call. */
export interface EmbeddedIdentity {
  logIns: LogInService
  tokens: TokenService
  subjects: SubjectService
  users: UserService
  passwords: PasswordService
  projects: ProjectService
  domains: DomainService
  roles: RoleService
  assignments: AssignmentService
  applicationCredentials: ApplicationCredentialService
  /** What is offered at the address under which the client reached the server. */
  catalog(base: string): Catalog
  region: string
  administrator: AdministratorLogIn
}

/** The identity, and the account by which this process asks it about tokens. */
export interface StartedIdentity {
  identity: EmbeddedIdentity
  serviceUser: ServiceAccount['credentials']
}

interface Options {
  config: Config
  database: Database
  /** Told of each token that is no longer in force; without an argument of all. */
  onRevoked(token?: string): void
}

/** Makes the embedded identity and everything that it lacks at its first start. */
export async function startIdentity({ config, database, onRevoked }: Options): Promise<StartedIdentity> {
  const repositories = createRepositories(database)
  const access = createAccess(repositories)
  const names = createNames(repositories)
  const serviceAccount = createServiceAccount()
  const administrators = createAdministrators({ repositories, access, serviceAccount })
  const administrator = await prepareIdentity({ ...config, repositories, administrators, serviceAccount })
  const tokens = createTokenService({ repositories, access, onRevoked, expiration: config.token.expiration })
  const guard = createLogInGuard(config.security_compliance)
  const logIns = createLogInService({ repositories, access, names, guard, serviceAccount, tokens })
  const shared = { repositories, administrators, serviceAccount, tokens }
  const users = createUserService(shared)
  const region = config.keystone_authtoken.region_name || 'RegionOne'
  const identity: EmbeddedIdentity = {
    logIns,
    tokens,
    subjects: createSubjectService(tokens),
    users,
    passwords: createPasswordService({ access, logIns, users }),
    projects: createProjectService(shared),
    domains: createDomainService(shared),
    roles: createRoleService(repositories, tokens),
    assignments: createAssignmentService(shared),
    applicationCredentials: createApplicationCredentialService(repositories, tokens),
    catalog: (base) => createCatalog(base, region),
    region,
    administrator,
  }
  return { identity, serviceUser: serviceAccount.credentials }
}
