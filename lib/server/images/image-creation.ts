import { randomUUID } from 'node:crypto'
import { createFieldCheck } from '@/lib/contract/field-check'
import { imageInputFields, isBaseField } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import { noSuchImage, ownerTarget } from './image-access'
import { assertWithinQuotas, assertWritable, newDraft, protectedProperty, setField } from './image-draft'
import type { ImageService, Story } from './image-service'

/** `POST /v2/images`: an image without data. */
export function createImageCreation(story: Story): Pick<ImageService, 'create'> {
  const { repository, policy, protections, quotas, settings } = story
  const misfit = createFieldCheck(imageInputFields(settings.imageSchema))
  const required = settings.imageSchema.site?.required ?? []

  return {
    async create(ctx, input) {
      const draft = newDraft(ctx.projectId)
      for (const [name, value] of Object.entries(input)) {
        assertWritable(name)
        if (name === 'locations') throw new Problem('forbidden', 'A new image has no locations.')
        const wrong = misfit(name, value)
        if (wrong) throw new Problem('badRequest', wrong)
        if (!isBaseField(name) && !protections(ctx, 'create', name)) throw protectedProperty(name)
        if (name !== 'id') setField(draft, name, value)
      }
      const missing = required.filter((name) => !Object.hasOwn(input, name))
      if (missing.length > 0) throw new Problem('badRequest', `Every image here needs ${missing.join(', ')}.`)
      const { owner, visibility } = draft.attributes
      const target = { ...ownerTarget(owner), visibility }
      policy.authorize(ctx, 'add_image', target)
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
