import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '@/lib/contract/problem'
import type { ByteStore } from './byte-store'
import { problemOf, readAll } from './byte-store.contract'
import { createImageData } from './create-image-data'
import { createFileStore } from './file-store'
import { createHashPool, type HashPool } from './hash-pool'
import { createSlotPool } from './slot-pool'
import { createStoreRegistry } from './store-registry'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-data-'))
const store = createFileStore({ id: 'fast', section: 'fast', folder, permissions: 0 })
const stores = onlyStore(store)
const slots = createSlotPool(12)
let hashes: HashPool
const open = () => createImageData({ stores, hashes, slots })

beforeAll(() => {
  hashes = createHashPool('sha512')
})
afterAll(async () => {
  await hashes.stop()
  rmSync(folder, { recursive: true })
})

const options = () => ({ sizeCap: 1e9, signal: new AbortController().signal, accept: () => undefined })

/** `bytes` in pieces as a socket gives them. */
async function* pieces(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const left = () => readdirSync(join(folder, '.vitrine/incoming'))
const hex = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex')

describe('receive', () => {
  it.each([0, 1, 1024 * 1024, 5 * 1024 * 1024 + 11])('stores and hashes %i bytes', async (size) => {
    const bytes = randomBytes(size)
    const stored = await open().receive(`size-${size}`, pieces(bytes), options())
    expect(stored).toMatchObject({ size, osHashAlgo: 'sha512', location: `file://${folder}/size-${size}` })
    expect([stored.checksum, stored.osHashValue]).toEqual([hex('md5', bytes), hex('sha512', bytes)])
    expect(bytes.subarray(0, 4 * 1024 * 1024).equals(stored.head)).toBe(true)
    expect((await readAll(await open().open({ url: stored.location }))).equals(bytes)).toBe(true)
  })

  it('keeps many uploads at once apart, in the memory of a few', async () => {
    const all = Array.from({ length: 20 }, () => randomBytes(3 * 1024 * 1024 + 5))
    const stored = await Promise.all(all.map((bytes, i) => open().receive(`many-${i}`, pieces(bytes), options())))
    expect(stored.map(({ osHashValue }) => osHashValue)).toEqual(all.map((bytes) => hex('sha512', bytes)))
  })

  it('lets slow clients not keep the others waiting', async () => {
    const clients = Array.from({ length: 12 }, () => new AbortController())
    const slow = clients.map(({ signal }, i) => problemOf(open().receive(`slow-${i}`, forever(), { ...options(), signal })))
    await expect.poll(left).toHaveLength(clients.length)
    const bytes = randomBytes(2 * 1024 * 1024)
    expect((await open().receive('fast', pieces(bytes), options())).checksum).toBe(hex('md5', bytes))
    for (const client of clients) client.abort(new Error('enough'))
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['badRequest']))
    expect(left()).toEqual([])
  })

  it('413 as soon as the cap is exceeded, reading no further', async () => {
    let read = 0
    async function* counted() {
      for (; read < 1000; read++) yield Buffer.alloc(65_536)
    }
    expect(await problemOf(open().receive('cap', counted(), { ...options(), sizeCap: 100_000 }))).toBe('tooLarge')
    expect(read).toBe(1)
    expect(left()).toEqual([])
  })

  it('leaves nothing when the facts are not accepted', async () => {
    const accept = () => {
      throw new Problem('unsupportedMedia', 'not what was declared')
    }
    expect(await problemOf(open().receive('refused', pieces(randomBytes(99)), { ...options(), accept }))).toBe('unsupportedMedia')
    expect(left()).toEqual([])
    expect(readdirSync(folder)).not.toContain('refused')
  })

  it('leaves nothing when the source breaks', async () => {
    async function* broken() {
      yield randomBytes(70_000)
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
    }
    expect(await problemOf(open().receive('broken', broken(), options()))).toBe('badRequest')
    expect(left()).toEqual([])
  })

  it('leaves nothing when the client goes away', async () => {
    const outcome = await uploadOverHttp(async (client) => {
      client.write(randomBytes(3 * 1024 * 1024))
      await expect.poll(left).toHaveLength(1)
      client.destroy()
    })
    expect(outcome).toBe('badRequest')
    expect(left()).toEqual([])
  })

  it('can still answer a client that sends too much', async () => {
    let status: number | undefined
    const outcome = await uploadOverHttp(async (client) => {
      client.on('response', (response) => {
        status = response.statusCode
        response.resume()
      })
      client.end(randomBytes(200_000))
      await once(client, 'response')
    }, 100_000)
    expect([outcome, status]).toEqual(['tooLarge', 413])
  })

  it('reads no faster than it can write', async () => {
    let read = 0
    let written = 0
    let furthest = 0
    const begin = async (key: string) => {
      const pending = await store.begin(key)
      const write = async (chunk: Uint8Array) => {
        await sleep(5)
        await pending.write(chunk)
        written += chunk.length
      }
      return { ...pending, write }
    }
    async function* source() {
      for (let i = 0; i < 480; i++) {
        read += 65_536
        furthest = Math.max(furthest, read - written)
        yield Buffer.alloc(65_536)
      }
    }
    await createImageData({ stores: onlyStore({ ...store, begin }), hashes, slots }).receive('slow-disk', source(), options())
    expect(furthest).toBeLessThan(10 * 1024 * 1024)
  })
})

