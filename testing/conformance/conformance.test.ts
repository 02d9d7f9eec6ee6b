import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { acceptTestIdentities, identities } from '../identities'
import { startTestServer, type TestServer } from '../test-server'
import { conformanceChecks } from './checks'
import { enter, type World } from './cloud'
import { conformanceConfig } from './conformance-config.mjs'

let server: TestServer
let world: World
const folder = mkdtempSync(join(tmpdir(), 'vitrine-conformance-'))
beforeAll(async () => {
  const config = join(folder, 'glance-api.conf')
  writeFileSync(config, conformanceConfig(folder))
  server = await startTestServer({}, ['--config-file', config])
  acceptTestIdentities()
  const tokens = { member: 'member', reader: 'reader', stranger: 'stranger', admin: 'admin', unscoped: 'unscoped' }
  world = enter({ url: server.url, tokens, strangersProject: identities.stranger.projectId })
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const checks = conformanceChecks()
describe.each([...new Set(checks.map(({ operation }) => operation))])('%s', (operation) => {
  const own = checks.filter((check) => check.operation === operation)
  it.each(own.map(({ title, run }) => [title, run] as const))('%s', (_, run) => run(world))
})
