import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Which role passes which rule, by the rules in force. */
export const GET = endpoint({}, ({ ctx }) => json(services.policyMatrix.show(ctx)))
