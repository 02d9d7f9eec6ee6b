import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headBytes } from '@/lib/contract/inspect/inspect-head'
import { isoPath, makeImage, makeQcow2WithBackingFile, qemuVirtualSize, type RealImage, readHead } from '@/testing/real-images'
import { acceptImageData } from './acceptance'

let folder: string
const paths = {} as Record<RealImage | 'backed', string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-acceptance-'))
  for (const kind of ['raw', 'qcow2', 'vmdk', 'vmdkFlat', 'vdi', 'vhd', 'vhdFixed', 'vhdx', 'luks', 'qed'] as const) {
    paths[kind] = makeImage(kind, folder)
  }
  paths.backed = makeQcow2WithBackingFile(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const settings = {
  container_formats: ['bare', 'ova'],
  disk_formats: ['raw', 'qcow2'],
  vmdk_allowed_types: ['streamOptimized', 'monolithicSparse'],
  require_image_format_match: true,
  gpt_safety_checks_nonfatal: [] as string[],
}

interface Declared {
  diskFormat: string
  containerFormat?: string
}

function accept(
  data: string | Uint8Array,
  { diskFormat, containerFormat = 'bare' }: Declared,
  changed: Partial<typeof settings> = {},
) {
  const received =
    typeof data === 'string' ? { head: readHead(data, headBytes), size: statSync(data).size } : { head: data, size: data.length }
  return acceptImageData({ diskFormat, containerFormat }, received, { ...settings, ...changed })
}

function expectRefused(attempt: () => unknown, message: RegExp) {
  expect(attempt).toThrow(message)
  expect(attempt).toThrow(expect.objectContaining({ kind: 'unsupportedMedia' }))
}

const emptyTable = new Uint8Array(1024)
emptyTable.set([0x55, 0xaa], 510)

describe('what is as declared', () => {
  for (const kind of ['qcow2', 'vmdk', 'vdi', 'vhd', 'vhdx', 'luks'] as const) {
    it(`${kind} has the virtual size that qemu-img tells`, () =>
      expect(accept(paths[kind], { diskFormat: kind })).toEqual({
        virtualSize: qemuVirtualSize(kind, paths[kind]),
        warnings: [],
      }))
  }
  it('a hybrid ISO is an iso', () =>
    expect(accept(isoPath('grub'), { diskFormat: 'iso' }).virtualSize).toBe(statSync(isoPath('grub')).size))
  it('anything safe is raw, of the size of its bytes', () => {
    expect(accept(isoPath('ipxe'), { diskFormat: 'raw' }).virtualSize).toBe(statSync(isoPath('ipxe')).size)
    expect(accept(paths.qcow2, { diskFormat: 'raw' }).virtualSize).toBe(statSync(paths.qcow2).size)
  })
  it('ami, ari, aki and ploop look raw; ploop does not tell its size', () => {
    for (const diskFormat of ['ami', 'ari', 'aki']) expect(accept(new Uint8Array(99), { diskFormat }).virtualSize).toBe(99)
    expect(accept(new Uint8Array(99), { diskFormat: 'ploop' }).virtualSize).toBeNull()
  })
  it('no bytes are fine in every format', () => {
    expect(accept(new Uint8Array(0), { diskFormat: 'qcow2' }).virtualSize).toBeNull()
    expect(accept(new Uint8Array(0), { diskFormat: 'raw' }).virtualSize).toBe(0)
  })
  it('what a container holds is not looked into', () =>
    expect(accept(paths.backed, { diskFormat: 'vmdk', containerFormat: 'ova' })).toEqual({ virtualSize: null, warnings: [] }))
})

describe('what is something else', () => {
  it('is refused, with both names', () => {
    expectRefused(() => accept(paths.raw, { diskFormat: 'qcow2' }), /declared qcow2, found iso and gpt/)
    expectRefused(() => accept(paths.qcow2, { diskFormat: 'iso' }), /declared iso, found qcow2/)
    expectRefused(() => accept(paths.qcow2, { diskFormat: 'ami' }), /declared ami, found qcow2/)
    expectRefused(() => accept(paths.vhdFixed, { diskFormat: 'vhd' }), /a fixed VHD/)
    expectRefused(() => accept(isoPath('grub'), { diskFormat: 'gpt' }), /declared gpt/)
  })
  it('passes with a warning where the match is not required, unchecked', () => {
    const lenient = { require_image_format_match: false }
    expect(accept(paths.backed, { diskFormat: 'vmdk' }, lenient)).toEqual({
      virtualSize: null,
      warnings: ['The data do not match the disk_format: declared vmdk, found qcow2'],
    })
    expectRefused(() => accept(paths.backed, { diskFormat: 'qcow2' }, lenient), /backing_file/)
    expectRefused(() => accept(paths.backed, { diskFormat: 'raw' }, lenient), /backing_file/)
  })
})

describe('what is unsafe', () => {
  it('is refused as declared and as raw', () => {
    expectRefused(() => accept(paths.backed, { diskFormat: 'qcow2' }), /qcow2 failed the safety check backing_file/)
    expectRefused(() => accept(paths.backed, { diskFormat: 'raw' }), /backing_file/)
    expectRefused(() => accept(paths.vmdkFlat, { diskFormat: 'vmdk' }), /create_type/)
    expectRefused(() => accept(paths.qed, { diskFormat: 'raw' }), /banned/)
    expectRefused(() => accept(paths.qed, { diskFormat: 'qcow2' }), /declared qcow2, found qed/)
  })
  it('vmdk_allowed_types decides which VMDKs are', () =>
    expectRefused(() => accept(paths.vmdk, { diskFormat: 'vmdk' }, { vmdk_allowed_types: ['streamOptimized'] }), /create_type/))
  it('a partition table without partitions is refused, unless the setting lets it pass', () => {
    expectRefused(() => accept(emptyTable, { diskFormat: 'raw' }), /gpt failed the safety check mbr/)
    const { virtualSize, warnings } = accept(emptyTable, { diskFormat: 'raw' }, { gpt_safety_checks_nonfatal: ['mbr'] })
    expect({ virtualSize, warnings: warnings.length }).toEqual({ virtualSize: 1024, warnings: 1 })
  })
  it('two formats at once are refused, whichever is declared', () => {
    const polyglot = readHead(isoPath('grub'), headBytes)
    polyglot.set(readHead(paths.qcow2, 104))
    for (const diskFormat of ['qcow2', 'iso', 'raw']) {
      expectRefused(() => accept(polyglot, { diskFormat }), /several_formats.*qcow2 and as iso/)
    }
  })
})
