import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '@/lib/server/config'
import { createGateway } from '@/lib/server/gateway'
import { listen, ownAddress } from '@/lib/server/listen'
import { type StartedServices, startServices } from '@/lib/server/start-services'
import { pageRoots, routes } from '@/routes.generated'

export interface TestServer extends StartedServices {
  url: string
}

/** The real server without its pages: embedded identity, SQLite and file store in a folder of its own, any free port. */
export async function startTestServer(env: Record<string, string> = {}, argv: string[] = []): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-test-'))
  const loaded = loadConfig(argv, { VITRINE_DATA: folder, VITRINE_ADMIN_PASSWORD: 'test-admin-password', ...env })
  const config = { ...loaded, DEFAULT: { ...loaded.DEFAULT, bind_port: 0, log_file: join(folder, 'test.log') } }
  const started = await startServices(config, () => ownAddress(gateway.server))
  const gateway = createGateway({
    routes,
    pageRoots,
    pages: async (_, answer) => {
      answer.writeHead(404).end()
    },
  })
  await listen(gateway.server, config.DEFAULT)
  return {
    services: started.services,
    url: ownAddress(gateway.server),
    async stop() {
      await gateway.stop(0)
      await started.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
