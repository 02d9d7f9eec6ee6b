import { queryOptions } from '@tanstack/react-query'
import { isProblem } from '@/lib/contract/problem'
import { api } from './api'
import { isNotThere } from './not-there'

/** A user, a project or a domain of the embedded identity. */
export interface IdentityThing {
  id: string
  name: string
  enabled: boolean
  /** Not of a domain. */
  domain_id?: string
  description?: string
  /** Of a user who has one. */
  email?: string
}

interface Named {
  id: string
  name: string
}

export interface RoleAssignment {
  role: Named
  user: Named
  scope: { project?: Named; domain?: Named }
}

/** Everything that the identity knows; it tells each list whole. */
export interface Directory {
  users: IdentityThing[]
  projects: IdentityThing[]
  domains: IdentityThing[]
  roles: Named[]
  assignments: RoleAssignment[]
}

/** By what users, projects, domains and assignments can be sorted. */
export const identitySortKeys = ['name', 'domain', 'state', 'user', 'role', 'scope'] as const
export type IdentitySortKey = (typeof identitySortKeys)[number]

export type ThingKind = 'user' | 'project' | 'domain'

const base = '/identity/v3'

/** The embedded identity's users, projects, domains, roles and who has which; null where a Keystone stands elsewhere. */
export const directoryQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['identity', projectId],
    queryFn: ({ signal }) => readDirectory(signal),
    refetchInterval: 60_000,
  })

async function readDirectory(signal: AbortSignal): Promise<Directory | null> {
  const read = <T>(path: string) => api<T>(`${base}/${path}`, { signal })
  try {
    const [{ users }, { projects }, { domains }, { roles }, { role_assignments: assignments }] = await Promise.all([
      read<Pick<Directory, 'users'>>('users'),
      read<Pick<Directory, 'projects'>>('projects'),
      read<Pick<Directory, 'domains'>>('domains'),
      read<Pick<Directory, 'roles'>>('roles'),
      read<{ role_assignments: RoleAssignment[] }>('role_assignments?include_names'),
    ])
    return { users, projects, domains, roles, assignments: assignments.toSorted(byUser) }
  } catch (error) {
    if (isNotThere(error)) return null
    throw error
  }
}

function byUser(a: RoleAssignment, b: RoleAssignment): number {
  const orders = [
    a.user.name.localeCompare(b.user.name),
    placeOf(a).localeCompare(placeOf(b)),
    a.role.name.localeCompare(b.role.name),
  ]
  return orders.find((order) => order !== 0) ?? 0
}

export interface NewThing {
  name: string
  domain_id?: string
  /** Of a user. */
  password?: string
}

/** Makes a user, a project or a domain; its id. */
export async function createThing(kind: ThingKind, fields: NewThing): Promise<string> {
  const made = await api<Record<string, Named>>(`${base}/${kind}s`, { method: 'POST', body: { [kind]: fields } })
  return made[kind]?.id ?? ''
}

interface ThingChanges {
  enabled?: boolean
  name?: string
  description?: string
  /** Of a user. */
  email?: string
  /** Of a user. */
  password?: string
}

/** Changes what is given of a user, project or domain, and nothing else. */
export function changeThing(kind: ThingKind, id: string, changes: ThingChanges): Promise<void> {
  return api(pathOf(kind, id), { method: 'PATCH', body: { [kind]: changes } })
}

/** A user, project or domain as it is now. */
export async function readThing(kind: ThingKind, id: string): Promise<IdentityThing> {
  const answer = await api<Record<ThingKind, IdentityThing>>(pathOf(kind, id))
  return answer[kind]
}

/** Deletes it, with all that the identity keeps of it. */
export function deleteThing(kind: ThingKind, id: string): Promise<void> {
  return api(pathOf(kind, id), { method: 'DELETE' })
}

const pathOf = (kind: ThingKind, id: string) => `${base}/${kind}s/${encodeURIComponent(id)}`

/** Whether the server has refused a name because another has it. */
export function isNameTaken(error: unknown): boolean {
  return isProblem(error) && error.kind === 'conflict' && / named .+ already\.$/s.test(error.message)
}

export interface Grant {
  userId: string
  roleId: string
  scope: { kind: 'project' | 'domain'; id: string }
}

/** Gives somebody a role, or takes it. */
export function changeGrant(method: 'PUT' | 'DELETE', { userId, roleId, scope }: Grant): Promise<void> {
  const path = [`${scope.kind}s`, scope.id, 'users', userId, 'roles', roleId].map(encodeURIComponent).join('/')
  return api(`${base}/${path}`, { method })
}

/** The grant that an assignment came from. */
export function grantOf({ role, user, scope }: RoleAssignment): Grant {
  const { project, domain } = scope
  const place = project ? ({ kind: 'project', id: project.id } as const) : ({ kind: 'domain', id: domain?.id ?? '' } as const)
  return { userId: user.id, roleId: role.id, scope: place }
}

/** The name of the project or domain that an assignment counts on. */
export function placeOf({ scope: { project, domain } }: RoleAssignment): string {
  return project?.name ?? domain?.name ?? ''
}

/** What a sentence about an assignment names. */
export function grantNames(assignment: RoleAssignment) {
  const { role, user, scope } = assignment
  return { role: role.name, user: user.name, place: placeOf(assignment), kind: scope.project ? 'project' : 'domain' }
}

/** Whether somebody has that role there already. */
export function holds({ assignments }: Pick<Directory, 'assignments'>, { userId, roleId, scope }: Grant): boolean {
  return assignments.map(grantOf).some((held) => {
    const there = held.scope.kind === scope.kind && held.scope.id === scope.id
    return there && held.userId === userId && held.roleId === roleId
  })
}
