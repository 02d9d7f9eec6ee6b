import type { ServicePart } from '@/lib/contract/service-state'
import { dialMemcached, type MemcachedAddress, type MemcachedTls } from '../auth/memcached-connection'
import { memcachedTlsOf } from '../auth/start-tokens'
import type { Settings } from '../config-options'
import { down, part, timed } from './part'

/** Where accepted tokens are remembered: each memcached, or what stands in for one. */
export async function memcachedStates(settings: Settings['keystone_authtoken'], embedded: boolean): Promise<ServicePart[]> {
  const { token_cache_time: seconds, memcached_servers: servers } = settings
  if (seconds <= 0) return [part('memcached', { state: 'off', cause: 'notRemembered' })]
  if (embedded || servers.length === 0) return [part('memcached', { state: 'off', cause: 'rememberedInProcess' })]
  const tls = memcachedTlsOf(settings)
  return Promise.all(servers.map((server) => stateOf(server, tls)))
}

async function stateOf(server: MemcachedAddress, tls: MemcachedTls | null): Promise<ServicePart> {
  const instance = 'path' in server ? server.path : `${server.host}:${server.port}`
  try {
    const { value, latency } = await timed(() => statistics(server, tls))
    const number = (name: string) => (value.has(name) ? Number(value.get(name)) : null)
    const [total, used] = [number('limit_maxbytes'), number('bytes')]
    return part('memcached', {
      ...{ instance, latency_ms: latency, version: value.get('version') ?? null, uptime_seconds: number('uptime') },
      memory_bytes: used,
      room: total === null || used === null ? null : { total, used },
    })
  } catch (error) {
    return part('memcached', { instance, ...down('memcachedSilent', error) })
  }
}

const silentMs = 2000

/** What a memcached says to `stats`. */
function statistics(server: MemcachedAddress, tls: MemcachedTls | null): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = dialMemcached(server, tls, () => socket.write('stats\r\n')).setTimeout(silentMs)
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (/(^|\n)(END|ERROR)\r\n$/.test(text)) socket.end(() => resolve(read(text)))
    })
    socket.on('timeout', () => socket.destroy(new Error('There was no answer in time.')))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('It closed the connection.')))
  })
}

function read(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^STAT (\S+) (.*)\r$/gm)].map(([, name = '', value = '']) => [name, value]))
}
