import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '@/lib/contract/image'
import { type ImportApi, startImportApi } from '@/testing/import-api'

const disk = Buffer.concat([randomBytes(100_000), Buffer.alloc(1_997_152)])

/** An archive with one member, or as many as there are names. */
function zip(data: Buffer, { method = 8, names = ['disk.raw'], flags = 0 } = {}): Buffer {
  const packed = method === 8 ? deflateRawSync(data) : data
  const parts: Buffer[] = []
  const entries = names.map((name) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0)
    const facts = Buffer.alloc(26)
    for (const [at, value] of [
      [0, 20],
      [2, flags],
      [4, method],
      [22, name.length],
    ] as const)
      facts.writeUInt16LE(value, at)
    for (const [at, value] of [
      [10, crc32(data)],
      [14, packed.length],
      [18, data.length],
    ] as const)
      facts.writeUInt32LE(value, at)
    parts.push(Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place, Buffer.from(name)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(names.length, 4)
  end.writeUInt16LE(names.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(
    parts.reduce((sum, part) => sum + part.length, 0),
    12,
  )
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end])
}

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi({
    DEFAULT: ['image_size_cap = 12000000'],
    image_import_opts: ['image_import_plugins = [image_decompression, image_conversion]'],
  })
})
afterAll(() => api?.stop())

/** Stages and imports the bytes; answers the image and the task's message. */
async function imported(bytes: Uint8Array, fields: Record<string, string> = {}): Promise<ImageView & { message: string }> {
  const { id } = await api.create({ disk_format: 'raw', container_format: 'bare', ...fields })
  expect((await api.stage(id, bytes)).status).toBe(204)
  expect((await api.import(id, { method: { name: 'glance-direct' } })).status).toBe(202)
  const [task] = await api.settled(id)
  return { ...(await api.show(id)), message: task?.message ?? '' }
}

const bytesOf = async (id: string) => Buffer.from(await (await api.call('GET', `/v2/images/${id}/file`)).arrayBuffer())

function diskFile(format: string, ...options: string[]): Buffer {
  const source = join(api.folder, 'source.raw')
  const target = join(api.folder, `converted.${format}`)
  writeFileSync(source, disk)
  execFileSync('qemu-img', ['convert', '-f', 'raw', '-O', format, ...options, source, target])
  return readFileSync(target)
}

describe('image_decompression', () => {
  it('unpacks gzip', async () => {
    const image = await imported(gzipSync(disk))
    expect(image).toMatchObject({ status: 'active', size: disk.length, virtual_size: disk.length })
    expect((await bytesOf(image.id)).equals(disk)).toBe(true)
  })
  it('unpacks a zip of one file, deflated or stored', async () => {
    for (const method of [8, 0]) {
      const image = await imported(zip(disk, { method }))
      expect(image).toMatchObject({ status: 'active', size: disk.length, message: '' })
      expect((await bytesOf(image.id)).equals(disk)).toBe(true)
    }
  })
  it('leaves what is not packed alone', async () => expect((await imported(disk)).size).toBe(disk.length))
  it('leaves what shall be compressed alone', async () => {
    const packed = gzipSync(disk)
    expect((await imported(packed, { container_format: 'compressed' })).size).toBe(packed.length)
  })

  const refused: [string, () => Buffer, RegExp][] = [
    ['a zip of several files', () => zip(disk.subarray(0, 10), { names: ['a', 'b'] }), /2 files/],
    ['an encrypted zip', () => zip(disk, { flags: 1 }), /encrypted/],
    ['a zip of another method', () => zip(disk.subarray(0, 10), { method: 14 }), /method 14/],
    ['a zip without its end', () => zip(disk).subarray(0, 1000), /directory is missing/],
    ['half a gzip', () => gzipSync(disk).subarray(0, 50_000), /damaged/],
    ['a gzip with a wrong sum', () => Buffer.concat([gzipSync(disk).subarray(0, -8), Buffer.alloc(8)]), /damaged/],
    ['a bomb', () => gzipSync(Buffer.alloc(50_000_000)), /larger than the 12000000 bytes/],
    ['lha', () => Buffer.from('\x20\x20-lh5-rest of it'), /lha/],
  ]
  for (const [what, make, message] of refused)
    it(`refuses ${what}, and the image is queued again`, async () => {
      expect(await imported(make())).toMatchObject({ status: 'queued', size: null, message: expect.stringMatching(message) })
    })
})

describe('image_conversion', () => {
  for (const [format, name, ...options] of [
    ['qcow2', 'qcow2'],
    ['vmdk', 'vmdk', '-o', 'subformat=streamOptimized'],
    ['vdi', 'vdi'],
    ['vhdx', 'vhdx', '-o', 'block_size=1048576'],
  ] as const)
    it(`makes raw of ${format}`, async () => {
      const image = await imported(diskFile(format, ...options), { disk_format: name })
      expect(image).toMatchObject({ status: 'active', disk_format: 'raw', message: '' })
      expect((await bytesOf(image.id)).subarray(0, disk.length).equals(disk)).toBe(true)
    })
  it('unpacks before it converts', async () => {
    const image = await imported(gzipSync(diskFile('qcow2')), { disk_format: 'qcow2' })
    expect(image).toMatchObject({ status: 'active', disk_format: 'raw', size: disk.length })
  })
  it('leaves formats alone that are no disks', async () => {
    const image = await imported(disk, { disk_format: 'ami', container_format: 'ami' })
    expect(image).toMatchObject({ status: 'active', disk_format: 'ami' })
  })
  it('refuses a qcow2 with a backing file', async () => {
    const target = join(api.folder, 'backed.qcow2')
    writeFileSync(join(api.folder, 'source.raw'), disk)
    execFileSync('qemu-img', ['create', '-f', 'qcow2', '-F', 'raw', '-b', join(api.folder, 'source.raw'), target])
    const image = await imported(readFileSync(target), { disk_format: 'qcow2' })
    expect(image).toMatchObject({ status: 'queued', disk_format: 'qcow2', message: expect.stringMatching(/backing/) })
  })
  it('refuses a qcow2 with a data file', async () => {
    const target = join(api.folder, 'split.qcow2')
    execFileSync('qemu-img', ['create', '-f', 'qcow2', '-o', `data_file=${join(api.folder, 'data.raw')}`, target, '1M'])
    const image = await imported(readFileSync(target), { disk_format: 'qcow2' })
    expect(image).toMatchObject({ status: 'queued', message: expect.stringMatching(/data.file/) })
  })
  it('refuses what is not the format that it is said to be', async () => {
    const image = await imported(diskFile('vdi'), { disk_format: 'qcow2' })
    expect(image).toMatchObject({ status: 'queued', disk_format: 'qcow2', message: expect.stringContaining('declared qcow2') })
  })
  it('refuses what would become larger than an image can be', async () => {
    const target = join(api.folder, 'large.qcow2')
    execFileSync('qemu-img', ['create', '-f', 'qcow2', target, '1G'])
    expect(await imported(readFileSync(target), { disk_format: 'qcow2' })).toMatchObject({
      status: 'queued',
      disk_format: 'qcow2',
    })
  })
})
