import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebConnector } from '../imports/web-connector'
import { problemOf, readAll, readableStoreContract } from './byte-store.contract'
import { createHttpStore } from './http-store'

const objects = new Map<string, Uint8Array>()
const behaviour = { honoursRanges: true }
let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, answer) => {
    const path = request.url ?? '/'
    if (path.startsWith('/moved/')) return answer.writeHead(302, { location: path.slice('/moved'.length) }).end()
    if (path === '/astray') return answer.writeHead(302, { location: 'file:///etc/passwd' }).end()
    if (path === '/circle') return answer.writeHead(302, { location: '/circle' }).end()
    if (path === '/broken') return answer.writeHead(500).end()
    if (path === '/silent') return undefined
    if (path === '/endless') return void answer.writeHead(200).write('no length')
    if (path === '/cut') return void answer.writeHead(200, { 'content-length': 100 }).write('half', () => answer.destroy())
    const bytes = objects.get(path)
    if (!bytes) return answer.writeHead(404).end()
    const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const ranged = start !== '' && behaviour.honoursRanges
    const part = ranged ? bytes.subarray(Number(start), Number(end) + 1) : bytes
    answer.writeHead(ranged ? 206 : 200, { 'content-length': part.length })
    return answer.end(request.method === 'HEAD' ? undefined : part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close().closeAllConnections())

const lists = { allowed_schemes: [], disallowed_schemes: [], disallowed_hosts: [], allowed_ports: [], disallowed_ports: [] }
const open = (allowed_hosts = ['127.0.0.1']) =>
  createHttpStore({ id: 'web', fetch: createWebConnector({ ...lists, allowed_hosts })({ timeoutMs: 300, tls: {} }) })

for (const honoursRanges of [true, false]) {
  readableStoreContract(`http store, ranges ${honoursRanges ? 'honoured' : 'ignored'}`, () => {
    behaviour.honoursRanges = honoursRanges
    return {
      store: open(),
      async place(key, bytes) {
        objects.set(`/${key}`, bytes)
        return `${base}/${key}`
      },
      async lose(location) {
        objects.delete(new URL(location).pathname)
      },
    }
  })
}

describe('http store', () => {
  it('cannot be written', async () => expect(await problemOf(open().begin('image-1'))).toBe('gone'))
  it('leaves alone what it is told to remove', async () => {
    objects.set('/kept', Buffer.from('kept'))
    await open().remove(`${base}/kept`)
    expect((await readAll(await open().open(`${base}/kept`))).toString()).toBe('kept')
  })
  it('follows redirects', async () => {
    objects.set('/there', Buffer.from('there'))
    expect((await readAll(await open().open(`${base}/moved/there`))).toString()).toBe('there')
  })
  it.each(['/broken', '/silent', '/endless', '/circle'])('503 for %s', async (path) => {
    expect(await problemOf(open().open(base + path))).toBe('storeUnavailable')
  })
  it('is not led astray by a redirect', async () => {
    expect(await problemOf(open().open(`${base}/astray`))).toBe('badRequest')
  })
  it('keeps away from this network unless the operator names a host of it', async () => {
    expect(await problemOf(open([]).open(`${base}/there`))).toBe('badRequest')
  })
  it('503 where nobody listens', async () => {
    expect(await problemOf(open().open('http://127.0.0.1:1/x'))).toBe('storeUnavailable')
  })
  it('says that data were cut', async () => {
    expect(await problemOf(open().open(`${base}/cut`).then(readAll))).toBe('storeUnavailable')
  })
  it.each(['ftp://host/x', 'file:///etc/passwd', 'http://', 'gopher://x'])('does not own %s', (url) => {
    expect(open().owns(url)).toBe(false)
  })
})
