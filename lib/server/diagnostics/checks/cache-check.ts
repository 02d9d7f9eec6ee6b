import { dialMemcached, type MemcachedAddress, type MemcachedTls } from '../../auth/memcached-connection'
import { memcachedTlsOf } from '../../auth/start-tokens'
import type { Check } from '../check'
import { fail, pass, Skipped, warn } from '../finding'

const timeoutMs = 2000

/** Each memcached in which checked tokens are remembered answers. */
export const cacheCheck: Check = {
  name: 'cache',
  about: 'service',
  async run({ account, settings }) {
    if (account === 'unknown')
      throw new Skipped('configurationUnknown', 'the configuration of the service is not known; name it with --config-file')
    const { token_cache_time: seconds, memcached_servers: servers } = settings.keystone_authtoken
    const evidence = { 'remembered for': `${seconds} s` }
    if (seconds <= 0) return pass('Checked tokens are not remembered.')
    if (account === 'embedded' || servers.length === 0)
      return pass('Checked tokens are remembered in the process itself.', evidence)
    const tls = memcachedTlsOf(settings.keystone_authtoken)
    const answers = await Promise.all(servers.map(async (server) => [nameOf(server), await version(server, tls)] as const))
    const seen = { ...evidence, ...Object.fromEntries(answers) }
    const silent = answers.filter(([, answer]) => !answer.startsWith('VERSION')).map(([server]) => server)
    if (silent.length === 0) return pass('Every memcached answers.', seen)
    const fix = {
      text: 'Start it, or name those that run.',
      lines: ['systemctl restart memcached', '[keystone_authtoken]', 'memcached_servers = …'],
    }
    const summary = `No memcached answers at ${silent.join(', ')}.`
    const reasons = { cause: 'memcachedUnreachable', fix } as const
    return silent.length < answers.length ? warn(summary, seen, reasons) : fail(summary, seen, reasons)
  },
}

function nameOf(server: MemcachedAddress): string {
  return 'path' in server ? server.path : `${server.host}:${server.port}`
}

/** What a memcached says to `version`, or why it says nothing. */
function version(server: MemcachedAddress, tls: MemcachedTls | null): Promise<string> {
  return new Promise((resolve) => {
    const socket = dialMemcached(server, tls, () => socket.write('version\r\n')).setTimeout(timeoutMs)
    const end = (answer: string) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (bytes) => end(bytes.toString('latin1').split('\r\n')[0] ?? ''))
    socket.on('timeout', () => end('no answer within the time'))
    socket.on('error', (error) => end(error.message))
    socket.on('close', () => end('it closed the connection'))
  })
}
