import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.mjs'

const memcached = '/usr/bin/memcached'

/** Why this machine cannot run it; undefined where it can. */
export const memcachedMissing = existsSync(memcached) ? undefined : 'needs Debian’s memcached'

/** A real memcached on a free port of the loopback. */
export interface MemcachedServer {
  port: number
  address: { host: string; port: number }
  /** Sends one command of the text protocol and answers the first piece of the reply. */
  say(command: string): Promise<string>
  /** The names of everything that it holds. */
  keys(): Promise<string[]>
  /** Makes it hang, or go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
  kill(): Promise<void>
  restart(): Promise<void>
}

/** Plain, or by TLS with that certificate. */
export async function startMemcached(tls?: Record<'file' | 'keyFile', string>): Promise<MemcachedServer> {
  const port = await freePort()
  const more = tls ? ['-Z', '-o', `ssl_chain_cert=${tls.file},ssl_key=${tls.keyFile}`] : []
  let child = await run(port, more)

  async function say(command: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    socket.end(`${command}\r\n`)
    const chunks: Buffer[] = []
    for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  }

  return {
    port,
    address: { host: '127.0.0.1', port },
    say,
    keys: async () => [...(await say('lru_crawler metadump all')).matchAll(/key=(\S+)/g)].map(([, key]) => key as string),
    signal: (name) => void child.kill(name),
    kill: () => end(child),
    async restart() {
      await end(child)
      child = await run(port, more)
    },
  }
}

async function run(port: number, more: readonly string[]): Promise<ChildProcess> {
  const user = process.getuid?.() === 0 ? ['-u', 'root'] : []
  const child = spawn(memcached, ['-l', '127.0.0.1', '-p', String(port), '-U', '0', ...user, ...more], { stdio: 'ignore' })
  for (let attempt = 0; !(await answers(port)); attempt += 1) {
    if (attempt === 200) throw new Error('memcached does not answer')
    await sleep(25)
  }
  return child
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
