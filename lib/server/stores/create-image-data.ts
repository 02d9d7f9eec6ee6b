import type { ByteStore, PendingObject } from './byte-store'
import type { Hasher, HashPool } from './hash-pool'
import { headBytes, type ImageData, type ReceivedBytes, type ReceiveOptions } from './image-data'
import { inOrder, takeIn } from './intake'
import { type Slot, type SlotPool, slotBytes } from './slot-pool'

export interface ImageDataParts {
  store: ByteStore
  hashes: HashPool
  slots: SlotPool
}

/** Image data in one store: every byte is received, hashed and written in one pass, in constant memory. */
export function createImageData({ store, hashes, slots }: ImageDataParts): ImageData {
  async function gather(pending: PendingObject, bytes: AsyncIterable<Uint8Array>, options: ReceiveOptions) {
    const hasher = hashes.open()
    try {
      const consume = hashAndWrite(hasher, (chunk) => pending.write(chunk))
      const size = await takeIn(bytes, { slots, consume, limit: options.sizeCap, signal: options.signal })
      const received: ReceivedBytes = { size, ...(await hasher.digest()), head: await pending.head(headBytes) }
      options.accept(received)
      return received
    } finally {
      hasher.release()
    }
  }

  return {
    async receive(imageId, bytes, options) {
      const pending = await store.begin(imageId)
      const received = await gather(pending, bytes, options).catch(async (error) => {
        await pending.discard()
        throw error
      })
      return { ...received, location: await pending.commit() }
    },
    open: (location, range) => store.open(location, range),
    remove: (location) => store.remove(location),
  }
}

/** The consumer of an intake that lets both hash workers and the writer read one slot at the same time. */
export function hashAndWrite(hasher: Hasher | undefined, write: (chunk: Uint8Array) => Promise<void>) {
  const writeInOrder = inOrder(write)
  return async (slot: Slot, length: number) => {
    const chunk = length === slotBytes ? slot.bytes : slot.bytes.subarray(0, length)
    const outcomes = await Promise.allSettled([writeInOrder(chunk), hasher?.update(slot, length)])
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  }
}
