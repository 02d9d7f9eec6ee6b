import type { ImageStatus } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { StoredData } from '../stores/image-data'
import type { StoreRegistry } from '../stores/store-registry'
import type { Image } from './image'
import type { ImageImportRepository } from './image-import-repository'
import { lockProperty } from './image-import-repository'
import type { ImageRepository } from './image-repository'
import { type ImageAttributes, noData } from './image-rows'

/** What an import found out about the bytes that it stored. */
export interface ImportedData extends Omit<StoredData, 'head'> {
  virtualSize: number | null
}

/** Changes that an import makes to its image. */
export interface ImportChanges {
  attributes?: Partial<ImageAttributes>
  setProperties?: Readonly<Record<string, string>>
  removeProperties?: readonly string[]
}

/** Images as imports see them: by id alone, after the caller's rights have been checked. */
export interface ImageImportService {
  /** Throws `gone` for an image that was deleted meanwhile. */
  current(id: string): Promise<Image>
  find(id: string): Promise<Image | null>
  /** The task that has the image; null while none has. */
  lockOf(image: Image): string | null
  /** Whether the task still has the image; also where the image is gone, and nobody else can want it. */
  belongsTo(id: string, taskId: string): Promise<boolean>
  lock(id: string, taskId: string): Promise<boolean>
  unlock(id: string, taskId: string): Promise<boolean>
  /** Compare-and-set; what is known of the data is forgotten on the way, but for the size of what is staged. */
  move(id: string, from: ImageStatus, to: 'uploading' | 'importing' | 'queued'): Promise<void>
  setStagedSize(id: string, size: number): Promise<boolean>
  change(id: string, changes: ImportChanges): Promise<void>
  /** `importing` → `active`, with the first copy of the data. */
  activate(id: string, data: ImportedData): Promise<void>
  /** One more copy of an image that is active. */
  addCopy(id: string, location: string): Promise<void>
  idsOf(status: ImageStatus): Promise<string[]>
}

export interface ImageImportParts {
  repository: ImageRepository
  locks: ImageImportRepository
  stores: Pick<StoreRegistry, 'metadataOf'>
}

export function createImageImportService({ repository, locks, stores }: ImageImportParts): ImageImportService {
  const lockOf = ({ properties }: Image) => (Object.hasOwn(properties, lockProperty) ? (properties[lockProperty] ?? null) : null)
  const located = (url: string) => ({ url, metadata: stores.metadataOf(url) })
  return {
    find: repository.find,
    idsOf: repository.idsOf,
    lock: locks.lock,
    unlock: locks.unlock,
    setStagedSize: locks.setStagedSize,
    lockOf,
    async belongsTo(id, taskId) {
      const image = await repository.find(id)
      return image === null || lockOf(image) === taskId
    },
    async current(id) {
      const image = await repository.find(id)
      if (!image) throw new Problem('gone', `The image ${id} was deleted meanwhile.`)
      return image
    },
    move: (id, from, to) => repository.move({ id, status: from }, to, from === 'uploading' && to === 'importing' ? {} : noData),
    change: (id, { attributes = {}, setProperties = {}, removeProperties = [] }) =>
      repository.change(id, { attributes, setProperties, removeProperties, addTags: [], removeTags: [] }),
    activate: (id, { size, virtualSize, checksum, osHashAlgo, osHashValue, location }) =>
      repository.move({ id, status: 'importing' }, 'active', {
        ...{ size, virtualSize, checksum, osHashAlgo, osHashValue },
        location: located(location),
      }),
    addCopy: (id, location) => repository.addLocation({ id, onlyIn: ['active', 'deactivated'] }, located(location)),
  }
}
