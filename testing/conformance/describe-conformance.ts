import { afterAll, beforeAll, describe, it } from 'vitest'
import { acceptTestIdentities, identities } from '../identities'
import { startTestServer, type TestServer } from '../test-server'
import { conformanceChecks } from './checks'
import { enter, type World } from './cloud'
import { peopleOfKeystone } from './keystone-people'
import type { ServerKind } from './server-kinds'
import { type Surroundings, surround } from './surroundings'

/** Every check of a server of that kind, on the real server without its pages; a test file can have one. */
export function describeConformance(kind: ServerKind) {
  let around: Surroundings
  let server: TestServer
  let world: World

  async function people(url: string) {
    if (around.keystone) return peopleOfKeystone(url, around.keystone)
    acceptTestIdentities()
    const tokens = { member: 'member', reader: 'reader', stranger: 'stranger', admin: 'admin', unscoped: 'unscoped' }
    return { url, tokens, strangersProject: identities.stranger.projectId }
  }

  beforeAll(async () => {
    around = await surround(kind)
    server = await startTestServer({}, ['--config-file', around.config])
    world = enter({ ...(await people(server.url)), around })
  }, 60_000)
  afterAll(async () => {
    around?.web.stop()
    await server?.stop()
    await around?.stop()
  })

  const checks = conformanceChecks(kind)
  describe.each([...new Set(checks.map(({ operation }) => operation))])('%s', (operation) => {
    const own = checks.filter((check) => check.operation === operation)
    it.each(own.map(({ title, run }) => [title, run] as const))('%s', (_, run) => run(world))
  })
}
