import { paths } from '@/lib/contract/paths'
import { Problem } from '@/lib/contract/problem'
import type { ImageService, Story } from './image-service'

/** `DELETE /v2/images/{id}`: first the row, so that nobody finds the image any more, then the bytes. */
export function createImageRemoval(story: Story): Pick<ImageService, 'remove'> {
  const { repository, policy, data, staged, peers, log, findVisible } = story
  return {
    async remove(ctx, id) {
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'delete_image', target)
      const protectedImage = () => new Problem('forbidden', `The image ${id} is protected and cannot be deleted.`)
      if (image.protected) throw protectedImage()
      const holder = peers.holderOf(image)
      if (holder !== null) return peers.forward(ctx, holder, { method: 'DELETE', path: paths.image(id) })
      const locations = await repository.remove(id)
      if (locations === null) {
        // Somebody else was faster: either it is gone, or it has just been protected.
        await findVisible(ctx, id)
        throw protectedImage()
      }
      await staged.remove(id).catch((err) => log.error({ imageId: id, err }, 'the staged data of a deleted image stay behind'))
      for (const location of locations) {
        await data.remove(location).catch((err) => log.error({ imageId: id, err }, 'the bytes of a deleted image stay behind'))
      }
    },
  }
}
