export type ImageStatus =
  | 'queued'
  | 'saving'
  | 'active'
  | 'killed'
  | 'deleted'
  | 'uploading'
  | 'importing'
  | 'pending_delete'
  | 'deactivated'

export const visibilities = ['private', 'shared', 'community', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** An image as the API writes it; what is not named here is a custom property. */
export interface ImageView {
  id: string
  name: string | null
  status: ImageStatus
  visibility: Visibility
  os_hidden: boolean
  protected: boolean
  owner: string | null
  disk_format: string | null
  container_format: string | null
  min_disk: number
  min_ram: number
  size: number | null
  virtual_size: number | null
  checksum: string | null
  os_hash_algo: string | null
  os_hash_value: string | null
  tags: string[]
  created_at: string
  updated_at: string
  [property: string]: unknown
}

export interface ImageList {
  images: ImageView[]
  /** Only there when more images follow. */
  next?: string
}

const baseFields = new Set([
  ...['id', 'name', 'status', 'visibility', 'os_hidden', 'protected', 'owner', 'disk_format', 'container_format'],
  ...['min_disk', 'min_ram', 'size', 'virtual_size', 'checksum', 'os_hash_algo', 'os_hash_value', 'tags'],
  ...['created_at', 'updated_at', 'self', 'file', 'schema', 'direct_url', 'locations', 'stores'],
])

/** The custom properties of an image, by name; without what the service keeps for itself and has emptied, as after an import. */
export function customProperties(image: ImageView): [string, string][] {
  const properties = Object.entries(image).filter(
    ([name, value]) => !baseFields.has(name) && !(name.startsWith('os_glance_') && value === ''),
  )
  return properties.map(([name, value]): [string, string] => [name, String(value)]).sort(([a], [b]) => a.localeCompare(b))
}

/** Whether the server is at work on the image, so that it will change by itself; also while it copies the data. */
export function isChanging(image: Pick<ImageView, 'status'> & { os_glance_importing_to_stores?: unknown }): boolean {
  return ['saving', 'uploading', 'importing'].includes(image.status) || listIn(image.os_glance_importing_to_stores).length > 0
}

/** The ids of the stores that hold the data; none where the cloud has a single store. */
export function storesOf({ stores }: ImageView): string[] {
  return listIn(stores)
}

/** The items of a list that the API writes as one text. */
export function listIn(text: unknown): string[] {
  return typeof text === 'string' ? text.split(',').filter((item) => item !== '') : []
}

/** Whether there are bytes to download. */
export function hasData({ status }: Pick<ImageView, 'status'>): boolean {
  return status === 'active' || status === 'deactivated'
}

/** The name under which a browser saves the image's data. */
export function fileName({ name, id, disk_format }: Pick<ImageView, 'name' | 'id' | 'disk_format'>): string {
  const base = name?.trim() || id
  return disk_format && !base.toLowerCase().endsWith(`.${disk_format}`) ? `${base}.${disk_format}` : base
}
