import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isProblem, Problem } from '@/lib/contract/problem'
import { readZipMember, type ZipMember } from './zip-member'

/** How a file's bytes are packed. */
export type Compression = 'gzip' | 'zip'

export interface Decompression {
  from: string
  to: string
  /** More bytes than this are `tooLarge`. */
  sizeCap: number
  signal: AbortSignal
}

/** What a file's first bytes say of its packing; undefined where it is none. */
export async function readCompression(path: string): Promise<Compression | undefined> {
  const file = await open(path, 'r')
  try {
    const magic = Buffer.alloc(7)
    await file.read(magic, 0, magic.length, 0)
    if (magic.readUInt16BE(0) === 0x1f8b) return 'gzip'
    if (magic.readUInt32BE(0) === 0x504b0304) return 'zip'
    if (/^-lh.-$/.test(magic.toString('latin1', 2, 7)))
      throw new Problem('unsupportedMedia', 'Archives of the format lha cannot be imported: send gzip or zip.')
    return undefined
  } finally {
    await file.close()
  }
}

/** Unpacks one file into another, in constant memory. */
export async function decompress(compression: Compression, { from, to, sizeCap, signal }: Decompression): Promise<void> {
  const packed: Packed = compression === 'gzip' ? { bytes: createReadStream(from), gzip: true } : await zipMember(from)
  const counting = countUpTo(sizeCap)
  const target = createWriteStream(to, { flags: 'wx', flush: true })
  try {
    if (packed.gzip) await pipeline(packed.bytes, createGunzip(), counting.stream, target, { signal })
    else await pipeline(packed.bytes, counting.stream, target, { signal })
  } catch (error) {
    throw unpackingProblem(error, signal)
  }
  if (packed.size !== undefined && counting.total() !== packed.size) throw damaged()
}

interface Packed {
  bytes: Readable
  gzip: boolean
  size?: number
}

async function zipMember(path: string): Promise<Packed> {
  const file = await open(path, 'r')
  try {
    const member = await readZipMember(file)
    const bytes = createReadStream(path, { start: member.start, end: member.end })
    return { bytes: member.deflated ? asGzip(bytes, member) : bytes, gzip: member.deflated, size: member.size }
  } finally {
    await file.close()
  }
}

/** A zip's deflated bytes between the head and the tail of a gzip, whose reader then checks their sum. */
function asGzip(bytes: Readable, { crc32, size }: ZipMember): Readable {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32, 0)
  tail.writeUInt32LE(size % 2 ** 32, 4)
  return Readable.from(
    (async function* () {
      yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
      yield* bytes
      yield tail
    })(),
  )
}

function countUpTo(limit: number) {
  let total = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      total += chunk.length
      if (total > limit) done(new Problem('tooLarge', `The unpacked data are larger than the ${limit} bytes allowed.`))
      else done(null, chunk)
    },
  })
  return { stream, total: () => total }
}

function unpackingProblem(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (isProblem(error)) return error
  const { code = '' } = error as NodeJS.ErrnoException
  return code.startsWith('Z_') || code.startsWith('ERR_') ? damaged(error) : error
}

function damaged(cause?: unknown): Problem {
  return new Problem('badRequest', 'The data cannot be unpacked: they are damaged or not complete.', { cause })
}
