import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { storeDetailsView } from '@/lib/server/stores/store-view'

export const GET = endpoint({}, ({ ctx }) => {
  services.policy.authorize(ctx, 'stores_info_detail', {})
  return json(storeDetailsView(services.stores))
})
