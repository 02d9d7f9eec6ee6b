import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KeystoneServer, startKeystone } from '../keystone-server'
import { startWebObjects, type WebObjects } from '../web-objects'
import { type KeystoneLimits, registerLimits } from './keystone-limits'
import { filesOf, type ServerKind } from './server-kinds'

/** What a server of our own has around it, so that checks can spoil it. */
export interface Surroundings {
  /** Of its configuration and its stores; its own data may lie elsewhere. */
  folder: string
  /** The path of its `glance-api.conf`. */
  config: string
  /** The web that it reads; whoever asks for `/held` waits. */
  web: WebObjects
  /** Where its limits and its people come from; only for `limited`. */
  keystone?: KeystoneServer & { limits: KeystoneLimits }
  stop(): Promise<void>
}

/** What a server of that kind needs before it starts. */
export async function surround(kind: ServerKind): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), `vitrine-conformance-${kind}-`))
  const web = await startWebObjects()
  for (const path of ['/ten', '/eleven', '/twelve']) web.objects.set(path, 'ten bytes.')
  web.beforeGet = (path) => (path === '/held' ? new Promise(() => undefined) : Promise.resolve())
  const keystone = kind === 'limited' ? await withLimits() : undefined
  for (const name of ['images', 'frail', 'sound', 'staging']) mkdirSync(join(folder, name))
  for (const [name, content] of Object.entries(filesOf(kind, folder))) writeFileSync(join(folder, name), content)
  const config = join(folder, 'glance-api.conf')
  if (keystone) writeFileSync(config, keystone.authtokenConfig + keystone.limits.config, { flag: 'a' })
  return {
    ...{ folder, config, web },
    ...(keystone && { keystone }),
    async stop() {
      await keystone?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function withLimits() {
  const keystone = await startKeystone()
  return { ...keystone, limits: await registerLimits(keystone) }
}
