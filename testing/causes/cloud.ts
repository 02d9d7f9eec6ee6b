import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createIdentityClient, tokenOf } from '../identity-client'
import type { KeystoneAdmin } from '../keystone-admin'
import { type KeystoneServer, startKeystone } from '../keystone-server'
import { keystonePassword } from '../keystone-template'
import { startTestServer, type TestServer } from '../test-server'
import type { ServiceSettings } from './cause-case'
import { type SlowKeystone, startSlowKeystone } from './slow-keystone'

export interface CloudUser {
  id: string
  name: string
  /** As the variables of the command line's clients have it. */
  env: Record<string, string>
  token(scope?: unknown): Promise<string>
}

interface Wanted {
  /** The role on the project; null for none. */
  role?: string | null
  project?: string
  fields?: Record<string, unknown>
  keystone?: KeystoneServer
  /** Whether the password must be changed before its first use. */
  firstUse?: boolean
}

/** Three Keystones and one Image service, which each case bends as it needs. */
export interface Cloud {
  keystone: KeystoneServer
  /** The same database and keys, with a clock that is two hours behind. */
  slow: SlowKeystone
  /** Has people of the same names, and other keys. Tells why it refuses, and has rules for passwords. */
  other: KeystoneServer
  folder: string
  /** Where the Image service answers that runs now, or ran last. */
  serviceUrl: string
  /** The Keystone that it asks. */
  authUrl: string
  /** The files of configuration by which it runs. */
  configFiles: readonly string[]
  /** Runs the Image service by these settings; it goes on where they are those of before. */
  serve(settings?: ServiceSettings): Promise<void>
  /** Ends the Image service; the next `serve` starts one. */
  endService(): Promise<void>
  /** A new user with the password of everybody, by default a member of demo. */
  user(wanted?: Wanted): Promise<CloudUser>
  /** To be undone when the case is over, the last first. */
  afterwards(undo: () => Promise<unknown>): void
  undo(): Promise<void>
  stop(): Promise<void>
}

const methods = { auth: { methods: 'password,token,totp,application_credential' } }
const lockout = { lockout_failure_attempts: 3, lockout_duration: 3600 }

/** Starts all of it. */
export async function startCloud(): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-causes-'))
  const [keystone, other] = await Promise.all([
    startKeystone({ settings: { ...methods, security_compliance: lockout } }),
    startKeystone({
      settings: {
        DEFAULT: { insecure_debug: true },
        security_compliance: { ...lockout, password_expires_days: 5, change_password_upon_first_use: true },
      },
    }),
  ])
  replaceKeys(other)
  const slow = await startSlowKeystone(keystone, { settings: methods, secondsBehind: 7200 })
  const service = imageService([keystone, other], folder)
  let undoes: (() => Promise<unknown>)[] = []
  const undo = async () => {
    const todo = undoes.toReversed()
    undoes = []
    for (const each of todo) await each()
  }
  return {
    ...{ keystone, slow, other, folder },
    get serviceUrl() {
      return service.now.url
    },
    get authUrl() {
      return service.now.authUrl
    },
    configFiles: service.configFiles,
    serve: service.serve,
    endService: service.end,
    user: createUsers(keystone),
    afterwards: (each) => void undoes.push(each),
    undo,
    async stop() {
      await undo()
      await service.end()
      await Promise.all([keystone.stop(), slow.stop(), other.stop()])
      rmSync(folder, { recursive: true })
    },
  }
}

/** As `keystone-manage fernet_setup` makes them, in less time. */
function replaceKeys({ configFolder }: KeystoneServer) {
  for (const name of ['0', '1']) {
    const key = randomBytes(32).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
    writeFileSync(join(configFolder, 'fernet-keys', name), key)
  }
}

