import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problemOf } from '../stores/byte-store.contract'
import type { HttpFetch, WebTrust } from '../stores/http-fetch'
import { createSafeFetch } from './safe-fetch'
import { createUriFilter } from './uri-filter'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-proxy-'))
const certificate = join(folder, 'cert.pem')

/** What the proxy was asked for. */
let asked: string[]
let refuses: boolean
let proxy: Server
let secure: Server
let proxyAddress: string

const content: RequestListener = (request, answer) => answer.end(`bytes of ${request.headers.host}${request.url}`)
const portOf = (server: Server) => (server.address() as AddressInfo).port
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

beforeAll(async () => {
  const key = join(folder, 'key.pem')
  const subject = ['-subj', '/CN=mirror', '-addext', 'subjectAltName=DNS:mirror.example']
  const files = ['-keyout', key, '-out', certificate, '-days', '1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject], { stdio: 'ignore' })
  secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, content)
  proxy = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`)
    content(request, answer)
  })
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    if (refuses) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connect(portOf(secure), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    return socket.pipe(onward).pipe(socket)
  })
  await Promise.all([listen(secure), listen(proxy)])
  proxyAddress = `127.0.0.1:${portOf(proxy)}`
})
afterAll(() => {
  for (const server of [proxy, secure]) server?.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  asked = []
  refuses = false
})

function fetcher(tls: WebTrust = { ca: readFileSync(certificate, 'utf8') }): HttpFetch {
  const lists = { allowed_schemes: [], disallowed_schemes: [], allowed_hosts: [], disallowed_hosts: [] }
  const filter = createUriFilter({ ...lists, allowed_ports: [], disallowed_ports: [] })
  return createSafeFetch({ filter, timeoutMs: 2000, tls, proxies: { http: proxyAddress, https: proxyAddress } })
}

async function bodyOf(uri: string, tls?: WebTrust): Promise<string> {
  const answer = await fetcher(tls)(uri, { method: 'GET' })
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('through a proxy', () => {
  it('http is asked of the proxy, which resolves the name', async () => {
    expect(await bodyOf('http://mirror.example/x')).toBe('bytes of mirror.examplehttp://mirror.example/x')
    expect(asked).toEqual(['GET http://mirror.example/x'])
  })
  it('https goes through a tunnel, to the server itself', async () => {
    expect(await bodyOf('https://mirror.example/x')).toBe('bytes of mirror.example/x')
    expect(asked).toEqual(['CONNECT mirror.example:443'])
  })
  it('503 where the server behind it is another', async () => {
    expect(await problemOf(bodyOf('https://other.example/x'))).toBe('storeUnavailable')
    expect(await problemOf(bodyOf('https://mirror.example/x', {}))).toBe('storeUnavailable')
    expect(await bodyOf('https://other.example/x', { rejectUnauthorized: false })).toBe('bytes of other.example/x')
  })
  it('503 where the proxy refuses', async () => {
    refuses = true
    expect(await problemOf(bodyOf('https://mirror.example/x'))).toBe('storeUnavailable')
  })
  it('400 for what may not be fetched, without asking it', async () => {
    expect(await problemOf(bodyOf('http://169.254.169.254/x'))).toBe('badRequest')
    expect(asked).toEqual([])
  })
})
