import type { Context } from '../context'
import type { Image } from '../images/image'
import type { ReceivedBytes, StoredData } from '../stores/image-data'

/** What uploads need of the images. */
export interface UploadImages {
  /** The checks of `PUT …/file`, made before any byte: visible, allowed, `queued`, both formats set, room for that many bytes. */
  authorizeUpload(ctx: Context, imageId: string, size?: number): Promise<Image>
  /** `queued` → `saving` → `active` around `store`; whatever fails brings the image back to `queued`. */
  activate(
    imageId: string,
    store: (image: Image, accept: (received: ReceivedBytes) => void) => Promise<StoredData>,
  ): Promise<Image>
  /** False once it is deleted. */
  exists(imageId: string): Promise<boolean>
  /** Null: there is no such image; true: it has a location. */
  hasData(imageId: string): Promise<boolean | null>
}
