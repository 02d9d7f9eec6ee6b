export interface ProjectRef {
  id: string
  name: string
  /** The name where it is known, else the id. */
  domain: string
}

/** What the browser may know of its session. Never a token. */
export interface SessionView {
  user: { id: string; name: string; domain: string }
  project: ProjectRef
  /** Lower case, with implied roles. */
  roles: readonly string[]
  /** ISO 8601; the session ends with the Keystone token. */
  expires: string
}

/** Why a sign-in failed, as the dashboard words it. */
export const signInFailures = [
  'wrongPassword',
  'passwordExpired',
  'tooManyAttempts',
  'noProject',
  'identityUnavailable',
  'badAnswer',
] as const
export type SignInFailure = (typeof signInFailures)[number]
