import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Options of `keystone.conf`, by section and name. */
export type KeystoneSettings = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>

export interface KeystoneRun {
  settings?: KeystoneSettings
  /** How far the clock of this Keystone is ahead (negative: behind). */
  clockOffsetSeconds?: number
}

/** Debian's interpreter: another one in PATH would not see Debian's packages. */
export const python = '/usr/bin/python3'
const wsgi = resolve('testing/keystone-wsgi.py')

/** Environment of everything of Keystone's: no proxy, no `OS_*` of the person who runs the tests. */
export const keystoneEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'test',
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C.UTF-8',
}

const configFile = (folder: string) => join(folder, 'keystone.conf')

/** Writes `keystone.conf` into the folder that holds this Keystone's state; answers its path. */
export function writeKeystoneConfig(folder: string, settings: KeystoneSettings = {}): string {
  const sections = new Set([...Object.keys(ownSettings(folder)), ...Object.keys(settings)])
  const text = [...sections].map((section) => {
    const options = { ...ownSettings(folder)[section], ...settings[section] }
    const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}\n`)
    return `[${section}]\n${lines.join('')}`
  })
  writeFileSync(configFile(folder), text.join('\n'))
  return configFile(folder)
}

function ownSettings(folder: string): KeystoneSettings {
  return {
    database: { connection: `sqlite:///${join(folder, 'keystone.sqlite')}`, sqlite_synchronous: false },
    token: { provider: 'fernet', caching: false, cache_on_issue: false },
    fernet_tokens: { key_repository: join(folder, 'fernet-keys') },
    // Receipts of the first factor; they live too short for keys of their own.
    fernet_receipts: { key_repository: join(folder, 'fernet-keys') },
    credential: { key_repository: join(folder, 'credential-keys') },
    // Its own process only: without any cache a validation is a hundred queries. Tokens themselves are always looked at anew.
    cache: { enabled: true, backend: 'dogpile.cache.memory' },
    identity: { password_hash_algorithm: 'bcrypt', password_hash_rounds: 4 },
    oslo_policy: { policy_file: join(folder, 'policy.yaml'), policy_dirs: join(folder, 'policy.d') },
  }
}

/** Starts the Keystone of that folder on the port and waits until it answers. */
export async function runKeystone(folder: string, port: number, run: KeystoneRun = {}): Promise<ChildProcess> {
  const config = writeKeystoneConfig(folder, run.settings)
  const log = openSync(join(folder, 'keystone.log'), 'a')
  const args = [wsgi, String(port), join(folder, 'access.log'), String(run.clockOffsetSeconds ?? 0)]
  const env = { ...keystoneEnvironment, OS_KEYSTONE_CONFIG_FILES: config, PYTHONDONTWRITEBYTECODE: '1' }
  const child = spawn(python, args, { stdio: ['pipe', log, log], env })
  closeSync(log)
  await answering(port, child, folder)
  return child
}

async function answering(port: number, child: ChildProcess, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) break
    const answer = await fetch(`http://127.0.0.1:${port}/healthcheck`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`Keystone does not start:\n${readFileSync(join(folder, 'keystone.log'), 'utf8').slice(-2000)}`)
}

/** Ends the process and waits until it is gone. */
export async function endKeystone(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
