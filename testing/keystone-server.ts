import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.mjs'
import { createIdentityClient, type IdentityClient, tokenOf } from './identity-client'
import type { KeystoneAdmin } from './keystone-admin'
import { endKeystone, type KeystoneRun, runKeystone } from './keystone-process'
import {
  administratorOf,
  keyOwner,
  keystoneManage,
  keystonePassword,
  type keystonePeople,
  keystoneTemplate,
  logInAs,
} from './keystone-template'

export { keystoneMissing } from './keystone-template'

/** A real Keystone (Debian's package) in a temporary folder, on a port of the loopback. */
export interface KeystoneServer {
  /** Without `/v3`. */
  url: string
  /** Of the administrator, and of everybody else who is there at the start. */
  adminPassword: string
  /** Holds `keystone.conf`, `keystone.log`, `fernet-keys`, and `policy.yaml` once a test writes it. */
  configFolder: string
  admin: KeystoneAdmin
  /** Requests of anybody. */
  identity: IdentityClient
  /** A new token of one of those who are there at the start. */
  token(name: keyof typeof keystonePeople): Promise<string>
  /** Lines of `[keystone_authtoken]` for a server that asks this Keystone. */
  authtokenConfig: string
  /** Every request since the start, oldest first; the path has its query. */
  accessLog(): readonly LoggedRequest[]
  /** How often it was asked that path, whatever the query. */
  countOf(method: string, path: string): number
  /** New keys as `keystone-manage fernet_rotate` makes them; three times makes tokens of before worthless. */
  rotateKeys(times?: number): void
  /** As a crash would end it. */
  kill(): Promise<void>
  /** On the same port and with the same state; what `run` leaves out stays as it was. */
  restart(run?: KeystoneRun): Promise<void>
  /** Ends it and removes its state. */
  stop(): Promise<void>
}

export interface LoggedRequest {
  method: string
  path: string
  status: number
}

export interface KeystoneOptions extends KeystoneRun {
  /** The address of the image endpoints in the catalogue. */
  imageUrl?: string
}

/** Starts one with the people of `keystonePeople`, a service `image` in RegionOne, and no memcached. */
export async function startKeystone({ imageUrl, ...options }: KeystoneOptions = {}): Promise<KeystoneServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-keystone-'))
  cpSync(await keystoneTemplate(), folder, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let run = options
  let child: ChildProcess = await runKeystone(folder, port, run)
  const admin = administratorOf(url)
  await admin.point('identity', `${url}/v3`)
  if (imageUrl) await admin.point('image', imageUrl)
  const log = join(folder, 'access.log')
  truncateSync(log)
  const accessLog = () => readAccessLog(log)
  return {
    url,
    adminPassword: keystonePassword,
    configFolder: folder,
    admin,
    identity: createIdentityClient({ url }, ''),
    token: async (name) => tokenOf(await logInAs(url, name)),
    authtokenConfig: authtokenConfig(url),
    accessLog,
    countOf: (method, path) => accessLog().filter((each) => each.method === method && each.path.split('?')[0] === path).length,
    rotateKeys(times = 1) {
      for (let i = 0; i < times; i++) keystoneManage(folder, 'fernet_rotate', ...keyOwner)
    },
    kill: () => endKeystone(child, 'SIGKILL'),
    async restart(changed = {}) {
      await endKeystone(child, 'SIGTERM')
      run = { ...run, ...changed }
      child = await runKeystone(folder, port, run)
    },
    async stop() {
      await endKeystone(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function authtokenConfig(url: string): string {
  const options = {
    ...{ www_authenticate_uri: url, auth_url: url, auth_type: 'password' },
    ...{ username: 'vitrine', password: keystonePassword, project_name: 'service' },
    ...{ user_domain_name: 'Default', project_domain_name: 'Default', region_name: 'RegionOne' },
  }
  return `[keystone_authtoken]\n${Object.entries(options)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')}`
}

function readAccessLog(file: string): LoggedRequest[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => {
    const [method = '', path = '', status] = line.split(' ')
    return { method, path, status: Number(status) }
  })
}
