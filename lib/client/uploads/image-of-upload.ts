import { paths } from '@/lib/contract/paths'
import type { UploadRoomView } from '@/lib/contract/upload-room'
import { api } from '../api'
import type { ImageView } from '../image-view'
import { patchImage } from '../patch-image'
import type { UploadForm } from './upload'

function body(form: UploadForm) {
  return {
    name: form.name,
    disk_format: form.diskFormat,
    container_format: form.containerFormat,
    min_disk: form.minDisk,
    visibility: form.visibility,
    protected: form.protected,
    tags: form.tags,
  }
}

/** Whether so many bytes would find room now. */
export function roomFor(size: number): Promise<UploadRoomView> {
  return api<UploadRoomView>(`/api/uploads/room?size=${size}`)
}

/** How many bytes the server has of an unfinished upload. */
export async function offsetOf(uploadUrl: string): Promise<number> {
  return (await api<{ offset: number }>(`/api${uploadUrl}`)).offset
}

/** Makes the queued image that the bytes will belong to; answers its id. */
export async function createImage(form: UploadForm): Promise<string> {
  return (await api<ImageView>(paths.images(), { method: 'POST', body: body(form) })).id
}

/** Brings an image that still waits for its data in line with the form. */
export async function describeImage(id: string, form: UploadForm): Promise<void> {
  const fields = Object.entries(body(form))
  await patchImage(
    id,
    fields.map(([name, value]) => ({ op: 'replace', path: `/${name}`, value })),
  )
}

export function readImage(id: string, signal?: AbortSignal): Promise<ImageView> {
  return api<ImageView>(paths.image(id), signal ? { signal } : {})
}

export async function removeImage(id: string): Promise<void> {
  await api(paths.image(id), { method: 'DELETE' })
}
