import { ExplainInput } from '@/lib/contract/explanation'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Why the caller, or whoever an administrator names, may or may not do something. */
export const POST = endpoint({ body: ExplainInput }, async ({ ctx, body }) =>
  json(await services.explanations.explain(ctx, body)),
)
