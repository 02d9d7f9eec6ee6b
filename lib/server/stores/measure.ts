import type { ByteSource } from './byte-store'
import { createHashPool, type Digests } from './hash-pool'
import { takeIn } from './intake'
import { type SlotPool, slotBytes } from './slot-pool'

export interface MeasureOptions {
  /** Beside MD5, which is always computed. */
  algorithm: string
  signal: AbortSignal
}

export interface Measured extends Digests {
  /** In bytes. */
  size: number
}

/** Reads a source to its end, hashes it off the main thread, and closes it. */
export async function measure(source: ByteSource, slots: SlotPool, { algorithm, signal }: MeasureOptions): Promise<Measured> {
  const pool = createHashPool(algorithm, 1)
  const hasher = pool.open()
  try {
    const limit = Number.MAX_SAFE_INTEGER
    const size = await takeIn(piecesOf(source), { slots, consume: hasher.update, limit, signal })
    return { size, ...(await hasher.digest()) }
  } finally {
    hasher.release()
    await pool.stop()
    await source.close()
  }
}

/** Each piece is only good until the next is asked for. */
async function* piecesOf(source: ByteSource): AsyncIterable<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(slotBytes)
  for (let size = await source.read(buffer); size > 0; size = await source.read(buffer)) yield buffer.subarray(0, size)
}
