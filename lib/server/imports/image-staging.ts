import { Problem } from '@/lib/contract/problem'
import { stageHostProperty } from '../images/image'
import type { ImportService } from './import-service'
import type { Story } from './import-story'

/** `PUT /v2/images/{id}/stage`. */
export function createImageStaging({
  config,
  images,
  access,
  policy,
  quotas,
  staging,
  peers,
  log,
}: Story): Pick<ImportService, 'stage'> {
  const sizeCap = config.DEFAULT.image_size_cap

  async function clear(imageId: string) {
    await staging.remove(imageId)
    await images.move(imageId, 'uploading', 'queued')
    if (peers.self !== null) await images.change(imageId, { removeProperties: [stageHostProperty] })
  }

  return {
    async stage(ctx, imageId, { open, announcedSize, contentLength }) {
      if (!config.DEFAULT.enabled_import_methods.includes('glance-direct'))
        throw new Problem('notFound', 'This service does not stage data: the import method glance-direct is not enabled.')
      const { image, target } = await access.findVisible(ctx, imageId)
      policy.authorize(ctx, 'modify_image', target)
      if (image.status !== 'queued') throw new Problem('conflict', `The image ${imageId} is ${image.status}: it takes no data.`)
      if ((await staging.size(imageId)) !== null) throw new Problem('conflict', 'Data are staged for this image already.')
      if (Math.max(announcedSize ?? 0, contentLength ?? 0) > sizeCap)
        throw new Problem('tooLarge', `An image can have ${sizeCap} bytes at most.`)
      await quotas.assertRoomForStaging(image.owner, announcedSize ?? 0)
      await images.move(imageId, 'queued', 'uploading')
      try {
        if (peers.self !== null) await images.change(imageId, { setProperties: { [stageHostProperty]: peers.self } })
        const size = await staging.receive(imageId, open(), { sizeCap, signal: ctx.signal })
        if (announcedSize !== undefined && size !== announcedSize)
          throw new Problem('badRequest', `${announcedSize} bytes were announced, ${size} came.`)
        if (!(await images.setStagedSize(imageId, size))) throw new Problem('gone', `The image ${imageId} was deleted meanwhile.`)
      } catch (error) {
        await clear(imageId).catch((err) => log.warn({ imageId, err }, 'an image could not be brought back to queued'))
        throw error
      }
    },
  }
}
