import type { PolicyDecision } from './policy-decision'
import type { RefusalReason } from './refusal'

/** Every way a request can fail, with the one HTTP status it becomes. */
export const problemKinds = {
  badRequest: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  gone: 410,
  preconditionFailed: 412,
  tooLarge: 413,
  unsupportedMedia: 415,
  rangeNotSatisfiable: 416,
  tooManyRequests: 429,
  headersTooLarge: 431,
  internal: 500,
  notImplemented: 501,
  badGateway: 502,
  storeUnavailable: 503,
  identityUnavailable: 503,
  gatewayTimeout: 504,
} as const satisfies Record<string, number>

export type ProblemKind = keyof typeof problemKinds

export interface ProblemOptions {
  cause?: unknown
  /** Extra response headers, such as `Allow` or `Retry-After`. */
  headers?: Record<string, string>
  /** What the policy said that refused. */
  decision?: PolicyDecision
  /** Why nobody was recognised behind the request. */
  reason?: RefusalReason
}

/** A failure with a name: thrown anywhere, turned into HTTP in one place (`problem-response.ts`). */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly headers: Record<string, string>
  readonly decision: PolicyDecision | undefined
  readonly reason: RefusalReason | undefined

  constructor(
    readonly kind: ProblemKind,
    message: string,
    { cause, headers = {}, decision, reason }: ProblemOptions = {},
  ) {
    super(message, { cause })
    this.headers = headers
    this.decision = decision
    this.reason = reason
  }

  get status(): number {
    return problemKinds[this.kind]
  }
}

/** Recognised by name, because one process may load this module twice. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'kind' in error
}
