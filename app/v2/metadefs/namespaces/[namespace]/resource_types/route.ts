import { NamespacePath } from '@/lib/contract/metadef-requests'
import { AssociationInput } from '@/lib/contract/metadefs'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { readAssociation } from '@/lib/server/metadefs/metadef-input'
import { associationView } from '@/lib/server/metadefs/metadef-view'
import { services } from '@/lib/server/services'

export const GET = endpoint({ params: NamespacePath }, async ({ ctx, params }) => {
  const associations = await services.metadefs.resourceTypes.list(ctx, params.namespace)
  return json({ resource_type_associations: associations.map(associationView) })
})

export const POST = endpoint({ params: NamespacePath, body: AssociationInput }, async ({ ctx, params, body }) => {
  const association = await services.metadefs.resourceTypes.add(ctx, params.namespace, readAssociation(body))
  return json(associationView(association), { status: 201 })
})
