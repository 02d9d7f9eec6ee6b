import { nameFits } from './image-name'
import { diskFormatNamed, nameFor } from './uploads/file-name'
import type { UploadForm } from './uploads/upload'
import { fileNameIn, isWebAddress } from './web-import'

/** The form of an image whose data the cloud fetches from an address. */
export interface UrlForm {
  uri: string
  image: UploadForm
}

export const emptyUrlForm: UrlForm = {
  uri: '',
  image: {
    ...{ name: '', diskFormat: 'qcow2', containerFormat: 'bare', minDisk: 0, visibility: 'private', protected: false },
    tags: [],
  },
}

/** The form as a text that outlives a reload. */
export function urlFormText(form: UrlForm): string {
  return JSON.stringify(form)
}

/** The form that a text keeps; the empty one where it is not what `urlFormText` writes. */
export function urlFormFrom(text: string | null): UrlForm {
  try {
    const { uri, image } = JSON.parse(text ?? '') as Partial<UrlForm>
    if (typeof uri !== 'string' || typeof image?.name !== 'string' || !Array.isArray(image.tags)) return emptyUrlForm
    // JSON has no word for a number that was left out.
    return { uri, image: { ...emptyUrlForm.image, ...image, minDisk: image.minDisk ?? Number.NaN } }
  } catch {
    return emptyUrlForm
  }
}

/** The form with another address, which names the image as long as the person has not. */
export function withAddress({ uri: before, image }: UrlForm, uri: string): UrlForm {
  const own = image.name !== '' && image.name !== nameFor(fileNameIn(before))
  const file = fileNameIn(uri)
  return { uri, image: own ? image : { ...image, name: nameFor(file), diskFormat: diskFormatNamed(file) ?? image.diskFormat } }
}

/** What of the form can be sent. */
export function urlFormFits({ uri, image }: UrlForm) {
  return {
    uri: isWebAddress(uri.trim()),
    name: nameFits(image.name),
    minDisk: Number.isInteger(image.minDisk) && image.minDisk >= 0,
  }
}
