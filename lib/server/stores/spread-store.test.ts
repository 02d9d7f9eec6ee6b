import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { byteStoreContract, problemOf } from './byte-store.contract'
import { createFileStore } from './file-store'
import { spreadStore } from './spread-store'

const disk = mkdtempSync(join(tmpdir(), 'vitrine-spread-'))
const memory = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/vitrine-spread-') : undefined
afterAll(() => {
  for (const folder of [disk, memory]) if (folder) rmSync(folder, { recursive: true })
})

const folder = (priority: number, at = disk) => {
  const path = mkdtempSync(join(at, 'folder-'))
  return { path, priority, store: createFileStore({ id: 'wide', section: 'wide', folder: path, permissions: 0 }) }
}

/** Stores an object; answers where it is. */
async function stored(store: ReturnType<typeof spreadStore>, expectedBytes?: number) {
  return (await store.begin('image-1', expectedBytes)).commit()
}

byteStoreContract('file store of several folders', () => spreadStore('wide', [folder(10), folder(20)]))

describe('file store of several folders', () => {
  it('stores in the folder of the highest priority, and adopts there', async () => {
    const [low, high] = [folder(-1), folder(200)]
    const store = spreadStore('wide', [low, high])
    expect(await stored(store)).toBe(`file://${high.path}/image-1`)
    expect(store.uploadsFolder).toBe(high.store.uploadsFolder)
    writeFileSync(join(store.uploadsFolder, 'u'), 'bytes')
    expect(await store.adopt(join(store.uploadsFolder, 'u'), 'image-2')).toBe(`file://${high.path}/image-2`)
  })
  it('finds and lists what lies in any folder, also one that takes no new images', async () => {
    const [low, high] = [folder(0), folder(1)]
    writeFileSync(join(low.path, 'old'), 'old bytes')
    const store = spreadStore('wide', [low, high])
    await stored(store)
    expect((await store.objects()).map(({ key }) => key).sort()).toEqual(['image-1', 'old'])
    expect(await store.size(`file://${low.path}/old`)).toBe(9)
  })
  it('413 for what fits nowhere', async () => {
    expect(await problemOf(spreadStore('wide', [folder(0)]).begin('x', Number.MAX_SAFE_INTEGER))).toBe('tooLarge')
  })
})

const free = (path: string) => {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
const differs = memory !== undefined && Math.abs(free(memory) - free(disk)) > 256 * 1024 ** 2

describe.skipIf(!differs)('folders on two devices', () => {
  const [smaller, larger] = [disk, memory as string].sort((a, b) => free(a) - free(b)) as [string, string]

  it('the one with the most room is taken, among equals', async () => {
    const [small, large] = [folder(5, smaller), folder(5, larger)]
    expect(await stored(spreadStore('wide', [small, large]))).toBe(`file://${large.path}/image-1`)
  })
  it('another one is taken, where the image would not fit', async () => {
    const [small, large] = [folder(9, smaller), folder(1, larger)]
    const store = spreadStore('wide', [small, large])
    expect(await stored(store)).toBe(`file://${small.path}/image-1`)
    expect(await stored(store, free(smaller) + 128 * 1024 ** 2)).toBe(`file://${large.path}/image-1`)
  })
})
