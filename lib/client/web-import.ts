import { paths } from '@/lib/contract/paths'
import { api } from './api'
import { createImage, removeImage } from './uploads/image-of-upload'
import type { UploadForm } from './uploads/upload'

/** The image was made, its import was refused, and it could not be removed again. */
export class LeftBehind extends Error {
  override readonly name = 'LeftBehind'

  constructor(
    readonly imageId: string,
    readonly reason: Error,
  ) {
    super(reason.message, { cause: reason })
  }
}

/** Makes an image and lets the cloud fetch its data from an address; answers its id. A refused import leaves no image. */
export async function importFromWeb(form: UploadForm, uri: string): Promise<string> {
  const id = await createImage(form)
  try {
    await api(`${paths.image(id)}/import`, { method: 'POST', body: { method: { name: 'web-download', uri } } })
    return id
  } catch (reason) {
    await removeImage(id).catch(() => {
      throw new LeftBehind(id, reason as Error)
    })
    throw reason
  }
}

/** What the last part of an address is called; empty where there is none. */
export function fileNameIn(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname.split('/').at(-1) ?? '')
  } catch {
    return ''
  }
}

/** Whether it is an address from which data can be fetched over the web. */
export function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:\/\//i.test(uri)
}
