import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Problem } from '@/lib/contract/problem'
import { domainReference } from '../server/auth/domain-reference'
import { loadSettings, openStackEnvironment } from '../server/config'
import type { Settings } from '../server/config-options'
import { environmentSignIn } from '../server/diagnostics/environment-sign-in'
import { url } from '../server/option-readers'
import { type Command, UsageError } from './command'
import { logInToKeystone } from './keystone-administrator'
import { type Registration, register } from './keystone-registration'
import { configFileOption } from './open-database'

const flag = { type: 'boolean' } as const
const word = { type: 'string' } as const
const urlOptions = { 'public-url': word, 'internal-url': word, 'admin-url': word } as const

export const keystoneRegister: Command = {
  name: 'keystone register',
  operands:
    '[--public-url URL] [--internal-url URL] [--admin-url URL] [--region REGION] [--dry-run] [--update] [--config-file FILE]...',
  summary: 'Makes service, endpoints and service user in Keystone, by the administrator whose OS_* variables are set.',
  options: [
    ['--public-url URL', 'what clients outside use (default: [DEFAULT] public_endpoint)'],
    ['--internal-url URL', 'what other services use (default: the public URL)'],
    ['--admin-url URL', 'what administrators use (default: the public URL)'],
    ['--region REGION', 'of the images (default: [keystone_authtoken] region_name, else OS_REGION_NAME, else RegionOne)'],
    ['--dry-run', 'only say what would be done (default: do it)'],
    ['--update', 'change what is there but differs (default: leave it)'],
    ['--config-file FILE', 'a configuration file of Vitrine; may be given several times (default: none)'],
  ],
  async run(args, print) {
    const options = { ...configFileOption, ...urlOptions, region: word, 'dry-run': flag, update: flag }
    const { values } = parseArgs({ args: [...args], options })
    const { 'dry-run': dryRun = false, update = false } = values
    const env = openStackEnvironment()
    if (!env.OS_AUTH_URL) throw new UsageError('OS_AUTH_URL is not set: source the openrc file of an administrator')
    const settings = loadSettings(values['config-file'] ?? [])
    const wanted: Registration = {
      region: values.region ?? (settings.keystone_authtoken.region_name || env.OS_REGION_NAME || 'RegionOne'),
      urls: readUrls(values, settings.DEFAULT.public_endpoint),
      ...serviceUser(settings.keystone_authtoken),
    }
    const keystone = await logInToKeystone({
      authUrl: env.OS_AUTH_URL,
      signIn: environmentSignIn(env),
      ca: readCa(env.OS_CACERT),
    })
    const { left, userIsNew } = await register(keystone, wanted, { dryRun, update, print })
    const { publicUrl, identityRegions } = keystone
    const addresses = { auth_url: env.OS_AUTH_URL, www_authenticate_uri: publicUrl, region: regionOf(wanted, identityRegions) }
    if (wanted.user.password === undefined) {
      print('')
      print(`For the configuration of Vitrine${userIsNew && !dryRun ? '; the password of the new user is shown this once' : ''}:`)
      const password = passwordLine(wanted, { userIsNew, dryRun })
      for (const line of configurationLines(wanted, addresses, password)) print(line)
    }
    if (left > 0 && !dryRun)
      throw new Problem('conflict', `${left} of these differ from what was asked for, and stay so without --update`)
  },
}

function readCa(file: string | undefined): Buffer | undefined {
  try {
    return file ? readFileSync(file) : undefined
  } catch (error) {
    throw new UsageError(`OS_CACERT cannot be read: ${(error as Error).message}`)
  }
}

function readUrls(given: Partial<Record<keyof typeof urlOptions, string>>, configured: string): Registration['urls'] {
  const outside = given['public-url'] ?? configured
  if (!outside) throw new UsageError('--public-url is missing, and [DEFAULT] public_endpoint is not set')
  const urls = { public: outside, internal: given['internal-url'] ?? outside, admin: given['admin-url'] ?? outside }
  for (const [name, given] of Object.entries(urls)) {
    try {
      url(given)
    } catch (error) {
      throw new UsageError(`--${name}-url: ${(error as Error).message}`)
    }
  }
  return urls
}

function serviceUser(authtoken: Settings['keystone_authtoken']): Pick<Registration, 'user' | 'project'> {
  const { user_domain_id, user_domain_name, project_domain_id, project_domain_name } = authtoken
  return {
    user: {
      name: authtoken.username || 'vitrine',
      domain: domainReference(user_domain_id, user_domain_name),
      password: authtoken.password || undefined,
      newPassword: randomBytes(24).toString('base64url'),
    },
    project: { name: authtoken.project_name, domain: domainReference(project_domain_id, project_domain_name) },
  }
}

function passwordLine({ user }: Registration, { userIsNew, dryRun }: { userIsNew: boolean; dryRun: boolean }): string {
  if (!userIsNew) return `# password = what ${user.name} has already`
  return dryRun ? '# password = is made and shown without --dry-run' : `password = ${user.newPassword}`
}

/** `region_name` chooses the identity endpoint, which need not stand in the region of the images. */
function regionOf({ region }: Registration, identityRegions: readonly string[]): string | undefined {
  if (identityRegions.includes(region)) return region
  return identityRegions.length === 1 ? identityRegions[0] : undefined
}

interface Addresses {
  auth_url: string
  www_authenticate_uri: string
  region: string | undefined
}

function configurationLines({ user, project }: Registration, addresses: Addresses, password: string): string[] {
  const domain = (whose: string, given: Registration['user']['domain']) =>
    'id' in given ? `${whose}_domain_id = ${given.id}` : `${whose}_domain_name = ${given.name}`
  return [
    '',
    '[keystone_authtoken]',
    `www_authenticate_uri = ${addresses.www_authenticate_uri}`,
    `auth_url = ${addresses.auth_url}`,
    `username = ${user.name}`,
    password,
    domain('user', user.domain),
    `project_name = ${project.name}`,
    domain('project', project.domain),
    ...(addresses.region === undefined ? [] : [`region_name = ${addresses.region}`]),
  ]
}
