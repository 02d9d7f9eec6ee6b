import { openEndpoint } from '@/lib/server/http/endpoint'
import { beginWebSso, takeWebSsoToken, WebSsoQuery } from '@/lib/server/http/web-sso-answers'

/** Leads the browser to Keystone's sign-in page. */
export const GET = openEndpoint({ query: WebSsoQuery }, ({ request, query }) => beginWebSso(request, query))

/** Keystone's page sends its token here. */
export const POST = openEndpoint({ bytes: true }, ({ request }) => takeWebSsoToken(request))
