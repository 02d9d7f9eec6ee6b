import type { ImageView } from '@/lib/client/image-view'
import type { MemberView } from '@/lib/contract/member'

/** What concerns one project with which an image is shared. */
export interface MemberProps {
  image: ImageView
  member: MemberView
  /** The project's name where it is known, else its id. */
  name: string
}

export interface MemberDialogProps extends MemberProps {
  open: boolean
  onClose(): void
}
