import { z } from 'zod'
import type { PolicyDecision } from './policy-decision'
import type { RefusalReason } from './refusal'

/** Which refusals: the one with that request id, or the newest. */
export const RefusalQuery = z.object({ request: z.string().max(255).optional() })

/** A request that was refused, as those who may know of it see it. */
export interface RefusedRequest {
  request_id: string
  /** ISO 8601. */
  time: string
  /** How many of its like there were within short times: of the same person, with the same request and answer. */
  count: number
  first_time: string
  last_time: string
  method: string
  /** Without its query. */
  path: string
  /** The name of the policy that the request was about, where one is. */
  action: string | null
  status: number
  reason: RefusalReason | null
  /** What the client was told. */
  message: string
  decision: PolicyDecision | null
  user: { id: string; name: string } | null
  project: { id: string; name: string | null } | null
  /** What happened, in sentences. */
  text: string
}
