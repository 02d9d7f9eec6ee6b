import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import { acceptImageData } from '../inspect/acceptance'
import type { ReceivedBytes, StoredData } from '../stores/image-data'
import type { Image } from './image'
import { noData } from './image-rows'
import type { ImageService, Story } from './image-service'

type UploadStory = Pick<ImageService, 'authorizeUpload' | 'upload' | 'activate' | 'recoverInterrupted'>

/** From `queued` to `active`: the one way by which bytes become an image's. */
export function createImageUpload(story: Story): UploadStory {
  const { repository, policy, quotas, data, stores, settings, log, findVisible } = story
  const sizeCap = settings.DEFAULT.image_size_cap

  const authorizeUpload: UploadStory['authorizeUpload'] = async (ctx, id, size = 0) => {
    const image = await uploadable(ctx, id)
    await quotas.roomForUpload(image.owner, size)
    return image
  }

  async function uploadable(ctx: Context, id: string): Promise<Image> {
    const { image, target } = await findVisible(ctx, id)
    policy.authorize(ctx, 'upload_image', target)
    if (image.status !== 'queued') throw new Problem('conflict', `The image ${id} is ${image.status}: it takes no data.`)
    if (image.diskFormat === null || image.containerFormat === null)
      throw new Problem('badRequest', 'disk_format and container_format must be set before the upload.')
    return image
  }

  const activate: UploadStory['activate'] = async (imageId, store) => {
    const image = await saving(imageId)
    let virtualSize: number | null = null
    let stored: StoredData | undefined
    try {
      stored = await store(image, (received) => {
        virtualSize = accepted(image, received)
      })
      const { size, checksum, osHashAlgo, osHashValue } = stored
      const location = { url: stored.location, metadata: stores.metadataOf(stored.location) }
      await quotas.assertRoomForData(image.owner, size)
      await repository.move(image, 'active', { size, virtualSize, checksum, osHashAlgo, osHashValue, location })
    } catch (error) {
      throw await undone(imageId, stored, error)
    }
    return existing(imageId)
  }

  async function saving(imageId: string): Promise<Image> {
    await repository.move({ id: imageId, status: 'queued' }, 'saving', noData)
    return { ...(await existing(imageId)), status: 'saving' }
  }

  async function existing(imageId: string): Promise<Image> {
    const image = await repository.find(imageId)
    if (!image) throw new Problem('gone', `The image ${imageId} was deleted meanwhile.`)
    return image
  }

  function accepted(image: Image, received: ReceivedBytes): number | null {
    const { virtualSize, warnings } = acceptImageData(image, received, settings.image_format)
    for (const warning of warnings) log.warn({ imageId: image.id }, warning)
    return virtualSize
  }

  /** Removes the bytes, then brings the image back to `queued`; answers what to tell the client. */
  async function undone(imageId: string, stored: StoredData | undefined, error: unknown): Promise<unknown> {
    try {
      const image = await repository.find(imageId)
      // It may have become active after all, when only the database's answer was lost: the bytes are its own then.
      if (image && image.status !== 'saving') return error
      // First the bytes: once the image is queued again, the next upload writes under the same name.
      if (stored) await data.remove({ url: stored.location })
      if (!image) return new Problem('gone', `The image ${imageId} was deleted meanwhile.`)
      await repository.move({ id: imageId, status: 'saving' }, 'queued', noData)
    } catch (failure) {
      log.error({ imageId, err: failure }, 'an upload could not be undone; the next start does it')
    }
    return error
  }

  return {
    authorizeUpload,
    activate,

    async upload(ctx, id, { open, store, announcedSize, contentLength }) {
      const target = stores.target(store)
      const { owner } = await uploadable(ctx, id)
      const limit = Math.min(sizeCap, await quotas.roomForUpload(owner, announcedSize ?? 0))
      if (target.readOnly) throw new Problem('gone', `The store ${target.id} cannot be written.`)
      if (Math.max(announcedSize ?? 0, contentLength ?? 0) > limit)
        throw new Problem('tooLarge', `This image can have ${limit} bytes at most.`)
      return activate(id, (_, accept) =>
        data.receive(id, open(), {
          store: target.id,
          expectedBytes: announcedSize ?? contentLength,
          sizeCap: limit,
          signal: ctx.signal,
          accept(received) {
            if (announcedSize !== undefined && received.size !== announcedSize)
              throw new Problem('badRequest', `${announcedSize} bytes were announced, ${received.size} came.`)
            accept(received)
          },
        }),
      )
    },

    async recoverInterrupted() {
      const ids = await repository.idsOf('saving')
      for (const id of ids) await repository.move({ id, status: 'saving' }, 'queued', noData)
      return ids
    },
  }
}
