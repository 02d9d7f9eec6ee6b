import type { MemberStatus } from '@/lib/contract/member'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Context } from '../context'
import type { Image } from '../images/image'
import type { ImageService } from '../images/image-service'
import type { Policy } from '../policy/policy'
import type { Member } from './member'
import type { MemberRepository } from './member-repository'

/**
 * Sharing. The owner adds a project (`pending`), that project answers (`accepted` lists the image, `rejected` does not),
 * the owner removes it. Memberships outlive changes of visibility, but count only while the image is `shared`.
 */
export interface MemberService {
  /** `conflict` for a member, `tooLarge` beyond the quota. A former member comes back as `pending`. */
  add(ctx: Context, imageId: string, projectId: string): Promise<Member>
  /** All of the owner's image; a member finds itself only. */
  list(ctx: Context, imageId: string): Promise<Member[]>
  get(ctx: Context, imageId: string, projectId: string): Promise<Member>
  /** Only the member itself answers, or an administrator: `forbidden` for the owner. */
  answer(ctx: Context, imageId: string, projectId: string, status: MemberStatus): Promise<Member>
  remove(ctx: Context, imageId: string, projectId: string): Promise<void>
}

export interface MemberServiceParts {
  images: Pick<ImageService, 'findVisible'>
  repository: MemberRepository
  policy: Policy
  quota: Settings['DEFAULT']['image_member_quota']
}

/** The member service of `/v2/images/{id}/members`. */
export function createMemberService({ images, repository, policy, quota }: MemberServiceParts): MemberService {
  async function membership(imageId: string, projectId: string): Promise<Member> {
    const member = await repository.find(imageId, projectId)
    if (!member) throw noMember(imageId, projectId)
    return member
  }

  return {
    async add(ctx, imageId, projectId) {
      const { image, target } = await images.findVisible(ctx, imageId)
      policy.authorize(ctx, 'add_member', target)
      assertShared(image)
      return repository.add(imageId, projectId, quota)
    },

    async list(ctx, imageId) {
      const { image, target } = await images.findVisible(ctx, imageId)
      policy.authorize(ctx, 'get_members', target)
      assertShared(image)
      const members = await repository.list(imageId)
      return seesAll(ctx, image) ? members : members.filter(({ projectId }) => projectId === ctx.projectId)
    },

    async get(ctx, imageId, projectId) {
      const { image, target } = await images.findVisible(ctx, imageId)
      const hidden = image.visibility !== 'shared' || !(seesAll(ctx, image) || projectId === ctx.projectId)
      if (hidden || !policy.allows(ctx, 'get_member', target)) throw noMember(imageId, projectId)
      return membership(imageId, projectId)
    },

    async answer(ctx, imageId, projectId, status) {
      const { image, target } = await images.findVisible(ctx, imageId)
      assertShared(image)
      const concerned = seesAll(ctx, image) || projectId === ctx.projectId
      if (!concerned) throw noMember(imageId, projectId)
      await membership(imageId, projectId)
      policy.authorize(ctx, 'modify_member', { ...target, member_id: projectId })
      const member = await repository.setStatus(imageId, projectId, status)
      if (!member) throw noMember(imageId, projectId)
      return member
    },

    async remove(ctx, imageId, projectId) {
      const { image, target } = await images.findVisible(ctx, imageId)
      policy.authorize(ctx, 'delete_member', target)
      assertShared(image)
      if (!(await repository.remove(imageId, projectId))) throw noMember(imageId, projectId)
    },
  }
}

/** Who may know with whom an image is shared. */
function seesAll(ctx: Context, image: Image): boolean {
  return ctx.isAdmin || (image.owner !== null && image.owner === ctx.projectId)
}

function assertShared({ id, visibility }: Image) {
  if (visibility !== 'shared')
    throw new Problem('forbidden', `The image ${id} is ${visibility}: only a shared image has members to see or to change.`)
}

function noMember(imageId: string, projectId: string): Problem {
  return new Problem('notFound', `The project ${projectId} is not a member of the image ${imageId}.`)
}
