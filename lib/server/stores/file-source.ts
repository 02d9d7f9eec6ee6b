import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '@/lib/contract/problem'
import type { ByteRange, ByteSource } from './byte-store'

/** The bytes of a file, or an inclusive range of them; a range's end beyond the file is the file's end. */
export async function openFileSource(path: string, range?: ByteRange): Promise<ByteSource> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const start = Math.min(range?.start ?? 0, size)
    const end = Math.min(range ? range.end + 1 : size, size)
    return fileSource(file, start, Math.max(start, end))
  } catch (error) {
    await file.close()
    throw error
  }
}

function fileSource(file: FileHandle, start: number, end: number): ByteSource {
  let position = start
  return {
    length: end - start,
    async read(into) {
      const wanted = Math.min(into.length, end - position)
      if (wanted === 0) return 0
      const { bytesRead } = await file.read(into, 0, wanted, position)
      // Its length has been announced: an end before it must not look like a complete download.
      if (bytesRead === 0) throw new Problem('storeUnavailable', 'The image data ends before its announced length.')
      position += bytesRead
      return bytesRead
    },
    close: () => file.close(),
  }
}
