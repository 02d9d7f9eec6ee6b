import { isProblem } from '@/lib/contract/problem'
import type { ImageCopies } from '../images/image-service'
import { services } from '../services'
import type { ByteRange, ByteSource } from '../stores/byte-store'
import { noContent } from './answers'
import { requestedRange } from './byte-range'
import { byteResponse } from './byte-response'

/** The answer of a download: 200, 206 of a range, or 204 where the store has lost the bytes. */
export async function imageBytes(request: Request, { image, locations }: ImageCopies): Promise<Response> {
  const whole = image.size === null ? await openOrLost(locations) : undefined
  if (whole === null) return noContent()
  const size = image.size ?? whole?.length ?? 0
  await whole?.close()
  const range = requestedRange(request.headers, size)
  const source = range ? await openOrLost(locations, range) : await openWhole({ image, locations })
  if (!source) return noContent()
  const headers = new Headers({ 'content-type': 'application/octet-stream' })
  if (image.checksum) headers.set('content-md5', image.checksum)
  if (!range) return byteResponse(source, { headers })
  headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  return byteResponse(source, { status: 206, headers })
}

/** A copy of this machine where there is one; else the bytes come from their store, and may leave a copy. */
async function openWhole(copies: ImageCopies): Promise<ByteSource | null> {
  const cached = await services.cache.open(copies.image)
  if (cached) return cached
  const source = await openOrLost(copies.locations)
  return source && services.cache.keep(copies, source)
}

async function openOrLost(locations: ImageCopies['locations'], range?: ByteRange): Promise<ByteSource | null> {
  try {
    return await services.data.openFirst(locations, range)
  } catch (error) {
    if (isProblem(error) && error.kind === 'notFound') return null
    throw error
  }
}
