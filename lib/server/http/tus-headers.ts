import { Problem } from '@/lib/contract/problem'

/** The version of the protocol, and of every request and answer. */
export const tusVersion = '1.0.0'

/** What the headers of a PATCH say. */
export interface ChunkHeaders {
  offset: number
  /** Null where the body is sent without a length. */
  length: number | null
}

/** Refuses a client of another version of the protocol. */
export function assertTusVersion(headers: Headers) {
  // The Tus-Resumable header MUST be included in every request and response except for OPTIONS requests. If the version
  // specified by the Client is not supported by the Server, it MUST respond with the 412 Precondition Failed status and
  // MUST include the Tus-Version header into the response.
  if (headers.get('tus-resumable') === tusVersion) return
  const options = { headers: { 'tus-version': tusVersion } }
  throw new Problem('preconditionFailed', `Tus-Resumable must be ${tusVersion}.`, options)
}

/** Reads the headers of a PATCH. */
export function readChunkHeaders(headers: Headers): ChunkHeaders {
  // All PATCH requests MUST use Content-Type: application/offset+octet-stream, otherwise the server SHOULD return a
  // 415 Unsupported Media Type status.
  if (headers.get('content-type') !== 'application/offset+octet-stream')
    throw new Problem('unsupportedMedia', 'The Content-Type must be application/offset+octet-stream.')
  // The Upload-Offset header’s value MUST be equal to the current offset of the resource: a client without one does not
  // know where it is.
  const offset = wholeNumber(headers, 'upload-offset')
  if (offset === null) throw new Problem('badRequest', 'A PATCH needs Upload-Offset.')
  // Once it is set the length of the upload MUST NOT be changed, and it is set when the upload is created.
  if (headers.has('upload-length') || headers.has('upload-defer-length'))
    throw new Problem('badRequest', 'The length of an upload is given when it is created.')
  return { offset, length: wholeNumber(headers, 'content-length') }
}

/** The value MUST be a non-negative integer. */
function wholeNumber(headers: Headers, name: string): number | null {
  const text = headers.get(name)
  if (text === null) return null
  if (!/^\d{1,15}$/.test(text)) throw new Problem('badRequest', `${name} must be a whole number of bytes, found "${text}".`)
  return Number(text)
}

/** The answer to a PATCH whose bytes have been taken. */
export function chunkAnswer({ offset, size }: { offset: number; size: number }, expiresAt: Date): Response {
  // The Server MUST acknowledge successful PATCH requests with the 204 No Content status. It MUST include the Upload-Offset
  // header containing the new offset.
  const response = new Response(null, {
    status: 204,
    headers: { 'tus-resumable': tusVersion, 'upload-offset': String(offset) },
  })
  // The Upload-Expires header MUST be included in every PATCH response if the upload is going to expire.
  if (offset < size) response.headers.set('upload-expires', expiresAt.toUTCString())
  return response
}
