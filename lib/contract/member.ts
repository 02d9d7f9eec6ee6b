import { z } from 'zod'
import { ImagePath } from './image'
import { longestName } from './image-fields'

/** What a project with which an image is shared makes of it. */
export const memberStatuses = ['pending', 'accepted', 'rejected'] as const
export type MemberStatus = (typeof memberStatuses)[number]

/** The path of one membership: an image, and the project with which it is shared. */
export const MemberPath = ImagePath.extend({ memberId: z.string().regex(/^[^\0/]+$/) })

/** Whom to share an image with. Any name will do: the image service does not ask Keystone. */
export const NewMember = z.object({
  member: z
    .string()
    .min(1)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'must be text without NUL or unpaired surrogates')
    .refine((text) => [...text].length <= longestName, `must not be longer than ${longestName} characters`),
})

/** What a member answers to being shared with. */
export const MemberAnswer = z.object({ status: z.enum(memberStatuses) })

/** A membership on the wire. */
export interface MemberView {
  member_id: string
  image_id: string
  status: MemberStatus
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  created_at: string
  updated_at: string
  schema: string
}
