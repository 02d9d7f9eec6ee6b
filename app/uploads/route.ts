import { openEndpoint } from '@/lib/server/http/endpoint'
import { publicBase } from '@/lib/server/http/public-url'
import { tusEndpoint } from '@/lib/server/http/tus-endpoint'
import { services } from '@/lib/server/services'

export const OPTIONS = openEndpoint({}, ({ request }) => services.uploads.tus.options(request))

export const POST = tusEndpoint({ bytes: true }, async ({ ctx, request }) => {
  const response = await services.uploads.tus.create(ctx, request)
  const path = response.headers.get('location')
  if (path) response.headers.set('location', `${publicBase(request)}${path}`)
  return response
})
