import type { MemberStatus } from '@/lib/contract/member'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { ShareQuery } from '@/lib/contract/share'
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
  /** What other projects share with the caller's, the newest first; only what the caller may see. */
  received(ctx: Context, query: ShareQuery): Promise<ReceivedPage>
  /** The image list, of those alone that the caller's project has accepted from others; the newest 10,000 of them. */
  receivedImages(ctx: Context, parameters: Parameters<ImageService['list']>[1]): ReturnType<ImageService['list']>
}

/** An image of another project, and what the caller's makes of it. */
export interface Share {
  member: Member
  image: Image
}

export interface ReceivedPage {
  shares: Share[]
  /** Of all pages, whatever was asked for. */
  counts: Record<MemberStatus, number>
  /** The marker of the next page, where there is one. */
  next: string | undefined
}

export interface MemberServiceParts {
  images: Pick<ImageService, 'findVisible' | 'get' | 'list'>
  repository: MemberRepository
  policy: Policy
  quota: Settings['DEFAULT']['image_member_quota']
}

const mostListed = 10_000

/** The member service of `/v2/images/{id}/members`. */
export function createMemberService({ images, repository, policy, quota }: MemberServiceParts): MemberService {
  async function membership(imageId: string, projectId: string): Promise<Member> {
    const member = await repository.find(imageId, projectId)
    if (!member) throw noMember(imageId, projectId)
    return member
  }

  /** Null for what has gone meanwhile, and for what the policy keeps from the caller. */
  async function share(ctx: Context, projectId: string, imageId: string): Promise<Share | null> {
    try {
      return { image: await images.get(ctx, imageId), member: await membership(imageId, projectId) }
    } catch (error) {
      if (isProblem(error) && (error.kind === 'notFound' || error.kind === 'forbidden')) return null
      throw error
    }
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

    async received(ctx, query) {
      const projectId = projectOf(ctx)
      policy.authorize(ctx, 'get_images', { owner: projectId, project_id: projectId, tenant: projectId })
      const ids = await repository.received(projectId, query)
      const page = ids.slice(0, query.limit)
      const shares = await Promise.all(page.map((id) => share(ctx, projectId, id)))
      return {
        shares: shares.filter((found) => found !== null),
        counts: await repository.countReceived(projectId),
        next: ids.length > page.length ? page.at(-1) : undefined,
      }
    },

    async receivedImages(ctx, parameters) {
      const accepted = await repository.received(projectOf(ctx), { status: 'accepted', limit: mostListed })
      const ids = parameters.id === undefined ? accepted : accepted.filter((id) => id === parameters.id)
      return images.list(ctx, { ...parameters, visibility: 'shared', member_status: 'accepted', id: `in:${ids.join(',')}` })
    },
  }
}

function projectOf({ projectId }: Context): string {
  if (projectId === null) throw new Problem('forbidden', 'Images are shared with projects: this token belongs to none.')
  return projectId
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
