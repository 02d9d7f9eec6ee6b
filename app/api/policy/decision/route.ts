import { PolicyCell } from '@/lib/contract/policy-matrix'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Why a role passes a rule, or does not. */
export const GET = endpoint({ query: PolicyCell }, ({ ctx, query }) => json(services.policyMatrix.decide(ctx, query)))
