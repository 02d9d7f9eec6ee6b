import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createMemoryStore } from '@/testing/memory-store'
import { byteStoreContract, problemOf } from './byte-store.contract'
import { createFileStore } from './file-store'
import { putFile } from './put-file'

const root = mkdtempSync(join(tmpdir(), 'vitrine-put-'))
afterAll(() => rmSync(root, { recursive: true }))

byteStoreContract('a store that has no files', () => createMemoryStore())

describe('a store that has no files', () => {
  it('shows nothing of a copy that failed, and the file stays', async () => {
    const store = createMemoryStore()
    store.failures = 1
    const file = join(root, 'staged')
    writeFileSync(file, 'staged bytes')
    expect(await problemOf(putFile(store, file, 'x'))).toBe('storeUnavailable')
    expect([store.objects.size, readFileSync(file, 'utf8')]).toEqual([0, 'staged bytes'])
  })
  it('says that the file is not there', async () => {
    expect(await problemOf(putFile(createMemoryStore(), join(root, 'nothing'), 'x'))).toBe('notFound')
  })
})

/** Memory that looks like a disk: another device than the temporary folder, where there is one. */
const otherDevice = '/dev/shm'
const apart = existsSync(otherDevice) && statSync(otherDevice).dev !== statSync(root).dev

describe.skipIf(!apart)('a file store on another device', () => {
  it('gets a copy', async () => {
    const at = mkdtempSync(join(otherDevice, 'vitrine-put-'))
    try {
      const store = createFileStore({ id: 'far', section: 'far', folder: at, permissions: 0 })
      const file = join(root, 'near')
      writeFileSync(file, 'near bytes')
      expect(await putFile(store, file, 'x')).toBe(`file://${at}/x`)
      expect([readFileSync(join(at, 'x'), 'utf8'), statSync(file).nlink]).toEqual(['near bytes', 1])
      expect(readdirSync(join(at, '.vitrine/incoming'))).toEqual([])
    } finally {
      rmSync(at, { recursive: true })
    }
  })
})
