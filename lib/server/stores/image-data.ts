import type { ByteRange, ByteSource } from './byte-store'

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
  open(location: string, range?: ByteRange): Promise<ByteSource>
  remove(location: string): Promise<void>
}

/** How much of an image its format is read from, in bytes. */
export const headBytes = 4 * 1024 * 1024
