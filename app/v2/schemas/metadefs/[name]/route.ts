import { metadefDocument } from '@/lib/contract/metadef-documents'
import { Problem } from '@/lib/contract/problem'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'

export const GET = endpoint({}, ({ params }) => {
  const document = metadefDocument(params.name ?? '')
  if (!document) throw new Problem('notFound', 'The resource could not be found.')
  return json(document)
})
