import type { ByteSource } from './byte-store'
import { slotBytes } from './slot-pool'

/** All bytes of a source that is opened when the first are asked for. Each piece is only good until the next is asked for. */
export async function* bytesOf(open: () => Promise<ByteSource>): AsyncIterable<Uint8Array> {
  const source = await open()
  const buffer = Buffer.allocUnsafeSlow(slotBytes)
  try {
    for (let size = await source.read(buffer); size > 0; size = await source.read(buffer)) yield buffer.subarray(0, size)
  } finally {
    await source.close()
  }
}

/** The same bytes; `onProgress` hears after each piece how many there have been. */
export async function* counted(bytes: AsyncIterable<Uint8Array>, onProgress: (total: number) => void): AsyncIterable<Uint8Array> {
  let total = 0
  for await (const chunk of bytes) {
    yield chunk
    total += chunk.length
    onProgress(total)
  }
}
