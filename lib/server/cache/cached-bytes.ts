import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { isProblem } from '@/lib/contract/problem'
import type { ByteSource } from '../stores/byte-store'
import type { FolderStore } from '../stores/file-store'
import type { CacheRepository } from './cache-repository'

/** The image whose bytes are kept. */
export interface CacheableImage {
  id: string
  size: number | null
  checksum: string | null
}

/** Copies of images' bytes on this node's disk. */
export interface CachedBytes {
  /** Null where the image is not cached. */
  open(imageId: string): Promise<ByteSource | null>
  /** The same source, which leaves a copy behind if it is read to its end; what cannot be kept is not. */
  keep(image: CacheableImage, source: ByteSource): Promise<ByteSource>
  has(imageId: string): boolean
  remove(imageId: string): Promise<void>
  /** Removes files that nothing is known of, and copies that no reader has gone on with for so long. */
  removeStrangers(known: ReadonlySet<string>, stalledMs: number): Promise<void>
}

export interface CachedBytesParts {
  files: FolderStore
  folder: string
  repository: CacheRepository
  log: Logger
  /** Called after a copy was made. */
  onKept(): Promise<unknown>
}

export function createCachedBytes({ files, folder, repository, log, onKept }: CachedBytesParts): CachedBytes {
  async function finish(image: CacheableImage, commit: () => Promise<unknown>, size: number) {
    await commit()
    await repository.insert({ imageId: image.id, size, checksum: image.checksum })
    await onKept()
  }

  return {
    has: (imageId) => existsSync(join(folder, imageId)),

    async open(imageId) {
      try {
        const cached = await repository.find(imageId)
        if (!cached) return null
        const source = await files.open(files.location(imageId))
        if (source.length === cached.size) {
          await repository.hit(imageId)
          return source
        }
        await source.close()
        return null
      } catch (error) {
        if (!isProblem(error) || error.kind !== 'notFound') log.warn({ imageId, err: error }, 'the cache cannot be read')
        return null
      }
    },

    async keep(image, source) {
      if (image.size !== null && image.size !== source.length) return source
      const pending = await files.begin(image.id).catch((err) => {
        log.warn({ imageId: image.id, err }, 'the cache cannot be written')
        return null
      })
      if (!pending) return source
      let kept = 0
      let failed = false
      return {
        length: source.length,
        async read(into) {
          const size = await source.read(into)
          if (size > 0 && !failed) {
            // A full disk is no reason to break off the download.
            await pending.write(into.subarray(0, size)).catch((err) => {
              failed = true
              log.warn({ imageId: image.id, err }, 'the cache cannot be written')
            })
            kept += size
          }
          return size
        },
        async close() {
          await source.close()
          const done = !failed && kept === source.length ? finish(image, pending.commit, kept) : pending.discard()
          await done.catch((err) => log.warn({ imageId: image.id, err }, 'a copy could not be cached'))
        },
      }
    },

    async remove(imageId) {
      await repository.remove(imageId)
      await files.remove(files.location(imageId))
    },

    async removeStrangers(known, stalledMs) {
      await files.removeIncoming(stalledMs)
      for (const { key, location } of await files.objects()) if (!known.has(key)) await files.remove(location)
    },
  }
}
