import { Problem } from '@/lib/contract/problem'
import { schemaDocument } from '@/lib/contract/schema-documents'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const GET = endpoint({}, ({ params }) => {
  const document = schemaDocument(params.name ?? '', services.config.imageSchema)
  if (!document) throw new Problem('notFound', 'The resource could not be found.')
  return json(document)
})
