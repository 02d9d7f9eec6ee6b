import { loadConfig } from './lib/server/config'
import { ConfigError } from './lib/server/config-file'
import { lockDataFolder } from './lib/server/data-folder-lock'
import { warnAtStart } from './lib/server/diagnostics/start-warning'
import { createGateway } from './lib/server/gateway'
import { assertAddressFree, listen, ownAddress } from './lib/server/listen'
import { startServices } from './lib/server/start-services'
import { welcomeText } from './lib/server/welcome'
import { pageRoots, routes } from './routes.generated'

async function main() {
  const config = loadConfig()
  const unlock = lockDataFolder(config.dataFolder)
  // A first start that fails on its port must not have made a password that nobody gets to see.
  await assertAddressFree(config.DEFAULT)
  const started = await startServices(config, () => ownAddress(gateway.server))
  // next-auth takes the client's URL from the headers that the gateway sets.
  process.env.AUTH_TRUST_HOST = '1'
  process.env.NEXTAUTH_SECRET = config.sessionSecret
  // Only now, so that React and Next see the mode that this process runs in.
  const { default: next } = await import('next')
  const pages = next({
    dev: config.development,
    dir: process.cwd(),
    hostname: config.DEFAULT.bind_host,
    port: config.DEFAULT.bind_port,
  })
  const gateway = createGateway({ routes, pageRoots, pages: pages.getRequestHandler() })
  await pages.prepare()
  if (config.development) gateway.server.on('upgrade', pages.getUpgradeHandler())
  await listen(gateway.server, config.DEFAULT)
  process.stdout.write(welcomeText(started.services, ownAddress(gateway.server)))
  void warnAtStart(started.services)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    started.services.log.info(`${signal}: no new requests; running ones have ${config.vitrine.shutdown_grace} s`)
    await gateway.stop(config.vitrine.shutdown_grace * 1000)
    await started.stop()
    unlock()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

main().catch((error) => {
  console.error(error instanceof ConfigError ? `vitrine: ${error.message}` : error)
  process.exit(1)
})
