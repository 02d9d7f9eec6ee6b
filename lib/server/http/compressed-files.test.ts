import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendCompressed } from './compressed-files'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-compressed-'))
let server: Server

beforeAll(async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  mkdirSync(join(folder, '.next/static/chunks'), { recursive: true })
  writeFileSync(join(folder, '.next/static/chunks/a.js.br'), brotliCompressSync('let a = 1'))
  writeFileSync(join(folder, '.next/secret.js.br'), brotliCompressSync('secret'))
  server = createServer(async (message, answer) => {
    if (!(await sendCompressed(message, answer, message.url ?? ''))) answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  vi.restoreAllMocks()
  server.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string, encodings = 'gzip, br') =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { 'accept-encoding': encodings } })

describe('sendCompressed', () => {
  it('sends what the build has compressed, for ever', async () => {
    const answer = await ask('/_next/static/chunks/a.js')
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-type')).toMatch(/^application\/javascript/)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(await answer.text()).toBe('let a = 1')
  })
  it.each(['gzip', 'gzip, br;q=0', 'brotli'])('leaves %s to Next', async (encodings) =>
    expect((await ask('/_next/static/chunks/a.js', encodings)).status).toBe(404),
  )
  it.each(['/_next/static/chunks/b.js', '/_next/static/..%2fsecret.js', '/_next/static/.../secret.js', '/_next/secret.js'])(
    'knows no %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  )
})