describe('a hash worker that dies', () => {
  it('fails its upload clearly and is replaced for the next', async () => {
    const pool = createHashPool('not-an-algorithm')
    const data = createImageData({ stores, hashes: pool, slots })
    expect(await problemOf(data.receive('dies', pieces(randomBytes(3_000_000)), options()))).toBe('internal')
    expect(left()).toEqual([])
    expect(await problemOf(data.receive('dies-again', pieces(randomBytes(3_000_000)), options()))).toBe('internal')
    await pool.stop()
    const bytes = randomBytes(10)
    expect((await open().receive('lives', pieces(bytes), options())).checksum).toBe(hex('md5', bytes))
  })

  it('is replaced when the thread is ended from outside', async () => {
    const pool = createHashPool('sha256', 1)
    const data = createImageData({ stores, hashes: pool, slots })
    async function* interrupted() {
      yield randomBytes(2_000_000)
      await pool.stop()
      yield randomBytes(2_000_000)
    }
    expect(await problemOf(data.receive('ended', interrupted(), options()))).toBe('internal')
    const bytes = randomBytes(10)
    expect((await data.receive('after', pieces(bytes), options())).osHashValue).toBe(hex('sha256', bytes))
    await pool.stop()
  })
})

function onlyStore(store: ByteStore) {
  const facts = { id: 'fast', type: 'file', description: undefined, weight: 0, isDefault: true, readOnly: false } as const
  return createStoreRegistry([{ ...facts, properties: {}, store }], false)
}

async function* forever() {
  yield Buffer.alloc(1000)
  await new Promise(() => undefined)
}

/** One PUT through a real HTTP server; answers the kind of the problem that the receiver saw. */
async function uploadOverHttp(send: (client: ReturnType<typeof request>) => Promise<void>, sizeCap = 1e9): Promise<string> {
  let resolve: (kind: string) => void = () => undefined
  const outcome = new Promise<string>((done) => {
    resolve = done
  })
  const server = createServer(async (message, answer) => {
    const kind = await problemOf(open().receive('http', message as Readable, { ...options(), sizeCap }))
    answer.writeHead(413, { connection: 'close' }).end()
    resolve(kind)
  }).listen(0)
  await once(server, 'listening')
  const client = request({ port: (server.address() as AddressInfo).port, method: 'PUT' })
  client.on('error', () => undefined)
  await send(client)
  const kind = await outcome
  server.close()
  return kind
}
