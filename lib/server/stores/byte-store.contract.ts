import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isProblem } from '@/lib/contract/problem'
import type { ByteSource, ByteStore } from './byte-store'
import { putFile } from './put-file'

const bytes = randomBytes(3 * 1024 * 1024 + 17)

export interface ReadableStore {
  store: ByteStore
  /** Puts bytes where the store reads them; answers their location. */
  place(key: string, bytes: Uint8Array): Promise<string>
  /** Takes them away again. */
  lose(location: string): Promise<void>
}

/** What every store promises to readers, also one that cannot be written. */
export function readableStoreContract(name: string, make: () => Promise<ReadableStore> | ReadableStore) {
  describe(`${name}, read`, () => {
    let made: ReadableStore
    let key: string

    beforeEach(async () => {
      made = await make()
      key = randomUUID()
    })

    it('gives all bytes', async () => {
      const source = await made.store.open(await made.place(key, bytes))
      expect(source.length).toBe(bytes.length)
      expect((await readAll(source)).equals(bytes)).toBe(true)
    })

    it('gives an object of no bytes', async () => {
      const source = await made.store.open(await made.place(key, new Uint8Array()))
      expect(source.length).toBe(0)
      expect((await readAll(source)).length).toBe(0)
    })

    it('reads a range, both ends included', async () => {
      const source = await made.store.open(await made.place(key, bytes), { start: 100, end: 2_000_000 })
      expect(source.length).toBe(1_999_901)
      expect((await readAll(source)).equals(bytes.subarray(100, 2_000_001))).toBe(true)
    })

    it('ends a range where the object ends', async () => {
      const range = { start: bytes.length - 3, end: bytes.length + 10 }
      const source = await made.store.open(await made.place(key, bytes), range)
      expect(source.length).toBe(3)
      expect((await readAll(source)).equals(bytes.subarray(-3))).toBe(true)
    })

    it('says how large an object is', async () => {
      expect(await made.store.size(await made.place(key, bytes))).toBe(bytes.length)
    })

    it('says that an object is not there any more', async () => {
      const location = await made.place(key, bytes)
      await made.lose(location)
      expect(await problemOf(made.store.open(location))).toBe('notFound')
      expect(await problemOf(made.store.size(location))).toBe('notFound')
    })

    it('knows its own locations', async () => {
      expect(made.store.owns(await made.place(key, bytes))).toBe(true)
      expect(made.store.owns('nowhere://else/object')).toBe(false)
    })

    it('refuses a location of another store', async () => {
      const { store } = made
      for (const outcome of [store.open, store.size, store.remove].map((step) => problemOf(step('nowhere://else/object'))))
        expect(await outcome).toBe('notFound')
    })
  })
}

/** What every store promises that can be written. `make` gives an empty store. */
export function byteStoreContract(name: string, make: () => Promise<ByteStore> | ByteStore) {
  readableStoreContract(name, async () => {
    const store = await make()
    return {
      store,
      async place(key, bytes) {
        const pending = await store.begin(key)
        await pending.write(bytes)
        return pending.commit()
      },
      lose: (location) => store.remove(location),
    }
  })

  describe(`${name}, written`, () => {
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

    it('takes a complete file, again too, and leaves it where it is', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'vitrine-contract-'))
      const file = join(folder, 'staged')
      writeFileSync(file, bytes)
      const location = await putFile(store, file, key)
      expect(await putFile(store, file, key)).toBe(location)
      expect((await readAll(await store.open(location))).equals(bytes)).toBe(true)
      expect(readFileSync(file).equals(bytes)).toBe(true)
      rmSync(folder, { recursive: true })
    })

    it('removes, and removes again', async () => {
      const location = await stored(bytes)
      await store.remove(location)
      await store.remove(location)
      expect(await problemOf(store.open(location))).toBe('notFound')
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
