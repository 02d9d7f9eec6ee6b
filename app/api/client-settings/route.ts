import { clientSettings } from '@/lib/server/auth/client-settings'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { publicBase } from '@/lib/server/http/public-url'

/** What a command-line client needs to know of the cloud. */
export const GET = endpoint({}, async ({ ctx, request }) => json(await clientSettings(ctx.token, publicBase(request))))
