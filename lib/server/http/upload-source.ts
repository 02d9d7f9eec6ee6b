import { Problem } from '@/lib/contract/problem'
import type { UploadSource } from '../images/image-service'
import { bodyStream } from './body'

/** The bytes of an upload request, with what its headers say of them. Nothing is read, and no client told to go on, before `open`. */
export function uploadSource(request: Request): UploadSource {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim()
  if (type !== 'application/octet-stream')
    throw new Problem('unsupportedMedia', 'Image data must be sent as application/octet-stream')
  const contentLength = request.headers.get('content-length')
  return {
    open: () => bodyStream(request),
    store: request.headers.get('x-image-meta-store') ?? undefined,
    announcedSize: announcedSize(request.headers.get('x-openstack-image-size')),
    contentLength: contentLength === null ? undefined : Number(contentLength),
  }
}

function announcedSize(text: string | null): number | undefined {
  if (text === null) return undefined
  if (!/^\s*\d+\s*$/.test(text)) throw new Problem('badRequest', 'x-openstack-image-size must be a number of bytes')
  return Number(text)
}
