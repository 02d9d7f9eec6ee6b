import { loadConfig } from '@/lib/server/config'
import { createGateway } from '@/lib/server/gateway'
import { listen, ownAddress } from '@/lib/server/listen'
import { startServices } from '@/lib/server/start-services'
import { routes } from '@/routes.generated'

/** The server without its pages, as a process of its own that a test may kill. */
const config = loadConfig()
await startServices(config, () => ownAddress(gateway.server))
const gateway = createGateway({
  routes,
  pageRoots: [],
  pages: async (_, answer) => {
    answer.writeHead(404).end()
  },
})
await listen(gateway.server, config.DEFAULT)
console.log(`listening on ${ownAddress(gateway.server)}`)
