import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { type MemcachedAddress, type MemcachedConnection, type MemcachedTls, openMemcached } from './memcached-connection'

/** A cache over several memcached servers. A server that is away is passed over: nothing here throws, or waits for it. */
export interface MemcachedClient {
  get(key: string): Promise<Buffer | null>
  set(key: string, value: Buffer, seconds: number): void
  /** Removes a key wherever it may lie. */
  delete(key: string): Promise<void>
  stop(): void
}

interface Options {
  servers: readonly MemcachedAddress[]
  /** Plain where there is none. */
  tls?: MemcachedTls | null
  log: Logger
  /** How long a server may take to answer. */
  timeoutMs: number
  /** After how long a server that was away is tried again. */
  retryMs: number
}

interface Server {
  name: string
  /** Null while the server is away. */
  connection(): MemcachedConnection | null
  stop(): void
}

/** Longer times memcached takes for dates. */
const longestSeconds = 30 * 24 * 3600

/**
 * Spreads keys by rendezvous hashing, so that a server that goes or comes moves no other’s keys. Connections are made in the
 * background, also again, so that no request ever waits for a dead server to time out twice.
 */
export function createMemcachedClient({ servers: addresses, ...options }: Options): MemcachedClient {
  const servers = addresses.map((address) => keepConnected(address, options))

  function serverOf(key: string): MemcachedConnection | null {
    const alive = servers.filter((server) => server.connection())
    const [first] = alive.length > 1 ? alive.toSorted((a, b) => weight(b, key) - weight(a, key)) : alive
    return first?.connection() ?? null
  }

  // What broke was said by the server’s own watch; here it only means that nothing was found or kept.
  const attempt = (asked: Promise<Buffer | null> | undefined) => asked?.catch(() => null) ?? Promise.resolve(null)

  return {
    get: (key) => attempt(serverOf(key)?.send(`get ${key}`)),
    set(key, value, seconds) {
      void attempt(serverOf(key)?.send(`set ${key} 0 ${Math.min(seconds, longestSeconds)} ${value.length}`, value))
    },
    async delete(key) {
      await Promise.all(servers.map((server) => attempt(server.connection()?.send(`delete ${key}`))))
    },
    stop() {
      for (const server of servers) server.stop()
    },
  }
}

function weight({ name }: Server, key: string): number {
  return createHash('sha1').update(`${name} ${key}`).digest().readUInt32BE(0)
}

function keepConnected(address: MemcachedAddress, { tls = null, log, timeoutMs, retryMs }: Omit<Options, 'servers'>): Server {
  const name = 'path' in address ? address.path : `${address.host}:${address.port}`
  let open: MemcachedConnection | null = null
  let latest: MemcachedConnection
  let away = false
  let again: NodeJS.Timeout | undefined

  function dial() {
    latest = openMemcached({
      address,
      tls,
      timeoutMs,
      onOpen() {
        open = latest
        if (away) log.info({ server: name }, 'a memcached server is back')
        away = false
      },
      onBroken(error) {
        open = null
        if (!away) log.warn({ server: name, err: error }, 'a memcached server is away: tokens are asked about without it')
        away = true
        again = setTimeout(dial, retryMs).unref()
      },
    })
  }

  dial()
  return {
    name,
    connection: () => open,
    stop() {
      clearTimeout(again)
      latest.close()
      open = null
    },
  }
}
