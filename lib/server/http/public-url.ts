import { services } from '../services'

/**
 * Scheme, host and prefix under which the client reached the service, without a slash at the end: `public_endpoint`
 * where it is set, else forwarded headers where the operator trusts them, else the request's own host.
 */
export function publicBase(request: Request): string {
  const { public_endpoint } = services.config.DEFAULT
  if (public_endpoint) return public_endpoint
  const url = new URL(request.url)
  if (!services.config.oslo_middleware.enable_proxy_headers_parsing) return url.origin
  const forwarded = (name: string) => request.headers.get(`x-forwarded-${name}`)?.split(',')[0]?.trim()
  const scheme = forwarded('proto') ?? url.protocol.slice(0, -1)
  return `${scheme}://${forwarded('host') ?? url.host}${(forwarded('prefix') ?? '').replace(/\/+$/, '')}`
}

/** Keystone's address as clients reach it; that of the embedded identity is below the address that this client used. */
export function publicIdentity(request: Request): string {
  const { identity, identityUri, keystoneUrl } = services
  return identity && identityUri === keystoneUrl ? `${publicBase(request)}/identity` : identityUri
}

/** Whether the client reached the service by https, perhaps through a proxy. */
export const isSecure = (request: Request): boolean => publicBase(request).startsWith('https:')
