import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import { identityContract } from './identity.contract'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-identity-'))
afterAll(() => rmSync(folder, { recursive: true }))

for (const { kind, missing, start } of databaseServers) {
  describe.skipIf(missing)(`the embedded identity${missing ? ` (${missing})` : ''}`, () => {
    let server: DatabaseServer
    beforeAll(async () => {
      server = await start()
    })
    afterAll(() => server.stop())
    identityContract(
      `on ${kind}`,
      () => server.create(),
      () => folder,
    )
  })
}
