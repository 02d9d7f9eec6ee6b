import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { uploadView } from '@/lib/server/uploads/upload-view'

export const GET = endpoint({}, async ({ ctx }) => json({ uploads: (await services.uploads.list(ctx)).map(uploadView) }))
