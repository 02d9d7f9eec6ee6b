import { z } from 'zod'
import { openApiDocument } from '@/lib/contract/openapi'
import { json } from '@/lib/server/http/answers'
import { openEndpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

const Parameters = z.object({ language: z.enum(['en', 'zh']).default('en') })

/** The Image API as an OpenAPI 3.1 document; its summaries in the language that is asked for. */
export const GET = openEndpoint({ query: Parameters }, ({ query }) =>
  json(openApiDocument({ formats: services.config.imageSchema, language: query.language })),
)
