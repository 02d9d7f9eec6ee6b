export const imageStatuses = [
  'queued',
  'saving',
  'active',
  'killed',
  'deleted',
  'uploading',
  'importing',
  'pending_delete',
  'deactivated',
] as const
export type ImageStatus = (typeof imageStatuses)[number]

export const visibilities = ['community', 'public', 'private', 'shared'] as const
export type Visibility = (typeof visibilities)[number]

/** An image as the domain knows it. Sizes are bytes, `minDisk` GiB, `minRam` MiB. */
export interface Image {
  id: string
  name: string | null
  status: ImageStatus
  visibility: Visibility
  hidden: boolean
  protected: boolean
  owner: string | null
  diskFormat: string | null
  containerFormat: string | null
  minDisk: number
  minRam: number
  size: number | null
  virtualSize: number | null
  checksum: string | null
  osHashAlgo: string | null
  osHashValue: string | null
  createdAt: Date
  updatedAt: Date
  tags: readonly string[]
  /** Custom properties. */
  properties: Readonly<Record<string, string>>
  /** Location URIs, best first. */
  locations: readonly string[]
}
