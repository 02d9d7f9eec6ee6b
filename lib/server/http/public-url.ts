import { services } from '../services'

/** Whether the client reached the service by https, perhaps through a proxy. */
export function isSecure(request: Request): boolean {
  const { public_endpoint } = services.config.DEFAULT
  if (public_endpoint) return public_endpoint.startsWith('https:')
  const forwarded = services.config.oslo_middleware.enable_proxy_headers_parsing && forwardedOf(request, 'proto')
  return (forwarded || request.url).startsWith('https')
}

function forwardedOf(request: Request, name: string): string | undefined {
  return request.headers.get(`x-forwarded-${name}`)?.split(',')[0]?.trim()
}

/**
 * Scheme, host and prefix under which the client reached the service, without a slash at the end: `public_endpoint`
 * where it is set, else forwarded headers where the operator trusts them, else the request's own host.
 */
export function publicBase(request: Request): string {
  const { public_endpoint } = services.config.DEFAULT
  if (public_endpoint) return public_endpoint
  const url = new URL(request.url)
  if (!services.config.oslo_middleware.enable_proxy_headers_parsing) return url.origin
  const forwarded = (name: string) => forwardedOf(request, name)
  const scheme = forwarded('proto') ?? url.protocol.slice(0, -1)
  return `${scheme}://${forwarded('host') ?? url.host}${(forwarded('prefix') ?? '').replace(/\/+$/, '')}`
}
