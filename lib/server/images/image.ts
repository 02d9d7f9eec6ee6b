import type { ImageStatus, Visibility } from '@/lib/contract/image-fields'
import type { ImageLocation } from '../stores/image-location'

/** The property that names the node where an image's data are staged. */
export const stageHostProperty = 'os_glance_stage_host'

/** Properties by which nodes find each other; no client sees them. */
export const hiddenProperties: readonly string[] = [stageHostProperty, 'os_glance_hash_op_host']

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
  /** The copies of its bytes, in the order in which they were added. */
  locations: readonly ImageLocation[]
}
