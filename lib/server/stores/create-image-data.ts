import { headBytes } from '@/lib/contract/inspect/inspect-head'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { ByteRange, ByteSource, ByteStore, PendingObject } from './byte-store'
import type { Hasher, HashPool } from './hash-pool'
import type { ImageData, ReceivedBytes, ReceiveOptions } from './image-data'
import { inOrder, takeIn } from './intake'
import { measure } from './measure'
import { type Slot, type SlotPool, slotBytes } from './slot-pool'
import type { StoredAt, StoreRegistry } from './store-registry'

export interface ImageDataParts {
  stores: StoreRegistry
  hashes: HashPool
  slots: SlotPool
}

/** Image data in the stores: every byte is received, hashed and written in one pass, in constant memory. */
export function createImageData({ stores, hashes, slots }: ImageDataParts): ImageData {
  function storeOf(location: StoredAt): ByteStore {
    const configured = stores.storeOf(location)
    if (configured) return configured.store
    throw new Problem('notFound', 'The location is not one of any store.', { cause: new Error(location.url) })
  }

  const open = async (location: StoredAt, range?: ByteRange) => storeOf(location).open(location.url, range)

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
      const pending = await stores.target(options.store).store.begin(imageId, options.expectedBytes)
      const received = await gather(pending, bytes, options).catch(async (error) => {
        await pending.discard()
        throw error
      })
      return { ...received, location: await pending.commit() }
    },
    open,
    openFirst: (locations, range) => firstOpened(locations, (location) => open(location, range)),
    measure: async (location, options) => measure(await open(location), slots, options),
    size: async (location) => storeOf(location).size(location.url),
    remove: async (location) => storeOf(location).remove(location.url),
  }
}

async function firstOpened(locations: readonly StoredAt[], open: (location: StoredAt) => Promise<ByteSource>) {
  let worst: unknown = new Problem('notFound', 'The image has no data.')
  for (const location of locations) {
    try {
      return await open(location)
    } catch (error) {
      if (!isProblem(error) || error.kind !== 'notFound') worst = error
    }
  }
  throw worst
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
