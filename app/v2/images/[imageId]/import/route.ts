import { ImagePath } from '@/lib/contract/image'
import { ImportRequest } from '@/lib/contract/import-request'
import { accepted } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

export const POST = endpoint({ params: ImagePath, body: ImportRequest }, async ({ ctx, request, params, body }) => {
  await services.imports.begin(ctx, params.imageId, { ...body, storeHeader: request.headers.get('x-image-meta-store') })
  return accepted()
})
