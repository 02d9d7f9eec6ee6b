import { json } from '@/lib/server/http/answers'
import { endpoint } from '@/lib/server/http/endpoint'
import { services } from '@/lib/server/services'
import { storesView } from '@/lib/server/stores/store-view'

export const GET = endpoint({}, () => json(storesView(services.stores)))
