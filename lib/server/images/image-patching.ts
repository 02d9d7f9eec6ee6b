import { createFieldCheck } from '@/lib/contract/field-check'
import { imageInputFields, isBaseField } from '@/lib/contract/image-fields'
import type { PatchOperation } from '@/lib/contract/json-patch'
import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import { visibilityPolicy } from '../policy/also-needed'
import type { Image } from './image'
import { noSuchImage, type VisibleImage } from './image-access'
import {
  assertWithinQuotas,
  assertWritable,
  changesOf,
  draftOf,
  type ImageDraft,
  protectedProperty,
  setField,
} from './image-draft'
import { planLocations } from './image-location-patch'
import type { ImageService, Story } from './image-service'

const formatStatuses: readonly Image['status'][] = ['queued', 'importing']
const formatFields = ['disk_format', 'container_format']

/** `PATCH /v2/images/{id}`: all operations on a copy in their order, then saved at once or not at all. */
export function createImagePatching(story: Story): Pick<ImageService, 'patch'> {
  const { repository, policy, protections, settings, findVisible } = story
  const misfit = createFieldCheck(imageInputFields(settings.imageSchema))

  function authorize(ctx: Context, target: VisibleImage['target'], operation: PatchOperation) {
    const name = operation.path[0]
    const special = name === 'visibility' && operation.op !== 'remove' ? visibilityPolicy(operation.value) : null
    policy.authorize(ctx, special ?? 'modify_image', target)
    if (name === 'owner' && !ctx.isAdmin) throw new Problem('forbidden', 'Only an administrator can change the owner.')
  }

  /** Also what was made earlier in the same PATCH is updated or deleted, not created. */
  function assertUnprotected(ctx: Context, draft: ImageDraft, { op, path: [name = ''] }: PatchOperation) {
    const operation = op === 'remove' ? 'delete' : draft.properties.has(name) ? 'update' : 'create'
    if (!isBaseField(name) && !protections(ctx, operation, name)) throw protectedProperty(name)
  }

  function apply(draft: ImageDraft, operation: PatchOperation, image: Image) {
    const [name = ''] = operation.path
    if (name === 'id') throw new Problem('forbidden', 'The attribute id is read-only.')
    assertWritable(name)
    if (isBaseField(name)) assertBaseChange(operation, name, image)
    else assertPropertyChange(operation, name, draft)
    if (operation.op === 'remove') return void draft.properties.delete(name)
    const wrong = misfit(name, operation.value)
    if (wrong) throw new Problem('badRequest', wrong)
    setField(draft, name, operation.value)
  }

  return {
    async patch(ctx, id, { operations, unmodifiedSince }) {
      const { image, target } = await findVisible(ctx, id)
      const draft = draftOf(image)
      const locations = planLocations(story, { image, target })
      for (const operation of operations) {
        if (operation.path[0] === 'locations') locations.add(ctx, operation)
        else {
          authorize(ctx, target, operation)
          assertUnprotected(ctx, draft, operation)
          apply(draft, operation, image)
        }
      }
      if (operations.length === 0) return image
      assertWithinQuotas(draft, settings.DEFAULT, image)
      const changes = changesOf(image, draft)
      const formats = operations.some(({ path }) => formatFields.includes(path[0] ?? ''))
      const conditions = { unmodifiedSince, ...(formats && { onlyIn: formatStatuses }) }
      await repository.change(id, { ...changes, ...conditions, ...(await locations.changes()) })
      await locations.removeBytes()
      const changed = await repository.find(id)
      if (!changed) throw noSuchImage(id)
      return changed
    },
  }
}

function assertBaseChange(operation: PatchOperation, name: string, image: Image) {
  if (operation.op === 'remove') throw new Problem('forbidden', `The attribute ${name} may not be removed.`)
  if (operation.op === 'add' && operation.strictAdd) throw new Problem('conflict', `The attribute ${name} is already present.`)
  if (formatFields.includes(name) && !formatStatuses.includes(image.status))
    throw new Problem('forbidden', `The attribute ${name} cannot be changed while the image is ${image.status}.`)
}

function assertPropertyChange(operation: PatchOperation, name: string, { properties }: ImageDraft) {
  const exists = properties.has(name)
  if (operation.op === 'add' && operation.strictAdd && exists)
    throw new Problem('conflict', `The property ${name} is already present.`)
  if (operation.op !== 'add' && !exists) throw new Problem('conflict', `The property ${name} does not exist.`)
}
