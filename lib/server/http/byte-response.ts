import type { ByteSource } from '../stores/byte-store'

const sources = new WeakMap<Response, ByteSource>()

/** An answer whose body the server copies from `source` through pooled buffers, past web streams. */
export function byteResponse(source: ByteSource, init: ResponseInit): Response {
  const response = new Response(null, init)
  response.headers.set('content-length', String(source.length))
  sources.set(response, source)
  return response
}

export function byteSourceOf(response: Response): ByteSource | undefined {
  return sources.get(response)
}
