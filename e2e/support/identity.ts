import { startKeystone } from '@/testing/keystone-server'

/** Where the people of the tests come from: the identity inside, or with `E2E_IDENTITY=keystone` a real Keystone. */
const realKeystone = process.env.E2E_IDENTITY === 'keystone'

export interface TestIdentity {
  /** Without `/v3`. */
  url: string
  adminPassword: string
  /** Lines of the server's configuration. */
  config: string
  stop(): Promise<void>
}

/** The identity of a server that is about to start at that URL. */
export async function startIdentity(serverUrl: string): Promise<TestIdentity> {
  if (!realKeystone) {
    return { url: `${serverUrl}/identity`, adminPassword: 'e2e-password', config: '', stop: async () => undefined }
  }
  const { url, adminPassword, authtokenConfig, stop } = await startKeystone({ imageUrl: serverUrl })
  return { url, adminPassword, config: authtokenConfig, stop }
}
