/** JSON without a charset, as Glance answers. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  const response = new Response(JSON.stringify(value), init)
  response.headers.set('content-type', 'application/json')
  return response
}

export function noContent(): Response {
  return new Response(null, { status: 204 })
}

/** The work has been taken on; the body is empty, and typed as Glance types it. */
export function accepted(): Response {
  return new Response(null, { status: 202, headers: { 'content-type': 'text/html; charset=UTF-8' } })
}
