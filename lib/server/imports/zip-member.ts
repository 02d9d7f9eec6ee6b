import type { FileHandle } from 'node:fs/promises'
import { Problem } from '@/lib/contract/problem'

/** The one file in a zip archive. */
export interface ZipMember {
  /** Where its bytes are: `start` is the first, `end` the last, inclusive. */
  start: number
  end: number
  deflated: boolean
  crc32: number
  /** Uncompressed, in bytes. */
  size: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const zip64LocatorSignature = 0x07064b50
const endBytes = 22
/** An archive's comment has 64 KiB at most. */
const tailBytes = endBytes + 65_535

/** Finds the only member of a zip archive by its directory; `badRequest` for any other archive. */
export async function readZipMember(file: FileHandle): Promise<ZipMember> {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - tailBytes), Math.min(size, tailBytes))
  const end = tail.lastIndexOf(signature(endSignature))
  if (end === -1 || end + endBytes > tail.length) throw broken('its directory is missing')
  const directory = await locateDirectory(file, tail, end)
  if (directory.entries !== 1) throw broken(`it holds ${directory.entries} files, only one can be imported`)
  const entry = await readAt(file, directory.offset, Math.min(directory.size, 46 + 3 * 65_535))
  if (entry.length < 46 || entry.readUInt32LE(0) !== entrySignature) throw broken('its directory cannot be read')
  const flags = entry.readUInt16LE(8)
  const method = entry.readUInt16LE(10)
  if (flags & 1) throw broken('it is encrypted')
  if (method !== 0 && method !== 8) throw broken(`its compression method ${method} is unknown`)
  const { packed, unpacked, offset } = readSizes(entry)
  const local = await readAt(file, offset, 30)
  if (local.length < 30) throw broken('its file is missing')
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (packed === 0 || start + packed > size) throw broken('its file is not complete')
  return { start, end: start + packed - 1, deflated: method === 8, crc32: entry.readUInt32LE(16), size: unpacked }
}

/** Where the directory is; large archives say so in a record of 64-bit numbers before the end. */
async function locateDirectory(file: FileHandle, tail: Buffer, end: number) {
  const entries = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  const large = end >= 20 && tail.readUInt32LE(end - 20) === zip64LocatorSignature
  if (!large) return { entries, size, offset }
  const record = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56)
  if (record.length < 56) throw broken('its directory is missing')
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

const in64Bits = 0xffffffff

/** Sizes that do not fit 32 bits stand in the entry's extra field 1, in this order. */
function readSizes(entry: Buffer) {
  const sizes = { unpacked: entry.readUInt32LE(24), packed: entry.readUInt32LE(20), offset: entry.readUInt32LE(42) }
  let at = 46 + entry.readUInt16LE(28)
  const extraEnd = Math.min(entry.length, at + entry.readUInt16LE(30))
  while (at + 4 <= extraEnd && entry.readUInt16LE(at) !== 1) at += 4 + entry.readUInt16LE(at + 2)
  at += 4
  for (const name of ['unpacked', 'packed', 'offset'] as const) {
    if (sizes[name] !== in64Bits || at + 8 > extraEnd) continue
    sizes[name] = Number(entry.readBigUInt64LE(at))
    at += 8
  }
  return sizes
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function broken(reason: string): Problem {
  return new Problem('badRequest', `The zip archive cannot be imported: ${reason}.`)
}
