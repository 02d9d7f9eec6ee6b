import { Problem, type ProblemOptions } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Attributes } from '../policy/attributes'
import type { Policy } from '../policy/policy'
import type { Image } from './image'
import type { ImageRepository } from './image-repository'

/** An image that its caller can see, with what policies ask about it. */
export interface VisibleImage {
  image: Image
  target: Attributes
}

/** Finds an image for a caller; throws `notFound` for one that the caller cannot see, as if it did not exist. */
export type FindVisible = (ctx: Context, id: string) => Promise<VisibleImage>

type Images = Pick<ImageRepository, 'find' | 'isMember'>

export function createFindVisible(repository: Images, policy: Policy): FindVisible {
  return async (ctx, id) => {
    const image = await repository.find(id)
    if (!image) throw noSuchImage(id)
    if (!policy.isInScope(ctx)) throw noSuchImage(id, notVisible)
    const seenByAll = image.owner === null || image.visibility === 'public' || image.visibility === 'community'
    if (seenByAll || ctx.isAdmin || image.owner === ctx.projectId) return { image, target: imageTarget(image) }
    const member = image.visibility === 'shared' && ctx.projectId !== null && (await repository.isMember(id, ctx.projectId))
    if (!member) throw noSuchImage(id, notVisible)
    return { image, target: { ...imageTarget(image), member_id: ctx.projectId } }
  }
}

const notVisible = { reason: 'notVisible' } as const

/** What a caller learns of an image that it cannot see; `known` is for the operator, and says that there is one. */
export function noSuchImage(id: string, known: Pick<ProblemOptions, 'reason' | 'decision'> = { reason: 'notThere' }): Problem {
  return new Problem('notFound', `No image found with ID ${id}`, known)
}

/** The attributes of an image by which policies decide. */
export function imageTarget(image: Omit<Image, 'tags' | 'properties' | 'locations'>): Attributes {
  const { id, name, status, visibility, size, checksum } = image
  return {
    ...ownerTarget(image.owner),
    ...{ image_id: id, name, status, visibility, size, checksum },
    protected: image.protected,
    os_hidden: image.hidden,
    disk_format: image.diskFormat,
    container_format: image.containerFormat,
    min_disk: image.minDisk,
    min_ram: image.minRam,
    virtual_size: image.virtualSize,
  }
}

/** The names under which policies know who owns something. */
export function ownerTarget(owner: string | null): Attributes {
  return { owner, project_id: owner, tenant: owner }
}
