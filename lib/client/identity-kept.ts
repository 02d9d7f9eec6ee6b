import { builtIn } from '@/lib/contract/built-in-identity'
import { type Directory, grantOf, type IdentityThing, type RoleAssignment, type ThingKind } from './identity'

/** Why something of the identity stays as it is. */
export type Kept = 'service' | 'own' | 'lastAdministrator' | 'enabled'

/** The person who looks, and the project they work in. */
export interface Own {
  user: { id: string }
  project: { id: string }
}

interface Asked {
  kind: ThingKind
  thing: IdentityThing
}

/** Whether Vitrine itself works with it: the server lets nobody rename, disable or delete it. */
export function isOfService({ kind, thing: { id, name, domain_id } }: Asked): boolean {
  if (kind === 'domain') return id === builtIn.domainId
  return domain_id === builtIn.domainId && name === (kind === 'user' ? builtIn.serviceUser : builtIn.serviceProject)
}

/** Whether whoever looks is shut out where it is disabled: it is their account, their project, or the domain of their account. */
export function shutsOut({ kind, thing: { id } }: Asked, { user, project }: Own, { users }: Directory): boolean {
  if (kind === 'domain') return users.find((each) => each.id === user.id)?.domain_id === id
  return id === (kind === 'user' ? user.id : project.id)
}

/** Whether whoever looks is it, works in it or belongs to it, by themselves or by their project. */
export function isOwn(asked: Asked, own: Own, directory: Directory): boolean {
  const project = directory.projects.find(({ id }) => id === own.project.id)
  return shutsOut(asked, own, directory) || (asked.kind === 'domain' && project?.domain_id === asked.thing.id)
}

/** Why it cannot be deleted; null where it can. The server has the last word. */
export function whyNotDeleted(asked: Asked, own: Own, directory: Directory): Kept | null {
  if (isOfService(asked)) return 'service'
  if (isOwn(asked, own, directory)) return 'own'
  const administrators = usableAdministrators(directory)
  if (administrators.length > 0 && administrators.every((each) => goesWith(asked, each, directory))) return 'lastAdministrator'
  return asked.kind === 'domain' && asked.thing.enabled ? 'enabled' : null
}

/** The assignments by which somebody can be administrator now, as the server counts them. */
function usableAdministrators(directory: Directory): RoleAssignment[] {
  const open = (thing: IdentityThing | undefined) => thing?.enabled === true
  const inOpenDomain = (thing: IdentityThing | undefined) =>
    open(thing) && open(directory.domains.find(({ id }) => id === thing?.domain_id))
  return directory.assignments.filter((assignment) => {
    if (assignment.role.name !== 'admin') return false
    const { userId, scope } = grantOf(assignment)
    const user = directory.users.find(({ id }) => id === userId)
    if (!user || isOfService({ kind: 'user', thing: user })) return false
    const target = directory[`${scope.kind}s`].find(({ id }) => id === scope.id)
    return inOpenDomain(user) && (scope.kind === 'domain' ? open(target) : inOpenDomain(target))
  })
}

/** Whether an assignment is lost with what is deleted. */
function goesWith({ kind, thing: { id } }: Asked, assignment: RoleAssignment, { users, projects }: Directory): boolean {
  const { userId, scope } = grantOf(assignment)
  if (kind === 'user') return userId === id
  if (scope.kind === kind && scope.id === id) return true
  const within = (things: readonly IdentityThing[], wanted: string) =>
    things.some((thing) => thing.id === wanted && thing.domain_id === id)
  return kind === 'domain' && (within(users, userId) || (scope.kind === 'project' && within(projects, scope.id)))
}

/** What is lost beside the thing itself. */
export interface LostWith {
  users: number
  projects: IdentityThing[]
  assignments: number
}

/** What is deleted together with it. */
export function lostWith(asked: Asked, directory: Directory): LostWith {
  const inside = (things: IdentityThing[]) =>
    things.filter(({ domain_id }) => asked.kind === 'domain' && domain_id === asked.thing.id)
  return {
    users: inside(directory.users).length,
    projects: inside(directory.projects),
    assignments: directory.assignments.filter((each) => goesWith(asked, each, directory)).length,
  }
}
