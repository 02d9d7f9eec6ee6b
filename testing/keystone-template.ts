import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.mjs'
import { createIdentityClient, tokenOf } from './identity-client'
import { createKeystoneAdmin, type KeystoneAdmin } from './keystone-admin'
import { endKeystone, keystoneEnvironment, python, runKeystone, writeKeystoneConfig } from './keystone-process'

/** The password of everybody who is there at the start. */
export const keystonePassword = 'keystone-test-password'

/** Who is there at the start: the project of each, and the role in it. */
export const keystonePeople = {
  admin: { project: 'admin', role: 'admin' },
  member: { project: 'demo', role: 'member' },
  reader: { project: 'demo', role: 'reader' },
  /** The account of the Image service. */
  vitrine: { project: 'service', role: 'service' },
} as const

const manage = '/usr/bin/keystone-manage'
const packages = '/usr/lib/python3/dist-packages'

/** What every command on keys asks for. */
export const keyOwner = ['--keystone-user', String(process.getuid?.()), '--keystone-group', String(process.getgid?.())]

/** Why this machine cannot run a Keystone; undefined where it can. */
export const keystoneMissing = existsSync(manage) ? undefined : 'needs Debian’s python3-keystone'

/** To be changed with what is seeded. */
const seedVersion = 1

/** A folder with the state of a new Keystone, made once on this machine; to be copied, never to be run. */
export async function keystoneTemplate(): Promise<string> {
  const release = readdirSync(packages).find((name) => /^keystone-[\d.]+\.egg-info$/.test(name)) ?? 'unknown'
  const template = join(tmpdir(), `vitrine-keystone-${release}-${seedVersion}-${process.getuid?.()}`)
  if (existsSync(template)) return template
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-keystone-seed-'))
  await seed(folder)
  try {
    renameSync(folder, template)
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(template)) throw error
    rmSync(folder, { recursive: true })
  }
  return template
}

async function seed(folder: string): Promise<void> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  writeKeystoneConfig(folder)
  keystoneManage(folder, 'db_sync')
  letReadersBe(join(folder, 'keystone.sqlite'))
  keystoneManage(folder, 'fernet_setup', ...keyOwner)
  keystoneManage(folder, 'credential_setup', ...keyOwner)
  const endpoints = ['public', 'internal', 'admin'].flatMap((each) => [`--bootstrap-${each}-url`, `${url}/v3`])
  keystoneManage(
    folder,
    'bootstrap',
    '--bootstrap-password',
    keystonePassword,
    '--bootstrap-region-id',
    'RegionOne',
    ...endpoints,
  )
  const server = await runKeystone(folder, port)
  try {
    await fill(administratorOf(url))
  } finally {
    await endKeystone(server, 'SIGTERM')
  }
  for (const log of ['access.log', 'keystone.log']) rmSync(join(folder, log))
}

/** A request of Keystone reads while it writes: in SQLite's first mode it would lock itself out. */
function letReadersBe(database: string) {
  const script = 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("pragma journal_mode = wal")'
  const { status, stderr } = spawnSync(python, ['-c', script, database], { encoding: 'utf8', env: keystoneEnvironment })
  if (status !== 0) throw new Error(`${database} cannot be prepared:\n${stderr}`)
}

/** Runs `keystone-manage` on the Keystone of that folder. */
export function keystoneManage(folder: string, ...args: string[]) {
  const { status, stderr } = spawnSync(manage, ['--config-file', join(folder, 'keystone.conf'), ...args], {
    encoding: 'utf8',
    env: keystoneEnvironment,
  })
  if (status !== 0) throw new Error(`keystone-manage ${args[0]} failed:\n${stderr.slice(-2000)}`)
}

/** The administrator of the Keystone at that address. */
export function administratorOf(url: string): KeystoneAdmin {
  const identity = createIdentityClient({ url }, '')
  return createKeystoneAdmin(identity, async () => tokenOf(await logInAs(url, 'admin')))
}

/** The answer to a log-in of one of those who are there at the start, in the project that is theirs. */
export function logInAs(url: string, name: keyof typeof keystonePeople) {
  const scope = { project: { name: keystonePeople[name].project, domain: { name: 'Default' } } }
  return createIdentityClient({ url }, '').logIn(name, keystonePassword, scope)
}

async function fill(admin: KeystoneAdmin): Promise<void> {
  for (const name of ['service', 'demo']) await admin.create('projects', { name, domain_id: 'default' })
  const roles = await admin.list('roles')
  if (!roles.some(({ name }) => name === 'service')) await admin.create('roles', { name: 'service' })
  for (const [user, { project, role }] of Object.entries(keystonePeople)) {
    if (user === 'admin') continue
    await admin.create('users', { name: user, domain_id: 'default', password: keystonePassword })
    await admin.grant({ role, user, project })
  }
  const { id } = await admin.create('services', { type: 'image', name: 'vitrine' })
  for (const each of ['public', 'internal', 'admin']) {
    await admin.create('endpoints', { service_id: id, interface: each, region_id: 'RegionOne', url: 'http://127.0.0.1:9292' })
  }
}
