import { Problem } from '@/lib/contract/problem'
import type { ByteSource, ByteStore } from '@/lib/server/stores/byte-store'
import { type ConfiguredStore, createStoreRegistry, type StoreRegistry } from '@/lib/server/stores/store-registry'

/** A store that has no files: objects are kept in memory, and can be made to fail. */
export interface MemoryStore extends ByteStore {
  readonly objects: ReadonlyMap<string, Buffer>
  /** How many of the next commits fail. */
  failures: number
}

export function createMemoryStore(id = 'memory'): MemoryStore {
  const objects = new Map<string, Buffer>()
  const found = (location: string) => {
    const bytes = objects.get(location)
    if (!bytes) throw new Problem('notFound', 'There is no such object.')
    return bytes
  }
  const owns = (location: string) => location.startsWith('memory:')
  const store: MemoryStore = {
    id,
    objects,
    failures: 0,
    owns,
    size: async (location) => found(location).length,
    async begin(key) {
      const chunks: Buffer[] = []
      return {
        write: async (chunk) => void chunks.push(Buffer.from(chunk)),
        head: async (bytes) => Buffer.concat(chunks).subarray(0, bytes),
        async commit() {
          if (store.failures-- > 0) throw new Problem('storeUnavailable', 'The store is away.')
          objects.set(`memory:${key}`, Buffer.concat(chunks))
          return `memory:${key}`
        },
        discard: async () => void chunks.splice(0),
      }
    },
    open: async (location, range) => sourceOf(found(location).subarray(range?.start ?? 0, range && range.end + 1)),
    async remove(location) {
      if (!owns(location)) throw new Problem('notFound', 'It is not a location of this store.')
      objects.delete(location)
    },
  }
  return store
}

/** Such stores side by side under the names of clients; the first one is the default. */
export function registryOf(...stores: ByteStore[]): StoreRegistry {
  const configured = stores.map(
    (store, index): ConfiguredStore => ({
      ...{ id: store.id, type: 'file', description: undefined, weight: 0, isDefault: index === 0 },
      ...{ readOnly: false, properties: {}, store },
    }),
  )
  return createStoreRegistry(configured, true)
}

function sourceOf(bytes: Buffer): ByteSource {
  let position = 0
  return {
    length: bytes.length,
    async read(into) {
      const piece = bytes.subarray(position, position + into.length)
      into.set(piece)
      position += piece.length
      return piece.length
    },
    close: async () => undefined,
  }
}
