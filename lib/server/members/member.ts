import type { MemberStatus } from '@/lib/contract/member'

/** A project with which an image is shared. */
export interface Member {
  imageId: string
  projectId: string
  status: MemberStatus
  createdAt: Date
  updatedAt: Date
}
