import { Problem } from '@/lib/contract/problem'
import type { StoreType } from '../store-options'
import type { ByteStore } from './byte-store'
import { type ImageLocation, type LocationMetadata, storeNamedBy } from './image-location'

/** A store with what the operator and its clients know of it. */
export interface ConfiguredStore {
  id: string
  type: StoreType
  /** Undefined where the operator gave none. */
  description: string | undefined
  weight: number
  isDefault: boolean
  /** It can be read, but not written. */
  readOnly: boolean
  /** What `GET /v2/info/stores/detail` tells of its kind. */
  properties: Readonly<Record<string, unknown>>
  store: ByteStore
  /** What is noted beside its locations, by their URL. */
  locationMetadata?: (url: string) => LocationMetadata
}

/** A location as far as its store matters. */
export type StoredAt = Pick<ImageLocation, 'url'> & { metadata?: LocationMetadata }

/** The stores that the configuration names. */
export interface StoreRegistry {
  /** Whether clients know stores by their ids (`enabled_backends`). */
  readonly multi: boolean
  /** Takes what names no other store. */
  readonly default: ConfiguredStore
  /** In the order of the configuration. */
  all(): readonly ConfiguredStore[]
  find(id: string): ConfiguredStore | undefined
  /** The store that a client names for new data, or the default; `badRequest` for an unknown one. One store alone hears no names. */
  target(id: string | undefined): ConfiguredStore
  /** By the id that its metadata names, else by its URL; undefined for one that no store knows. */
  storeOf(location: StoredAt): ConfiguredStore | undefined
  /** What is written beside a new location of that URL. */
  metadataOf(url: string): LocationMetadata
  /** The locations in the order in which to read them: the stores of `preferred` first, then by weight, then as they were added. */
  readable<L extends StoredAt>(locations: readonly L[], preferred?: readonly string[]): L[]
}

/** Makes the registry; `stores` has the default among it. */
export function createStoreRegistry(stores: readonly ConfiguredStore[], multi: boolean): StoreRegistry {
  const [first] = stores.filter(({ isDefault }) => isDefault)
  if (!first) throw new Error('One of the stores must be the default')
  const find = (id: string) => stores.find((store) => store.id === id)

  const storeOf = ({ url, metadata }: StoredAt) => {
    const name = multi && metadata ? storeNamedBy(metadata) : undefined
    const named = name === undefined ? undefined : find(name)
    if (named?.store.owns(url)) return named
    return stores.find(({ store }) => store.owns(url)) ?? named
  }

  return {
    multi,
    default: first,
    all: () => stores,
    find,
    target(id) {
      const store = multi && id !== undefined ? find(id) : first
      if (!store) throw new Problem('badRequest', `There is no store ${id}.`)
      return store
    },
    storeOf,
    metadataOf(url) {
      const owner = storeOf({ url })
      return owner ? { ...owner.locationMetadata?.(url), ...(multi && { store: owner.id }) } : {}
    },
    readable(locations, preferred = []) {
      const ranked = locations.map((location) => {
        const store = storeOf(location)
        const preference = store ? preferred.indexOf(store.id) : -1
        return { location, place: preference === -1 ? preferred.length : preference, weight: store?.weight ?? 0 }
      })
      return ranked.toSorted((a, b) => a.place - b.place || b.weight - a.weight).map(({ location }) => location)
    },
  }
}
