import { Problem } from '@/lib/contract/problem'
import type { ImageService, Story } from './image-service'

/** `DELETE /v2/stores/{store}/{image}`: one copy of several goes. */
export function createImageCopies(story: Story): Pick<ImageService, 'removeFromStore'> {
  const { repository, policy, stores, data, log, findVisible } = story

  return {
    async removeFromStore(ctx, id, storeId) {
      if (!stores.multi) throw new Problem('notFound', 'There is only one store: enabled_backends is not set.')
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'delete_image_location', target)
      if (!stores.find(storeId)) throw new Problem('conflict', `There is no store ${storeId}.`)
      if (image.status !== 'active') throw new Problem('conflict', `The image ${id} is ${image.status}.`)
      if (image.locations.length === 1) throw new Problem('forbidden', `The only copy of the image ${id} cannot be removed.`)
      const [copy] = image.locations.filter((location) => stores.storeOf(location)?.id === storeId)
      if (!copy) throw new Problem('notFound', `The image ${id} is not in the store ${storeId}.`)
      await repository.removeLocation({ id, onlyIn: ['active'] }, copy.id)
      await data.remove(copy).catch((err) => log.error({ imageId: id, err }, 'the bytes of a removed copy stay behind'))
    },
  }
}
