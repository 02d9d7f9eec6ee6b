import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { resourceTypeView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, async ({ ctx }) => {
  const types = await services.metadefs.resourceTypes.listTypes(ctx)
  return json({ resource_types: types.map(resourceTypeView) })
})
