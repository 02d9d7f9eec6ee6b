import { removeConfig, writeConfig } from './config-file'
import { type KeystoneOptions, type KeystoneServer, startKeystone } from './keystone-server'
import { startTestServer, type TestServer } from './test-server'

/** The real server, which asks a real Keystone about tokens. */
export interface ServiceWithKeystone {
  keystone: KeystoneServer
  app: TestServer
  /** Ends both. */
  stop(): Promise<void>
}

interface Options extends KeystoneOptions {
  /** Lines behind those of `[keystone_authtoken]`; an option that stands there too counts by its last line. */
  more?: string
}

/** Starts a Keystone and a server that is configured for it. */
export async function startServiceWithKeystone({ more = '', ...options }: Options = {}): Promise<ServiceWithKeystone> {
  const keystone = await startKeystone(options)
  const config = writeConfig(keystone.authtokenConfig + more)
  const app = await startTestServer({}, ['--config-file', config])
  return {
    keystone,
    app,
    async stop() {
      await app.stop()
      removeConfig(config)
      await keystone.stop()
    },
  }
}
