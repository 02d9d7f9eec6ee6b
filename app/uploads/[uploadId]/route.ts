import { bodyStream } from '@/lib/server/http/body'
import { openEndpoint } from '@/lib/server/http/endpoint'
import { tusEndpoint } from '@/lib/server/http/tus-endpoint'
import { chunkAnswer, readChunkHeaders } from '@/lib/server/http/tus-headers'
import { services } from '@/lib/server/services'
import { UploadPath } from '@/lib/server/uploads/upload-path'

export const OPTIONS = openEndpoint({}, ({ request }) => services.uploads.tus.options(request))

export const HEAD = tusEndpoint({ params: UploadPath }, ({ ctx, params, request }) =>
  services.uploads.tus.show(ctx, params.uploadId, request),
)

export const PATCH = tusEndpoint({ params: UploadPath, bytes: true }, async ({ ctx, params, request }) => {
  const chunk = { ...readChunkHeaders(request.headers), open: () => bodyStream(request) }
  const upload = await services.uploads.append(ctx, params.uploadId, chunk)
  return chunkAnswer(upload, services.uploads.expiresAt(upload))
})

export const DELETE = tusEndpoint({ params: UploadPath }, ({ ctx, params, request }) =>
  services.uploads.tus.remove(ctx, params.uploadId, request),
)
