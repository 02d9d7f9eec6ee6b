import { isProblem, Problem } from '@/lib/contract/problem'
import { acceptImageData } from '../inspect/acceptance'
import type { ReceivedBytes, StoredData } from '../stores/image-data'
import type { Image } from './image'
import { noData } from './image-rows'
import type { ImageService, Story } from './image-service'

type UploadStory = Pick<ImageService, 'authorizeUpload' | 'upload' | 'activate' | 'recoverInterrupted'>

/** From `queued` to `active`: the one way by which bytes become an image's. */
export function createImageUpload(story: Story): UploadStory {
  const { repository, policy, data, settings, log, findVisible } = story
  const sizeCap = settings.DEFAULT.image_size_cap

  const authorizeUpload: UploadStory['authorizeUpload'] = async (ctx, id) => {
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
      const { size, checksum, osHashAlgo, osHashValue, location } = stored
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

  /** Brings the image back to `queued`; answers what to tell the client. */
  async function undone(imageId: string, stored: StoredData | undefined, error: unknown): Promise<unknown> {
    const failed = await repository.move({ id: imageId, status: 'saving' }, 'queued', noData).then(
      () => null,
      (failure: unknown) => failure,
    )
    const gone = isProblem(failed) && failed.kind === 'gone'
    if (failed !== null && !gone) {
      // The bytes may belong to an active image after all: the next start decides.
      log.error({ imageId, err: failed }, 'an image could not be brought back to queued')
      return error
    }
    if (stored) await data.remove(stored.location).catch((err) => log.error({ imageId, err }, 'unused bytes stay behind'))
    return gone ? failed : error
  }

  return {
    authorizeUpload,
    activate,

    async upload(ctx, id, { open, announcedSize, contentLength }) {
      await authorizeUpload(ctx, id)
      if (Math.max(announcedSize ?? 0, contentLength ?? 0) > sizeCap)
        throw new Problem('tooLarge', `An image can have ${sizeCap} bytes at most.`)
      return activate(id, (_, accept) =>
        data.receive(id, open(), {
          sizeCap,
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
