import { z } from 'zod'
import type { ImageView } from './image'
import { type MemberStatus, type MemberView, memberStatuses } from './member'

/** Which of the images that other projects share with the caller's: of one status, or one image; a page of them. */
export const ShareQuery = z.object({
  status: z.enum(memberStatuses).optional(),
  image: z.string().optional(),
  limit: z.coerce.number().int().min(0).max(100).default(25),
  /** The image after which the page begins. */
  marker: z.string().optional(),
})
export type ShareQuery = z.infer<typeof ShareQuery>

/** An image that another project shares with the caller's, and what the caller's project makes of it. */
export interface ShareView<Image = ImageView> {
  member: MemberView
  image: Image
}

export interface ShareListView<Image = ImageView> {
  /** Newest first. */
  shares: ShareView<Image>[]
  /** Of all pages, whatever was asked for. */
  counts: Record<MemberStatus, number>
  /** Only there when more follow. */
  next?: string
}
