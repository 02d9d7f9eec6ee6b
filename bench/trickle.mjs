// Shows that an upload may last as long as it wants, and that a client without headers may not.
// node bench/trickle.mjs [SECONDS]   (default 400: longer than Node's own cut after 300 s)
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { startProductionServer } from '../testing/production-server.mjs'

const seconds = Number(process.argv[2] ?? 400)
const server = await startProductionServer()
const headers = { 'x-auth-token': await server.token() }

async function* trickle(hash) {
  for (let second = 0; second < seconds; second += 1) {
    const piece = Buffer.alloc(1024, second)
    hash.update(piece)
    yield piece
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

async function trickledUpload() {
  const created = await fetch(`${server.url}/v2/images`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'trickle', disk_format: 'raw', container_format: 'bare' }),
  })
  const { self } = await created.json()
  const hash = createHash('sha512')
  // Not fetch: that one gives up by itself after 300 s without an answer.
  const upload = request(`${server.url}${self}/file`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
  })
  const answered = once(upload, 'response')
  await pipeline(trickle(hash), upload)
  const [answer] = await answered
  const image = await (await fetch(server.url + self, { headers })).json()
  return answer.statusCode === 204 && image.status === 'active' && image.os_hash_value === hash.digest('hex')
}

function silentClient() {
  const began = Date.now()
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => undefined).on('close', () => resolve((Date.now() - began) / 1000))
    socket.resume()
  })
}

const [uploaded, cutAfter] = await Promise.all([trickledUpload(), silentClient()])
await server.stop()
console.log(`an upload trickled over ${seconds} s: ${uploaded ? 'active and identical' : 'FAILED'}`)
console.log(`a client that sends no headers: cut after ${cutAfter.toFixed(0)} s`)
process.exit(uploaded ? 0 : 1)
