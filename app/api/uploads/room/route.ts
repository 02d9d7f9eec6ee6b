import { UploadRoomQuery } from '@/lib/contract/upload-room'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'

/** Whether an upload of that size would find room. */
export const GET = endpoint({ query: UploadRoomQuery }, async ({ ctx, query }) =>
  json(await services.uploads.room(ctx, query.size)),
)
