import { isReserved } from '@/lib/contract/image-fields'
import { customProperties, fileName, type ImageView } from '../image-view'

/** What commands say of an image, whatever tool they are for. */
export interface DescribedImage {
  id: string
  name: string
  /** Where its data are on the disk of whoever runs the command. */
  file: string
  /** Where the Image API is, without `/v2`. */
  api: string
  diskFormat: string | null
  containerFormat: string | null
  minDisk: number
  minRam: number
  visibility: ImageView['visibility']
  isProtected: boolean
  hidden: boolean
  tags: readonly string[]
  /** Those that a client may write. */
  properties: readonly (readonly [name: string, value: string])[]
}

export function describeForCommands(image: ImageView, api: string): DescribedImage {
  return {
    id: image.id,
    name: image.name ?? image.id,
    file: localFile(fileName(image)),
    api,
    diskFormat: image.disk_format,
    containerFormat: image.container_format,
    minDisk: image.min_disk,
    minRam: image.min_ram,
    visibility: image.visibility,
    isProtected: image.protected,
    hidden: image.os_hidden,
    tags: [...image.tags].sort(),
    properties: customProperties(image).filter(([name]) => !isReserved(name)),
  }
}

/** A name that stays in the folder where the command runs, and that no command takes for an option. */
function localFile(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\]/gu, '_')
  return /^[-.]/.test(plain) ? `_${plain}` : plain
}
