import type { SignInFailure } from '@/lib/contract/session'

interface Options {
  cause?: unknown
  /** Keystone's own words for the person. */
  detail?: string
  /** Whom Keystone knows to have come, although it lets nobody in. */
  userId?: string | undefined
  /** What the second step of the sign-in needs, sealed. */
  challenge?: string
}

/** A sign-in that did not succeed; `reason` chooses the words that the person reads. */
export class LogInError extends Error {
  override readonly name = 'LogInError'
  readonly detail: string | undefined
  readonly userId: string | undefined
  readonly challenge: string | undefined

  constructor(
    readonly reason: SignInFailure,
    { cause, detail, userId, challenge }: Options = {},
  ) {
    super(reason, { cause })
    this.detail = detail
    this.userId = userId
    this.challenge = challenge
  }
}
