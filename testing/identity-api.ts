import { createIdentityClient } from './identity-client'
import { startTestServer } from './test-server'

/** The real server with the embedded identity, its administrator, and alice, a member of a project of her own. */
export async function startIdentityApi() {
  const server = await startTestServer()
  const identity = createIdentityClient(server)
  const admin = await identity.administrator()
  return { server, identity, admin, alice: await identity.person(admin, 'alice') }
}
