import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFaultyKeystone } from '@/testing/faulty-keystone'
import { createKeystoneHttp, type KeystoneHttpOptions } from './keystone-http'

const http = (changes: Partial<KeystoneHttpOptions> = {}) =>
  createKeystoneHttp({ tls: {}, connectTimeoutMs: 300, answerTimeoutMs: 300, retries: 2, ...changes })
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no failure',
    (error) => error,
  )
const unreachable = { kind: 'identityUnavailable', reason: 'identityUnreachable' }

describe('over https', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-tls-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const subject = ['-subj', '/CN=keystone', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  })
  const pair = { cert: readFileSync(cert), key: readFileSync(key) }
  const server = createTlsServer({ ...pair, ca: pair.cert, requestCert: true, rejectUnauthorized: false }, (request, response) =>
    response.end(String((request.socket as unknown as { authorized: boolean }).authorized)),
  )
  let url: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })

  it('trusts whom cafile names, and nobody else', async () => {
    expect(await http({ tls: { ca: pair.cert } })({ method: 'GET', url })).toMatchObject({ status: 200, body: 'false' })
    const found = await failure(http()({ method: 'GET', url }))
    expect(found).toMatchObject(unreachable)
    expect(String(found.cause)).toMatch(/self-signed certificate/)
  })
  it('asks nobody’s name where insecure says so, and shows its own certificate', async () => {
    const tls = { ...pair, rejectUnauthorized: false }
    expect(await http({ tls })({ method: 'GET', url })).toMatchObject({ status: 200, body: 'true' })
  })
})

describe('where no answer comes', () => {
  it('a connection that is closed is asked anew for, but a password is not sent again', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections += 1
      socket.once('data', () => socket.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await failure(http()({ method: 'GET', url }))).toMatchObject(unreachable)
    expect(connections).toBe(3)
    expect(await failure(http()({ method: 'POST', url, body: { password: 's' } }))).toMatchObject(unreachable)
    expect(connections).toBe(4)
    server.close()
  })

  it('an address that takes no connection is given up in time', async () => {
    const begun = Date.now()
    // TEST-NET-1: nobody answers there.
    expect(await failure(http({ retries: 1 })({ method: 'GET', url: 'http://192.0.2.1:5000/' }))).toMatchObject(unreachable)
    expect(Date.now() - begun).toBeLessThan(3000)
  })

  it('a server that takes a request and says nothing is given up in time', async () => {
    const keystone = await startFaultyKeystone()
    keystone.hang = true
    const found = await failure(http({ retries: 0 })({ method: 'GET', url: keystone.url }))
    expect(String(found.cause)).toMatch(/no answer within 0.3 s/)
    await keystone.stop()
  })

  it('a connection that was closed while it was idle is made anew unnoticed', async () => {
    const first = await startFaultyKeystone()
    const { url } = first
    const ask = http({ retries: 1 })
    expect(await ask({ method: 'POST', url, body: {} })).toMatchObject({ status: 201 })
    await first.stop()
    const second = await startFaultyKeystone(Number(new URL(url).port))
    expect(await ask({ method: 'POST', url, body: {} })).toMatchObject({ status: 201 })
    await second.stop()
  })
})
