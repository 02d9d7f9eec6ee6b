import { paths } from '@/lib/contract/paths'
import { api } from './api'

/** One step of a JSON-patch, as RFC 6902 writes it. */
export type PatchStep = { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string }

/**
 * Changes an image by these steps, all or none of them; `preconditionFailed` where it was changed after `seenAt`, the time of
 * the last change that the person knows of.
 */
export async function patchImage(id: string, steps: readonly PatchStep[], seenAt?: string): Promise<void> {
  await api(paths.image(encodeURIComponent(id)), {
    method: 'PATCH',
    headers: seenAt === undefined ? {} : { 'if-unmodified-since': new Date(seenAt).toUTCString() },
    contentType: 'application/openstack-images-v2.1-json-patch',
    body: steps,
  })
}
