import { AuditQuery } from '@/lib/contract/audit'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Who changed what, as far as the caller may know of it. */
export const GET = endpoint({ query: AuditQuery }, async ({ ctx, query }) => json(await services.audit.list(ctx, query)))
