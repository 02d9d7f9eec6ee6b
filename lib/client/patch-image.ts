import { paths } from '@/lib/contract/paths'
import { api } from './api'

/** One step of a JSON-patch, as RFC 6902 writes it. */
export type PatchStep = { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string }

/** Changes an image by these steps, all or none of them. */
export async function patchImage(id: string, steps: readonly PatchStep[]): Promise<void> {
  await api(paths.image(encodeURIComponent(id)), {
    method: 'PATCH',
    contentType: 'application/openstack-images-v2.1-json-patch',
    body: steps,
  })
}
