import { randomUUID } from 'node:crypto'
import { createFieldCheck } from '@/lib/contract/field-check'
import { imageFields } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import { noSuchImage, ownerTarget } from './image-access'
import { assertWithinQuotas, assertWritable, newDraft, setField, visibilityPolicy } from './image-draft'
import type { ImageService, Story } from './image-service'

/** `POST /v2/images`: an image without data. */
export function createImageCreation({ repository, policy, quotas, settings }: Story): Pick<ImageService, 'create'> {
  const misfit = createFieldCheck(imageFields(settings.image_format))

  return {
    async create(ctx, input) {
      const draft = newDraft(ctx.projectId)
      for (const [name, value] of Object.entries(input)) {
        assertWritable(name)
        if (name === 'locations') throw new Problem('forbidden', 'A new image has no locations.')
        const wrong = misfit(name, value)
        if (wrong) throw new Problem('badRequest', wrong)
        if (name !== 'id') setField(draft, name, value)
      }
      const { owner, visibility } = draft.attributes
      const target = { ...ownerTarget(owner), visibility }
      policy.authorize(ctx, 'add_image', target)
      const needed = visibilityPolicy(visibility)
      if (needed) policy.authorize(ctx, needed, target)
      assertWithinQuotas(draft, settings.DEFAULT)
      await quotas.assertRoomForImage(owner)
      const id = typeof input.id === 'string' ? input.id : randomUUID()
      const properties = Object.fromEntries(draft.properties)
      await repository.create({ ...draft.attributes, id, tags: draft.tags, properties })
      const image = await repository.find(id)
      if (!image) throw noSuchImage(id)
      return image
    },
  }
}
