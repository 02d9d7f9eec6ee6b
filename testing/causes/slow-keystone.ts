import { freePort } from '../free-port.mjs'
import type { KeystoneAdmin } from '../keystone-admin'
import { endKeystone, type KeystoneSettings, runKeystone } from '../keystone-process'
import type { KeystoneServer } from '../keystone-server'
import { administratorOf } from '../keystone-template'

/** Another process on the state of a Keystone, whose clock is behind. */
export interface SlowKeystone {
  url: string
  admin: KeystoneAdmin
  stop(): Promise<void>
}

interface Options {
  settings: KeystoneSettings
  secondsBehind: number
}

/** Starts one beside a Keystone that runs. */
export async function startSlowKeystone(beside: KeystoneServer, { settings, secondsBehind }: Options): Promise<SlowKeystone> {
  const port = await freePort()
  const child = await runKeystone(beside.configFolder, port, { settings, clockOffsetSeconds: -secondsBehind })
  const url = `http://127.0.0.1:${port}`
  return { url, admin: administratorOf(url), stop: () => endKeystone(child, 'SIGTERM') }
}
