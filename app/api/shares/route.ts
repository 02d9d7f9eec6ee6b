import { ShareQuery } from '@/lib/contract/share'
import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { shareListView } from '@/lib/server/members/share-view'
import { services } from '@/lib/server/services'

/** What other projects share with the caller's: the inbox. */
export const GET = endpoint({ query: ShareQuery }, async ({ ctx, query }) => {
  const page = await services.members.received(ctx, query)
  return json(shareListView(page, query, (image) => services.images.view(ctx, image)))
})
