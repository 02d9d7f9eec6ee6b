import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config'
import { ConfigError } from './config-file'

type Binding = Pick<Config['DEFAULT'], 'bind_host' | 'bind_port' | 'backlog'>

/** Starts to listen; an address that cannot be had is a ConfigError in one line. */
export function listen(server: Server, { bind_host: host, bind_port: port, backlog }: Binding): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another process uses this port' : error.message
      reject(new ConfigError(`cannot listen on ${host}:${port}: ${reason} (VITRINE_PORT and VITRINE_HOST set another address)`))
    })
    server.listen({ host, port, backlog }, resolve)
  })
}

/** Finds out before anything is prepared whether `listen` can succeed; a ConfigError if not. */
export async function assertAddressFree(binding: Binding): Promise<void> {
  const probe = createServer()
  await listen(probe, binding)
  await new Promise((resolve) => probe.close(resolve))
}

/** The address under which this process reaches itself. */
export function ownAddress(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  const anywhere = address === '0.0.0.0' || address === '::'
  const host = anywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}
