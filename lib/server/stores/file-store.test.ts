import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError } from '../config-file'
import { byteStoreContract, problemOf, readAll } from './byte-store.contract'
import { createFileStore } from './file-store'

const root = mkdtempSync(join(tmpdir(), 'vitrine-files-'))
afterAll(() => rmSync(root, { recursive: true }))

const folder = () => mkdtempSync(join(root, 'store-'))
const open = (at = folder(), permissions = 0) => createFileStore({ id: 'fast', section: 'fast', folder: at, permissions })

byteStoreContract('file store', () => open())

describe('file store', () => {
  it('lays images out as Glance does', async () => {
    const at = folder()
    const pending = await open(at).begin('0b7c-1')
    await pending.write(Buffer.from('data'))
    expect(await pending.commit()).toBe(`file://${at}/0b7c-1`)
    expect(readdirSync(at)).toEqual(['.vitrine', '0b7c-1'])
    expect(readdirSync(join(at, '.vitrine/incoming'))).toEqual([])
  })

  it('sets the permissions that the operator chose', async () => {
    const at = folder()
    await (await open(at, 640).begin('x')).commit()
    expect(statSync(join(at, 'x')).mode & 0o777).toBe(0o640)
  })

  it('says which permissions make no sense', () => {
    expect(() => open(folder(), 689)).toThrow(ConfigError)
  })

  it.each(['../outside', '.vitrine/uploads/x', 'inner/../../outside', ''])('keeps to its folder: %s', async (path) => {
    const at = folder()
    writeFileSync(join(root, 'outside'), 'secret')
    const store = open(at)
    expect(await problemOf(store.open(`file://${at}/${path}`))).toBe('notFound')
    expect(await problemOf(store.remove(`file://${at}/${path}`))).toBe('notFound')
    expect(await problemOf(store.begin(path))).toBe('notFound')
  })

  it('adopts a file without copying it, twice if need be', async () => {
    const at = folder()
    const store = open(at)
    const staged = join(store.uploadsFolder, 'u1')
    writeFileSync(staged, 'staged bytes')
    const location = await store.adopt(staged, 'image-1')
    expect(await store.adopt(staged, 'image-1')).toBe(location)
    expect(statSync(join(at, 'image-1')).ino).toBe(statSync(staged).ino)
    expect((await readAll(await store.open(location))).toString()).toBe('staged bytes')
    expect(readdirSync(join(at, '.vitrine/incoming'))).toEqual([])
  })

  it('removes what interrupted writes have left, and nothing else', async () => {
    const at = folder()
    await (await open(at).begin('half')).write(Buffer.from('half of'))
    writeFileSync(join(at, 'whole'), 'whole')
    const store = open(at)
    await store.removeIncoming()
    expect(readdirSync(join(at, '.vitrine/incoming'))).toEqual([])
    expect(await store.objects()).toEqual([{ key: 'whole', location: `file://${at}/whole` }])
  })

  it('does not start on a folder that cannot be made', () => {
    writeFileSync(join(root, 'a-file'), '')
    expect(() => open(join(root, 'a-file'))).toThrow(/filesystem_store_datadir.*cannot be written/)
  })

  it('says that a file that became shorter is broken, instead of ending early', async () => {
    const at = folder()
    const store = open(at)
    writeFileSync(join(at, 'short'), 'twelve bytes')
    const source = await store.open(`file://${at}/short`)
    writeFileSync(join(at, 'short'), 'six')
    expect(await problemOf(readAll(source))).toBe('storeUnavailable')
    await source.close()
  })
})

describe.skipIf(!existsSync('/usr/bin/prlimit'))('file store with a limit on the size of files', () => {
  const limit = (size: string) => execFileSync('/usr/bin/prlimit', ['--pid', `${process.pid}`, `--fsize=${size}:`])

  it('413 at the limit, and nothing stays', async () => {
    const at = folder()
    const pending = await open(at).begin('big')
    limit('1000000')
    const outcome = await problemOf(pending.write(new Uint8Array(2_000_000)))
    limit('unlimited')
    await pending.discard()
    expect([outcome, readdirSync(join(at, '.vitrine/incoming'))]).toEqual(['tooLarge', []])
  })
})

const mounts = process.getuid?.() === 0 && canMount()

describe.skipIf(!mounts)('file store on a disk of 4 MiB', () => {
  it('413 when the disk is full, and nothing stays on it', async () => {
    const at = folder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at])
    try {
      const pending = await open(at).begin('big')
      const write = async () => {
        for (let i = 0; i < 8; i++) await pending.write(new Uint8Array(1024 * 1024))
      }
      expect(await problemOf(write())).toBe('tooLarge')
      await pending.discard()
      expect(readdirSync(join(at, '.vitrine/incoming'))).toEqual([])
    } finally {
      execFileSync('umount', [at])
    }
  })

  it('503 when the disk can only be read', async () => {
    const at = folder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at])
    try {
      const store = open(at)
      execFileSync('mount', ['-o', 'remount,ro', at])
      expect(await problemOf(store.begin('x'))).toBe('storeUnavailable')
    } finally {
      execFileSync('umount', [at])
    }
  })
})

function canMount(): boolean {
  const at = join(root, 'mountable')
  try {
    mkdirSync(at)
    chmodSync(at, 0o755)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    execFileSync('umount', [at])
    return true
  } catch {
    return false
  }
}