function createUsers(usual: KeystoneServer): Cloud['user'] {
  let made = 0
  return async ({ role = 'member', project = 'demo', fields = {}, keystone = usual, firstUse = false } = {}) => {
    made += 1
    const name = `person-${made}`
    const password = keystonePassword
    const { id } = await keystone.admin.create('users', { name, domain_id: 'default', password, ...fields })
    // Only a second password is free of that demand.
    if (keystone !== usual && !firstUse) {
      const options = { ignore_change_password_upon_first_use: true }
      await keystone.admin.change('users', id, { options, password })
      // Changing a password revokes every token of that second, those made after it as well.
      await sleep(1100)
    }
    if (role) await keystone.admin.grant({ role, user: name, project })
    const demo = { project: { name: project, domain: { name: 'Default' } } }
    const identity = createIdentityClient(keystone, '')
    const env = { ...passwordEnvironment(keystone.url, name), OS_PROJECT_NAME: project }
    return { id, name, env, token: async (scope = demo) => tokenOf(await identity.logIn(name, keystonePassword, scope)) }
  }
}

/** The variables of somebody who names no project. */
export function passwordEnvironment(url: string, name: string): Record<string, string> {
  const domains = { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_NAME: 'Default' }
  return { OS_AUTH_URL: `${url}/v3`, OS_USERNAME: name, OS_PASSWORD: keystonePassword, ...domains }
}

/** The Image service in this process, as a file of configuration has it. */
function imageService(keystones: readonly KeystoneServer[], folder: string) {
  let running: TestServer | undefined
  let text = ''
  const [main, port] = [join(folder, 'glance-api.conf'), join(folder, 'port.conf')]
  const now = { url: '', authUrl: '' }
  const end = async () => {
    await running?.stop()
    running = undefined
  }
  return {
    configFiles: [main, port],
    now,
    end,
    async serve(settings: ServiceSettings = {}) {
      const options = { ...goodOptions(keystones[0]?.url ?? ''), ...settings.keystone_authtoken }
      const wanted = fileOf({ ...settings, keystone_authtoken: options })
      if (running && text === wanted) return
      await end()
      text = wanted
      writeFileSync(main, text)
      running = await startTestServer({}, ['--config-file', main])
      Object.assign(now, { url: running.url, authUrl: options.auth_url })
      writeFileSync(port, `[DEFAULT]\nbind_port = ${new URL(now.url).port}\n`)
      const asked = now.authUrl === keystones[0]?.url ? keystones.slice(0, 1) : keystones
      for (const { admin } of asked) await admin.point('image', now.url)
    },
  }
}

function goodOptions(url: string) {
  return {
    ...{ auth_url: url, www_authenticate_uri: url, region_name: 'RegionOne' },
    ...{ username: 'vitrine', password: keystonePassword, project_name: 'service' },
    ...{ user_domain_name: 'Default', project_domain_name: 'Default' },
  }
}

function fileOf(settings: ServiceSettings): string {
  return Object.entries(settings)
    .map(([section, options]) => `[${section}]\n${lines(options)}`)
    .join('')
}

function lines(options: ServiceSettings[string]): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** Settings of `[keystone_authtoken]`. */
export const authtoken = (options: Record<string, string>) => ({ keystone_authtoken: options })

/** Settings by which the service asks the other Keystone. */
export async function askingOther({ other }: Cloud) {
  return authtoken({ auth_url: other.url, www_authenticate_uri: other.url })
}

/** Changes what is in Keystone until the case is over. */
export async function changeEndpoints(
  cloud: Cloud,
  { type, change, of = () => true }: EndpointChange,
  admin: KeystoneAdmin = cloud.keystone.admin,
): Promise<void> {
  const [service] = await admin.list('services', `type=${type}`)
  const endpoints = await admin.list('endpoints', `service_id=${service?.id}`)
  for (const { id, ...fields } of endpoints.filter((each) => of(String(each.interface)))) {
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, fields[name]]))
    await admin.change('endpoints', id, change)
    cloud.afterwards(() => admin.change('endpoints', id, before))
  }
}

interface EndpointChange {
  type: 'image' | 'identity'
  change: Record<string, unknown>
  /** Which of them, by interface. */
  of?: (endpointInterface: string) => boolean
}
