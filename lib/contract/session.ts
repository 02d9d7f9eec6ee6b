export interface ProjectRef {
  id: string
  name: string
  /** The name where it is known, else the id. */
  domain: string
}

/** How somebody signed in, and hence how the same person does it again. */
export type SignInWay =
  | { kind: 'password' }
  /** It has one project, and cannot switch. */
  | { kind: 'applicationCredential'; id: string; name: string }
  | { kind: 'webSso' }

/** What the browser may know of its session. Never a token. */
export interface SessionView {
  /** Of this sign-in in this project: whoever signs in again, even within the same second, has another. */
  id: string
  user: { id: string; name: string; domain: string }
  project: ProjectRef
  /** Lower case, with implied roles. */
  roles: readonly string[]
  way: SignInWay
  /** ISO 8601; the session ends shortly before the Keystone token. */
  endsAt: string
  /** Until then, by the server's clock. */
  secondsLeft: number
}

/** Why a sign-in did not succeed, as the dashboard words it. */
export const signInFailures = [
  'wrongPassword',
  'wrongSecret',
  'wrongPasscode',
  'passcodeNeeded',
  'passcodeTooLate',
  'factorUnsupported',
  'passwordExpired',
  'passwordRefused',
  'locked',
  'disabled',
  'tooManyAttempts',
  'noProject',
  'webSsoNotBegun',
  'webSsoRefused',
  'identityUnavailable',
  'badAnswer',
] as const
export type SignInFailure = (typeof signInFailures)[number]

/** What the sign-in page learns of a sign-in that did not succeed. */
export interface SignInRefusal {
  reason: SignInFailure
  /** Under which the server's log has the details. */
  requestId: string
  /** Keystone's own words, where they help. */
  detail?: string
  /** Sealed; comes back with the second factor. */
  challenge?: string
}

/** A way of signing in that leads over the cloud's own sign-in page. */
export interface WebSsoChoice {
  id: string
  label: string
}
