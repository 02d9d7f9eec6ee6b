import { connect, type Socket } from 'node:net'
import { type SecureContextOptions, connect as secureConnect } from 'node:tls'

/** Where a memcached listens. */
export type MemcachedAddress = { host: string; port: number } | { path: string }

/** What is trusted and shown, where TLS is spoken. */
export type MemcachedTls = Pick<SecureContextOptions, 'ca' | 'cert' | 'key' | 'ciphers'>

export interface MemcachedConnection {
  /** Sends a command and answers its value, or null where there is none. Throws when the connection breaks. */
  send(command: string, data?: Buffer): Promise<Buffer | null>
  close(): void
}

interface Options {
  address: MemcachedAddress
  /** Null speaks plainly. */
  tls: MemcachedTls | null
  timeoutMs: number
  onOpen(): void
  /** The connection broke, or could not be made. Told once. */
  onBroken(error: Error): void
}

interface Waiting {
  resolve(value: Buffer | null): void
  reject(error: Error): void
  deadline: number
}

interface Reply {
  value: Buffer | null
  /** How much of the buffer it took. */
  length: number
}

const lineEnd = Buffer.from('\r\n')
/** memcached’s own limit of a value, and its line. */
const longestReply = 1024 * 1024 + 1024

/** Begins a connection to a memcached, and tells once when commands may be sent. */
export function dialMemcached(address: MemcachedAddress, tls: MemcachedTls | null, onReady: () => void): Socket {
  const socket = tls ? secureConnect({ ...address, ...tls }) : connect(address)
  socket.setNoDelay(true)
  return socket.once(tls ? 'secureConnect' : 'connect', onReady)
}

/** One connection that speaks memcached’s text protocol; commands go out at once and are answered in their order. */
export function openMemcached({ address, tls, timeoutMs, onOpen, onBroken }: Options): MemcachedConnection {
  const socket = dialMemcached(address, tls, () => {
    clearTimeout(opening)
    onOpen()
  })
  const waiting: Waiting[] = []
  let received: Buffer = Buffer.alloc(0)
  let broken = false
  const opening = setTimeout(() => fail(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs)
  const patience = setInterval(giveUp, Math.max(20, timeoutMs / 4))
  patience.unref()

  function giveUp() {
    if (waiting[0] && waiting[0].deadline < Date.now()) fail(new Error(`no answer within ${timeoutMs} ms`))
  }

  function fail(error: Error) {
    if (broken) return
    broken = true
    clearTimeout(opening)
    clearInterval(patience)
    socket.destroy()
    for (const { reject } of waiting.splice(0)) reject(error)
    onBroken(error)
  }

  function receive(chunk: Buffer) {
    received = received.length ? Buffer.concat([received, chunk]) : chunk
    try {
      for (let reply = readReply(received); reply; reply = readReply(received)) {
        received = received.subarray(reply.length)
        const asked = waiting.shift()
        if (!asked) throw new Error('an answer to nothing')
        asked.resolve(reply.value)
      }
    } catch (error) {
      fail(error as Error)
    }
  }

  socket.on('data', receive)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))

  return {
    send: (command, data) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(new Error('the connection is closed'))
        waiting.push({ resolve, reject, deadline: Date.now() + timeoutMs })
        socket.write(data ? Buffer.concat([Buffer.from(`${command}\r\n`), data, lineEnd]) : `${command}\r\n`)
      }),
    close() {
      broken = true
      clearTimeout(opening)
      clearInterval(patience)
      socket.destroy()
      for (const { reject } of waiting.splice(0)) reject(new Error('the connection is closed'))
    },
  }
}

/** Null until a whole reply has come. Throws for what is none. */
function readReply(buffer: Buffer): Reply | null {
  const end = buffer.indexOf(lineEnd)
  if (end === -1) {
    if (buffer.length > longestReply) throw new Error('a line without an end')
    return null
  }
  const line = buffer.toString('latin1', 0, end)
  const next = end + lineEnd.length
  const found = /^VALUE \S+ \d+ (\d+)(?: \d+)?$/.exec(line)
  if (found) return readValue(buffer, next, Number(found[1]))
  if (/^(END|STORED|NOT_STORED|DELETED|NOT_FOUND|SERVER_ERROR .*)$/.test(line)) return { value: null, length: next }
  throw new Error(`it does not speak as memcached does: ${line.slice(0, 80)}`)
}

function readValue(buffer: Buffer, from: number, size: number): Reply | null {
  if (size > longestReply) throw new Error('a value that is too long')
  const end = from + size
  const closing = '\r\nEND\r\n'
  if (buffer.length < end + closing.length) return null
  if (buffer.toString('latin1', end, end + closing.length) !== closing) throw new Error('a value without its end')
  return { value: Buffer.from(buffer.subarray(from, end)), length: end + closing.length }
}
