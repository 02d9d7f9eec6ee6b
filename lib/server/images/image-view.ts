import type { ImageListView, ImageView } from '@/lib/contract/image'
import { paths } from '@/lib/contract/paths'
import { type ImageLocation, storeNamedBy } from '../stores/image-location'
import type { StoreRegistry } from '../stores/store-registry'
import { hiddenProperties, type Image } from './image'

/** What a caller gets to see of where the bytes are. */
export interface LocationFields {
  directUrl: boolean
  locations: boolean
  storeIds: boolean
  stores: StoreRegistry
}

/** Domain → wire. Custom properties go first so that none can overwrite a base field. */
export function imageView(image: Image, shown: LocationFields): ImageView {
  const [best] = shown.stores.readable(image.locations)
  const storeIds = storesOf(image, shown.stores)
  return {
    ...Object.fromEntries(Object.entries(image.properties).filter(([name]) => !hiddenProperties.includes(name))),
    name: image.name,
    disk_format: image.diskFormat,
    container_format: image.containerFormat,
    visibility: image.visibility,
    size: image.size,
    virtual_size: image.virtualSize,
    status: image.status,
    checksum: image.checksum,
    protected: image.protected,
    min_ram: image.minRam,
    min_disk: image.minDisk,
    owner: image.owner,
    os_hidden: image.hidden,
    os_hash_algo: image.osHashAlgo,
    os_hash_value: image.osHashValue,
    id: image.id,
    created_at: wireTime(image.createdAt),
    updated_at: wireTime(image.updatedAt),
    ...(shown.directUrl && best !== undefined && { direct_url: best.url }),
    ...(shown.locations && { locations: image.locations.map((location) => locationView(location, shown.stores)) }),
    ...(shown.storeIds && storeIds.length > 0 && { stores: storeIds.join(',') }),
    tags: [...image.tags],
    self: paths.image(image.id),
    file: paths.imageFile(image.id),
    schema: paths.schema('image'),
  }
}

function storesOf({ locations }: Image, stores: StoreRegistry): string[] {
  return stores.multi ? locations.flatMap((location) => stores.storeOf(location)?.id ?? []) : []
}

/** A location on the wire, with the store that it is of now. */
export function locationView({ url, metadata }: ImageLocation, stores: StoreRegistry) {
  if (!stores.multi) return { url, metadata }
  const { backend: _, ...noted } = metadata
  const store = stores.storeOf({ url, metadata })?.id ?? storeNamedBy(metadata)
  return { url, metadata: { ...noted, ...(store !== undefined && { store }) } }
}

function wireTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The list document, whose links repeat every parameter that the client gave. */
export function imageListView(images: ImageView[], search: URLSearchParams, more: boolean): ImageListView {
  const first = new URLSearchParams(search)
  first.delete('marker')
  const next = new URLSearchParams(first)
  const last = images.at(-1)
  if (last) next.set('marker', last.id)
  return {
    images,
    first: link(first),
    ...(more && { next: link(next) }),
    schema: paths.schema('images'),
  }
}

function link(search: URLSearchParams): string {
  return search.size > 0 ? `${paths.images()}?${search}` : paths.images()
}
