import type { Logger } from 'pino'
import type { ImageInput, ImageView } from '@/lib/contract/image'
import type { PatchOperation } from '@/lib/contract/json-patch'
import type { Config } from '../config'
import type { Context } from '../context'
import type { PeerNodes } from '../peer-nodes'
import type { Policy } from '../policy/policy'
import type { PropertyProtections } from '../policy/property-protections'
import type { Quotas } from '../quota/quota-service'
import type { ImageData, ReceivedBytes, StoredData } from '../stores/image-data'
import type { ImageLocation } from '../stores/image-location'
import type { StoreRegistry } from '../stores/store-registry'
import type { Image } from './image'
import type { FindVisible } from './image-access'
import type { ListParameters } from './image-list-parameters'
import type { ImagePage } from './image-list-repository'
import type { ImageRepository } from './image-repository'

/** The bytes of an upload, not yet asked for. */
export interface UploadSource {
  /** Called once, when nothing speaks against the upload any more. */
  open(): AsyncIterable<Uint8Array>
  /** The store that shall take them, by its id; of no meaning where there is only one. */
  store?: string | undefined
  /** What the client says that it sends; another number of bytes is refused after reading. */
  announcedSize?: number | undefined
  /** How long the request's body is, if it says so; only used to refuse what is too large before a byte is read. */
  contentLength?: number | undefined
}

/** An image and where its bytes can be read, in the order in which to try. */
export interface ImageCopies {
  image: Image
  locations: readonly ImageLocation[]
}

/** Stores an image's bytes; calls `accept` with the facts before anything becomes visible. */
export type StoreBytes = (image: Image, accept: (received: ReceivedBytes) => void) => Promise<StoredData>

/** All operations of a PATCH, and until when the client has seen the image's changes, if it says so. */
export interface ImagePatch {
  operations: readonly PatchOperation[]
  unmodifiedSince?: Date | undefined
}

/**
 * The Image API's use cases. What a caller cannot see is `notFound`, what it sees but may not do is `forbidden`, and what the
 * image's state does not allow is `conflict`.
 */
export interface ImageService {
  create(ctx: Context, input: ImageInput): Promise<Image>
  list(ctx: Context, parameters: ListParameters): Promise<ImagePage>
  get(ctx: Context, id: string): Promise<Image>
  /** The image on the wire, with as much of its locations as the caller may know. */
  view(ctx: Context, image: Image): ImageView
  /** `preconditionFailed` where the image was changed after `unmodifiedSince`, a whole second. */
  patch(ctx: Context, id: string, patch: ImagePatch): Promise<Image>
  /** Deletes the image at once; bytes that cannot be removed just now are removed by a later start. */
  remove(ctx: Context, id: string): Promise<void>
  /** The image, if the caller can see it, with what policies ask about it; else `notFound`. */
  findVisible: FindVisible
  /** Removes the copy in that store; `forbidden` for the only one. */
  removeFromStore(ctx: Context, id: string, storeId: string): Promise<void>
  tag(ctx: Context, id: string, tag: string): Promise<void>
  untag(ctx: Context, id: string, tag: string): Promise<void>
  /** `active` → `deactivated`: from now on only administrators get the data and know where they are. */
  deactivate(ctx: Context, id: string): Promise<void>
  reactivate(ctx: Context, id: string): Promise<void>
  /** Where an image's bytes are, best first and the stores of `preferred` before all; null while it has none. */
  download(ctx: Context, id: string, preferred?: readonly string[]): Promise<ImageCopies | null>
  /** The checks of an upload, made before any byte: visible, allowed, `queued`, both formats set, room for that many bytes. */
  authorizeUpload(ctx: Context, id: string, size?: number): Promise<Image>
  upload(ctx: Context, id: string, source: UploadSource): Promise<Image>
  /**
   * `queued` → `saving` → `active` around `store`. Whatever fails brings the image back to `queued` without a trace; when it
   * was deleted meanwhile, the bytes are removed and it is `gone`.
   */
  activate(imageId: string, store: StoreBytes): Promise<Image>
  /** At the start: brings every image that a crash left `saving` back to `queued`; answers their ids. */
  recoverInterrupted(): Promise<string[]>
  /** False for an id that was never used, and once the image is deleted. */
  exists(imageId: string): Promise<boolean>
  /** Null for an id that was never used; else whether the image has a location. */
  hasData(imageId: string): Promise<boolean | null>
  /** Null for an id that was never used; else where its bytes are. */
  locationsOf(imageId: string): Promise<readonly ImageLocation[] | null>
}

export interface ImageServiceParts {
  repository: ImageRepository
  policy: Policy
  quotas: Quotas
  data: ImageData
  stores: StoreRegistry
  /** Data that wait for their import. */
  staged: { remove(imageId: string): Promise<void> }
  /** The other nodes, where data may be staged. */
  peers: PeerNodes
  protections: PropertyProtections
  settings: Pick<Config, 'DEFAULT' | 'image_format' | 'imageSchema'>
  log: Logger
}

/** What each story has at hand. */
export interface Story extends ImageServiceParts {
  findVisible: FindVisible
}
