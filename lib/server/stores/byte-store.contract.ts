import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { isProblem } from '@/lib/contract/problem'
import type { ByteSource, ByteStore } from './byte-store'

const bytes = randomBytes(3 * 1024 * 1024 + 17)

/** What every store promises. `make` gives an empty store. */
export function byteStoreContract(name: string, make: () => Promise<ByteStore> | ByteStore) {
  describe(name, () => {
    let store: ByteStore
    let key: string

    beforeEach(async () => {
      store = await make()
      key = randomUUID()
    })

    const stored = async (...chunks: Uint8Array[]) => {
      const pending = await store.begin(key)
      for (const chunk of chunks) await pending.write(chunk)
      return pending.commit()
    }

    it('gives back what was written, piece by piece', async () => {
      const location = await stored(bytes.subarray(0, 1024 * 1024), bytes.subarray(1024 * 1024))
      expect((await readAll(await store.open(location))).equals(bytes)).toBe(true)
    })

    it('lets a buffer be used again after its write', async () => {
      const pending = await store.begin(key)
      const buffer = Buffer.from('first')
      await pending.write(buffer)
      buffer.write('again')
      await pending.write(buffer)
      expect((await readAll(await store.open(await pending.commit()))).toString()).toBe('firstagain')
    })

    it('stores an object of no bytes', async () => {
      const source = await store.open(await stored())
      expect(source.length).toBe(0)
      expect((await readAll(source)).length).toBe(0)
    })

    it('reads a range, both ends included', async () => {
      const source = await store.open(await stored(bytes), { start: 100, end: 2_000_000 })
      expect(source.length).toBe(1_999_901)
      expect((await readAll(source)).equals(bytes.subarray(100, 2_000_001))).toBe(true)
    })

    it('ends a range where the object ends', async () => {
      const source = await store.open(await stored(bytes), { start: bytes.length - 3, end: bytes.length + 10 })
      expect((await readAll(source)).equals(bytes.subarray(-3))).toBe(true)
    })

    it('shows the head of what is being written', async () => {
      const pending = await store.begin(key)
      await pending.write(bytes)
      expect(Buffer.from(await pending.head(5)).equals(bytes.subarray(0, 5))).toBe(true)
      expect((await pending.head(bytes.length * 2)).length).toBe(bytes.length)
      await pending.discard()
    })

    it('shows nothing before the commit and nothing after a discard', async () => {
      const location = await stored(bytes)
      await store.remove(location)
      const pending = await store.begin(key)
      await pending.write(bytes)
      expect(await problemOf(store.open(location))).toBe('notFound')
      await pending.discard()
      expect(await problemOf(store.open(location))).toBe('notFound')
    })

    it('removes, and removes again', async () => {
      const location = await stored(bytes)
      await store.remove(location)
      await store.remove(location)
      expect(await problemOf(store.open(location))).toBe('notFound')
    })

    it('refuses a location of another store', async () => {
      expect(await problemOf(store.open('nowhere://else/object'))).toBe('notFound')
      expect(await problemOf(store.remove('nowhere://else/object'))).toBe('notFound')
    })
  })
}

/** All bytes of a source, read with a small buffer, which is then closed. */
export async function readAll(source: ByteSource): Promise<Buffer> {
  const chunks: Buffer[] = []
  const buffer = Buffer.alloc(300_000)
  for (let size = await source.read(buffer); size > 0; size = await source.read(buffer)) {
    chunks.push(Buffer.from(buffer.subarray(0, size)))
  }
  await source.close()
  return Buffer.concat(chunks)
}

/** The kind of the problem that a promise is rejected with. */
export async function problemOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  )
  return isProblem(error) ? error.kind : `no problem: ${String(error)}`
}
