import type { Capacity } from './capacity'

/** Bytes on their way out, read in order. */
export interface ByteSource {
  /** How many bytes it yields in all. */
  readonly length: number
  /** Fills the start of `into` with the next bytes; 0 at the end. */
  read(into: Uint8Array): Promise<number>
  close(): Promise<void>
}

/** An inclusive range of bytes. */
export interface ByteRange {
  start: number
  end: number
}

/** A write that nobody sees until it is committed. Exactly one of `commit` and `discard` ends it. */
export interface PendingObject {
  /** Appends; the buffer may be reused once the promise is fulfilled. */
  write(chunk: Uint8Array): Promise<void>
  /** What was written first, at most `bytes` of it. */
  head(bytes: number): Promise<Uint8Array>
  /** Makes the bytes durable and visible in one step; answers the location URI. What fails leaves nothing behind. */
  commit(): Promise<string>
  /** Removes every trace. */
  discard(): Promise<void>
}

/** What every store does. A store throws `Problem` and nothing else (see `guarded`). */
export interface ByteStore {
  readonly id: string
  /** Whether a location could be one of this store, by its text alone. */
  owns(location: string): boolean
  /** How many bytes are there. */
  size(location: string): Promise<number>
  /**
   * Begins an object of that key (the image id), of that many bytes as far as they are known; `gone` where the store can only
   * be read.
   */
  begin(key: string, expectedBytes?: number): Promise<PendingObject>
  open(location: string, range?: ByteRange): Promise<ByteSource>
  /** Removing what is not there is no error. */
  remove(location: string): Promise<void>
  /** How much room there is, where the store can tell; throws where it cannot be used just now. */
  capacity?(): Promise<Capacity>
}
