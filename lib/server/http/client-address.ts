import { services } from '../services'
import { peerAddress } from './body'

/** Where the client is: the other end of the connection, or what the proxy before us saw where the operator trusts it. */
export function clientAddress(request: Request): string {
  const trusted = services.config.oslo_middleware.enable_proxy_headers_parsing
  const forwarded = trusted ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || peerAddress(request)
}
