import { Problem } from '@/lib/contract/problem'
import type { DomainReference } from '../server/auth/domain-reference'
import type { Entity, KeystoneAdministrator } from './keystone-administrator'
import { createLedger, type Difference, type Ledger, type Manner } from './keystone-ledger'

const interfaces = ['public', 'internal', 'admin'] as const

/** What the Image service needs in Keystone. */
export interface Registration {
  region: string
  urls: Record<(typeof interfaces)[number], string>
  user: ServiceUser
  project: { name: string; domain: DomainReference }
}

export interface ServiceUser {
  name: string
  domain: DomainReference
  /** Undefined where the operator names none: that of a user who is there already stays, a new one gets `newPassword`. */
  password: string | undefined
  newPassword: string
}

export interface Outcome {
  /** How many things are still not as asked. */
  left: number
  userIsNew: boolean
}

/** The roles that users of the Image API hold. */
const userRoles = ['admin', 'member', 'reader']

/** Makes what is missing. What is there already stays as it is, unless the manner is to update. */
export async function register(keystone: KeystoneAdministrator, wanted: Registration, manner: Manner): Promise<Outcome> {
  const ledger = createLedger(keystone, manner)
  const userIsNew = await registerServiceUser(keystone, wanted, ledger)
  await registerEndpoints(keystone, wanted, ledger)
  return { left: ledger.left(), userIsNew }
}

async function registerServiceUser(keystone: KeystoneAdministrator, wanted: Registration, ledger: Ledger): Promise<boolean> {
  const role = await ensureRoles(keystone, ledger)
  const project = await ensureProject(keystone, wanted.project, ledger)
  const { name, password, newPassword, domain } = wanted.user
  const domain_id = await domainId(keystone, domain)
  const [found] = await keystone.list('users', { name, domain_id })
  const user = await ledger.ensure({
    kind: 'users',
    what: `user ${name}`,
    found,
    fields: { name, domain_id, password: password ?? newPassword },
    differences: found && (await userDifferences(keystone, found, password)),
  })
  const grant = project && user && role && { project: project.id, user: user.id, role: role.id }
  const given = grant !== undefined && (await keystone.hasRole(grant))
  await ledger.ensureDone(
    `role service of ${name} on ${wanted.project.name}`,
    given,
    async () => grant && keystone.giveRole(grant),
  )
  return found === undefined
}

/** Makes `service` alone: the others belong to the cloud, and Keystone's own bootstrap makes them. */
async function ensureRoles(keystone: KeystoneAdministrator, ledger: Ledger): Promise<Entity | undefined> {
  const roles = await keystone.list('roles')
  const find = (wanted: string) => roles.find(({ name }) => name.toLowerCase() === wanted)
  for (const name of userRoles) {
    if (find(name)) ledger.say('exists', `role ${name}`)
    else ledger.say('missing', `role ${name}, which the default policies ask for ("keystone-manage bootstrap" makes it)`)
  }
  return ledger.ensure({ kind: 'roles', what: 'role service', found: find('service'), fields: { name: 'service' } })
}

async function ensureProject(keystone: KeystoneAdministrator, { name, domain }: Registration['project'], ledger: Ledger) {
  const domain_id = await domainId(keystone, domain)
  const [found] = await keystone.list('projects', { name, domain_id })
  return ledger.ensure({
    kind: 'projects',
    what: `project ${name}`,
    found,
    fields: { name, domain_id, description: 'Services of the cloud' },
    differences: disabled(found),
  })
}

/** A disabled user's password is refused whatever it is: nothing can be said about it then. */
async function userDifferences(keystone: KeystoneAdministrator, found: Entity, password: string | undefined) {
  if (!found.enabled || password === undefined || (await keystone.accepts(found.id, password))) return disabled(found)
  return [{ is: 'another password', asked: 'the one of the configuration', fields: { password } }]
}

async function registerEndpoints(keystone: KeystoneAdministrator, { region, urls }: Registration, ledger: Ledger) {
  const service = await ensureService(keystone, ledger)
  const regions = await keystone.list('regions')
  await ledger.ensure({
    kind: 'regions',
    what: `region ${region}`,
    found: regions.find(({ id }) => id === region),
    fields: { id: region },
  })
  const known = service ? await keystone.list('endpoints', { service_id: service.id, region_id: region }) : []
  for (const each of interfaces) {
    const url = urls[each]
    const [found, ...others] = known.filter((endpoint) => endpoint.interface === each)
    const moved = found && found.url !== url ? [{ is: String(found.url), asked: url, fields: { url } }] : []
    const place = moved.length > 0 ? '' : ` at ${url}`
    await ledger.ensure({
      kind: 'endpoints',
      what: `endpoint ${each} in ${region}${place}`,
      found,
      fields: { service_id: service?.id, interface: each, region_id: region, url },
      differences: [...moved, ...disabled(found)],
    })
    for (const other of others)
      ledger.say('also', `endpoint ${each} in ${region} at ${other.url}, which clients may choose as well`)
  }
}

async function ensureService(keystone: KeystoneAdministrator, ledger: Ledger): Promise<Entity | undefined> {
  const [found, ...others] = await keystone.list('services', { type: 'image' })
  for (const { name } of others) ledger.say('also', `another service image (${name}), which clients may choose as well`)
  return ledger.ensure({
    kind: 'services',
    what: `service image (${found?.name ?? 'vitrine'})`,
    found,
    fields: { type: 'image', name: 'vitrine', description: 'Image service' },
    differences: disabled(found),
  })
}

function disabled(found: Entity | undefined): Difference[] {
  return found?.enabled === false ? [{ is: 'disabled', asked: 'enabled', fields: { enabled: true } }] : []
}

async function domainId(keystone: KeystoneAdministrator, domain: DomainReference): Promise<string> {
  if ('id' in domain) return domain.id
  const [found] = await keystone.list('domains', { name: domain.name })
  if (!found) throw new Problem('notFound', `Keystone has no domain with the name ${domain.name}`)
  return found.id
}
