import type { SignInFailure } from '@/lib/contract/session'

/** What somebody came to ask about. */
export interface Subject {
  requestId?: string | undefined
  imageId?: string | undefined
  /** Why the sign-in before was refused. */
  signIn?: SignInFailure | undefined
}
