import { randomInt } from 'node:crypto'
import { builtIn } from '@/lib/contract/built-in-identity'
import type { Administrators } from './administrators'
import type { Project, User } from './directory'
import { newId } from './new-id'
import { hashPassword, isPassword } from './password-hash'
import type { Repositories } from './repositories'
import type { ServiceAccount } from './service-account'

/** How the administrator logs in after this start. */
export interface AdministratorLogIn {
  name: string
  /** Made at this start, and told once: the next start does not know it any more. */
  newPassword: string | null
  /** The operator chose the password for this start. */
  chosen: boolean
}

interface Parts {
  repositories: Repositories
  administrators: Administrators
  serviceAccount: ServiceAccount
  adminPassword: string | undefined
}

/**
 * Makes what every start needs and only the first one lacks. An administrator is made where there is none, and put right
 * where the operator gives a password: that is the way back in for one who has lost it.
 */
export async function prepareIdentity(parts: Parts): Promise<AdministratorLogIn> {
  const { repositories, administrators, serviceAccount, adminPassword } = parts
  await ensureDomain(repositories)
  for (const name of builtIn.roles) await ensureRole(repositories, name)
  const service = await ensureProject(repositories, builtIn.serviceProject)
  const account = await ensureUser(repositories, builtIn.serviceUser, 'Vitrine itself, asking about tokens')
  for (const name of ['service', 'admin']) await give(repositories, { user: account, project: service, role: name })
  serviceAccount.belongsTo(account.id)
  await repositories.tokens.removeOfUser(account.id)

  const newPassword = !adminPassword && (await administrators.list()).length === 0 ? randomPassword() : null
  const password = adminPassword ?? newPassword
  if (password) await ensureAdministrator(repositories, password)
  return { name: builtIn.adminUser, newPassword, chosen: adminPassword !== undefined }
}

async function ensureAdministrator(repositories: Repositories, password: string) {
  const project = await ensureProject(repositories, builtIn.adminProject)
  const user = await ensureUser(repositories, builtIn.adminUser, 'The first administrator')
  await give(repositories, { user, project, role: 'admin' })
  const known = user.passwordHash !== null && (await isPassword(password, user.passwordHash))
  if (known && user.enabled) return
  const passwordHash = await hashPassword(password)
  const defaultProjectId = user.defaultProjectId ?? project.id
  await repositories.users.update({ ...user, enabled: true, passwordHash, defaultProjectId })
  await repositories.tokens.removeOfUser(user.id)
}

async function ensureDomain({ domains }: Repositories) {
  if (await domains.find(builtIn.domainId)) return
  await domains.add({ id: builtIn.domainId, name: builtIn.domainName, description: 'The default domain', enabled: true })
}

async function ensureRole({ roles }: Repositories, name: string) {
  if ((await roles.list(name)).length === 0) await roles.add({ id: newId(), name, description: null })
}

async function ensureProject({ projects }: Repositories, name: string): Promise<Project> {
  const [known] = await projects.list({ name, domainId: builtIn.domainId })
  if (known?.enabled) return known
  const project = known ? { ...known, enabled: true } : { ...inDefault(name), description: '' }
  await (known ? projects.update(project) : projects.add(project))
  return project
}

async function ensureUser({ users }: Repositories, name: string, description: string): Promise<User> {
  const [known] = await users.list({ name, domainId: builtIn.domainId })
  if (known) return known
  const user = { ...inDefault(name), description, email: null, defaultProjectId: null, passwordHash: null }
  await users.add(user)
  return user
}

function inDefault(name: string) {
  return { id: newId(), domainId: builtIn.domainId, name, enabled: true }
}

async function give({ roles, assignments }: Repositories, held: { user: User; project: Project; role: string }) {
  const [role] = await roles.list(held.role)
  if (role) await assignments.add({ userId: held.user.id, roleId: role.id, target: { kind: 'project', id: held.project.id } })
}

// Without the letters and digits that look alike.
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Four groups of five characters: more than 110 bits, and still to be typed. */
function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
