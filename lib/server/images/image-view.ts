import type { ImageListView, ImageView } from '@/lib/contract/image'
import { paths } from '@/lib/contract/paths'
import type { Image } from './image'

/** Which of the optional fields about locations a caller gets to see. */
export interface LocationFields {
  directUrl: boolean
  locations: boolean
}

/** Domain → wire. Custom properties go first so that none can overwrite a base field. */
export function imageView(image: Image, shown: LocationFields): ImageView {
  const [best] = image.locations
  return {
    ...image.properties,
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
    ...(shown.directUrl && best !== undefined && { direct_url: best }),
    ...(shown.locations && { locations: image.locations.map((url) => ({ url, metadata: {} })) }),
    tags: [...image.tags],
    self: paths.image(image.id),
    file: paths.imageFile(image.id),
    schema: paths.schema('image'),
  }
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
