import { longestName } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import { assertWithinQuotas, changesOf, draftOf, setField } from './image-draft'
import type { ImageService, Story } from './image-service'

/** `PUT` and `DELETE /v2/images/{id}/tags/{tag}`. */
export function createImageTagging(story: Story): Pick<ImageService, 'tag' | 'untag'> {
  const { repository, policy, settings, findVisible } = story

  async function retag(id: string, image: Parameters<typeof draftOf>[0], tags: readonly string[]) {
    const draft = draftOf(image)
    setField(draft, 'tags', tags)
    assertWithinQuotas(draft, settings.DEFAULT, image)
    await repository.change(id, changesOf(image, draft))
  }

  return {
    async tag(ctx, id, tag) {
      if ([...tag].length > longestName) throw new Problem('badRequest', `A tag has ${longestName} characters at most.`)
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'modify_image', target)
      await retag(id, image, [...image.tags, tag])
    },

    async untag(ctx, id, tag) {
      const { image, target } = await findVisible(ctx, id)
      policy.authorize(ctx, 'modify_image', target)
      if (!image.tags.includes(tag)) throw new Problem('notFound', `The image ${id} has no tag "${tag}".`)
      await retag(
        id,
        image,
        image.tags.filter((present) => present !== tag),
      )
    },
  }
}
