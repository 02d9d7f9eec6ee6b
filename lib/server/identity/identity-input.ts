import { z } from 'zod'
import type { ApplicationCredentialInput } from './application-credential-service'
import type { DomainChanges } from './domain-service'
import type { ProjectChanges } from './project-service'
import type { RoleChanges } from './role-service'
import type { UserChanges } from './user-service'

const name = z.string().trim().min(1).max(255)
const id = z.string().min(1).max(64)
const text = z.string().max(65_535)
/** The clients send these, mostly empty; here nothing can be kept in them. */
const nothing = { options: z.strictObject({}).optional(), tags: z.array(z.never('tags are not kept here')).optional() }

const user = z.object({
  name,
  domain_id: id.optional(),
  enabled: z.boolean().optional(),
  password: z.string().min(1).max(1024).nullish(),
  description: text.nullish(),
  email: z.string().max(255).nullish(),
  default_project_id: id.nullish(),
  ...nothing,
})

function userChanges({ domain_id, default_project_id, options, tags, ...rest }: Partial<z.infer<typeof user>>): UserChanges {
  return { ...rest, domainId: domain_id, defaultProjectId: default_project_id }
}

export const newUser = z.object({ user }).transform(({ user }) => ({ ...userChanges(user), name: user.name }))
export const changedUser = z.object({ user: user.partial() }).transform(({ user }) => userChanges(user))

const project = z.object({
  name,
  domain_id: id.nullish(),
  parent_id: id.nullish(),
  is_domain: z.literal(false, 'a project that is a domain is made by POST /v3/domains').optional(),
  description: text.nullish(),
  enabled: z.boolean().optional(),
  ...nothing,
})

function projectChanges({ name, domain_id, description, enabled }: Partial<z.infer<typeof project>>): ProjectChanges {
  return { name, domainId: domain_id ?? undefined, description: description ?? undefined, enabled }
}

export const newProject = z
  .object({ project })
  .refine(({ project }) => !project.parent_id || !project.domain_id || project.parent_id === project.domain_id, {
    message: 'projects stand below their domain, not below each other',
    path: ['project', 'parent_id'],
  })
  .transform(({ project }) => ({
    ...projectChanges({ ...project, domain_id: project.domain_id ?? project.parent_id }),
    name: project.name,
  }))
export const changedProject = z.object({ project: project.partial() }).transform(({ project }) => projectChanges(project))

const domain = z.object({ name, description: text.optional(), enabled: z.boolean().optional(), ...nothing })

export const newDomain = z.object({ domain }).transform(({ domain }): DomainChanges & { name: string } => domain)
export const changedDomain = z.object({ domain: domain.partial() }).transform(({ domain }): DomainChanges => domain)

const role = z.object({
  name,
  description: text.nullish(),
  domain_id: z.null('roles of a domain are not offered').optional(),
  options: nothing.options,
})

export const newRole = z.object({ role }).transform(({ role }): RoleChanges & { name: string } => role)
export const changedRole = z.object({ role: role.partial() }).transform(({ role }): RoleChanges => role)

/** Keystone's times have no zone and are UTC. */
const time = z
  .string()
  .transform((value) => new Date(/Z$|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`))
  .refine((date) => !Number.isNaN(date.getTime()), 'a time such as 2030-01-31T10:11:12 is expected')

export const newApplicationCredential = z
  .object({
    application_credential: z.object({
      name,
      description: text.nullish(),
      secret: z.string().min(1).max(1024).nullish(),
      expires_at: time.nullish(),
      roles: z.array(z.object({ id: id.optional(), name: name.optional() })).nullish(),
      unrestricted: z.boolean().nullish(),
      access_rules: z.array(z.never('access rules are not offered')).nullish(),
      project_id: id.nullish(),
    }),
  })
  .transform(
    ({ application_credential: given }): ApplicationCredentialInput => ({
      name: given.name,
      description: given.description,
      secret: given.secret ?? undefined,
      expiresAt: given.expires_at,
      roles: given.roles ?? undefined,
      unrestricted: given.unrestricted ?? undefined,
    }),
  )

/** `?flag`, `?flag=true`, `?flag=1`: everything but a clear no. */
const flag = z.string().transform((value) => !/^(0|f|n|no|off|false)$/i.test(value))

/** What the lists of users, projects, domains and services can be narrowed to; more in a query changes nothing. */
export const listFilter = z
  .object({ name: z.string(), domain_id: z.string(), enabled: flag, type: z.string(), service_id: z.string() })
  .extend({ interface: z.string(), region_id: z.string() })
  .partial()
  .transform(({ domain_id, service_id, region_id, ...rest }) => {
    return { ...rest, domainId: domain_id, serviceId: service_id, regionId: region_id }
  })

const assignmentQuery = {
  'user.id': z.string(),
  'role.id': z.string(),
  'group.id': z.string(),
  'scope.project.id': z.string(),
  'scope.domain.id': z.string(),
  'scope.system': z.string(),
  effective: flag,
  include_names: flag,
}

/** The query of `GET /v3/role_assignments`. Nobody holds a role through a group or on the system here. */
export const assignmentFilter = z
  .object(assignmentQuery)
  .partial()
  .transform((query) => ({
    filter: { userId: query['user.id'], roleId: query['role.id'], target: targetOf(query) },
    effective: query.effective ?? false,
    names: query.include_names ?? false,
    empty: query['group.id'] !== undefined || query['scope.system'] !== undefined,
  }))

function targetOf(query: { 'scope.project.id'?: string | undefined; 'scope.domain.id'?: string | undefined }) {
  const { 'scope.project.id': project, 'scope.domain.id': domain } = query
  if (project !== undefined) return { kind: 'project' as const, id: project }
  return domain === undefined ? undefined : { kind: 'domain' as const, id: domain }
}
