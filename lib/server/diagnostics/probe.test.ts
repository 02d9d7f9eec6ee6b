import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createProbe, type Question } from './probe'

let server: Server | undefined
afterEach(() => {
  server?.close().closeAllConnections()
  server = undefined
})

async function serving(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  server.on('checkContinue', answer)
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const probe = (url: string, question?: Question) => createProbe({ signal: new AbortController().signal })(url, question)
const failureOf = (url: string, question?: Question) => probe(url, question).catch((error) => error.failure)

describe('a probe', () => {
  it('says what came, and follows no redirect', async () => {
    const host = await serving((_, answer) => answer.writeHead(302, { location: 'http://127.0.0.1:9/' }).end('over there'))
    expect(await probe(`http://${host}/`)).toMatchObject({
      status: 302,
      text: 'over there',
      headers: { location: 'http://127.0.0.1:9/' },
    })
  })

  it('reads the other clock', async () => {
    const host = await serving((_, answer) => answer.setHeader('date', new Date(Date.now() + 600_000).toUTCString()).end())
    expect(Math.round(((await probe(`http://${host}/`)).clockOffsetMs ?? 0) / 10_000)).toBe(60)
    server?.removeAllListeners('request')
    server?.on('request', (_, answer) => {
      answer.sendDate = false
      answer.end()
    })
    expect((await probe(`http://${host}/`)).clockOffsetMs).toBeNull()
  })

  it('takes no more of an answer than it needs', async () => {
    const host = await serving((_, answer) => answer.end('x'.repeat(1024 * 1024)))
    expect((await probe(`http://${host}/`)).text.length).toBe(256 * 1024)
  })

  it('announces a body and sends none', async () => {
    let received = 0
    const host = await serving((request, answer) => {
      request.on('data', (chunk) => {
        received += chunk.length
      })
      answer.writeHead(413, { connection: 'close' }).end()
    })
    const headers = { expect: '100-continue', 'content-length': '1000000000' }
    expect((await probe(`http://${host}/`, { method: 'POST', headers })).status).toBe(413)
    expect(received).toBe(0)
  })

  it.each([
    ['refused', 'http://127.0.0.1:9/'],
    ['unknownHost', 'http://nowhere.invalid/'],
    ['badUrl', 'ftp://127.0.0.1/'],
    ['badUrl', 'keystone:5000'],
  ])('names the failure: %s', async (failure, url) => expect(await failureOf(url)).toBe(failure))

  it('tells silence, a cut connection and the wrong scheme apart', async () => {
    const silent = await serving(() => undefined)
    expect(await failureOf(`http://${silent}/`, { timeoutMs: 100 })).toBe('timeout')
    expect(await failureOf(`https://${silent}/`)).toBe('tlsOnPlainPort')
    server?.close().closeAllConnections()
    expect(await failureOf(`http://${await serving((request) => request.socket.destroy())}/`)).toBe('cut')
  })
})
