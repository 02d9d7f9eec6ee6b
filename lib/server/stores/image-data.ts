import type { ByteRange, ByteSource } from './byte-store'
import type { Measured, MeasureOptions } from './measure'
import type { StoredAt } from './store-registry'

/** What is known of bytes once all have been received. */
export interface ReceivedBytes {
  /** In bytes. */
  size: number
  /** MD5, 32 hex digits. */
  checksum: string
  /** The algorithm of `[DEFAULT] hashing_algorithm`. */
  osHashAlgo: string
  osHashValue: string
  /** The first bytes, at most 4 MiB: what the format is read from. */
  head: Uint8Array
}

export interface StoredData extends ReceivedBytes {
  /** Glance's location URI. */
  location: string
}

export interface ReceiveOptions {
  /** The id of the store that takes the bytes; the default store where it is left out. */
  store?: string | undefined
  /** How many bytes there will be, where somebody has said so. */
  expectedBytes?: number | undefined
  /** More bytes than this are `tooLarge`. */
  sizeCap: number
  signal: AbortSignal
  /** Sees the facts before anything becomes visible; what it throws refuses the bytes. */
  accept(received: ReceivedBytes): void
}

/** The bytes of images: received once, hashed on the way, stored whole or not at all. */
export interface ImageData {
  /** Whatever fails (client gone, disk full, `accept`), nothing is left behind and a `Problem` says why. */
  receive(imageId: string, bytes: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<StoredData>
  open(location: StoredAt, range?: ByteRange): Promise<ByteSource>
  /** The first of these locations that can be opened; `notFound` only where every store says that the bytes are gone. */
  openFirst(locations: readonly StoredAt[], range?: ByteRange): Promise<ByteSource>
  /** In bytes. */
  size(location: StoredAt): Promise<number>
  /** Reads all bytes and hashes them. */
  measure(location: StoredAt, options: MeasureOptions): Promise<Measured>
  remove(location: StoredAt): Promise<void>
}
