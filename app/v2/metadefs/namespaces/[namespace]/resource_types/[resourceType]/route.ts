import { ResourceTypePath } from '@/lib/contract/metadef-requests'
import { noContent } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const DELETE = endpoint({ params: ResourceTypePath }, async ({ ctx, params }) => {
  await services.metadefs.resourceTypes.remove(ctx, params.namespace, params.resourceType)
  return noContent()
})
