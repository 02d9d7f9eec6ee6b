import type { UploadRoomView } from '@/lib/contract/upload-room'
import type { Visibility } from '../image-view'
import type { ChosenFile } from './chosen-files'

/** What the person said about the image before the first byte. */
export interface UploadForm {
  name: string
  diskFormat: string
  containerFormat: string
  minDisk: number
  visibility: Visibility
  protected: boolean
  tags: string[]
}

/** How a file is known again after a reload. */
export interface FileMark {
  name: string
  size: number
  lastModified: number
  /** Of the first, middle and last MiB. */
  sample: string
}

/** What is kept of an upload between visits. Never a token. */
export interface UploadRecord {
  id: string
  project: { id: string; name: string }
  form: UploadForm
  file: FileMark
  /** Where the browser can read the file again by permission alone. */
  handle: FileSystemFileHandle | null
  imageId: string | null
  /** The image was there before this upload: discarding the upload must not delete it. */
  imageIsOlder: boolean
  uploadUrl: string | null
  sentBytes: number
  paused: boolean
  /** In what it stopped by itself, so that no other tab tries the same at once. */
  waits: 'full' | 'signIn' | null
  /** What there was too little of, where there was. */
  shortage: UploadRoomView | null
  /** Why the server refused it, or null. */
  failure: string | null
  createdAt: number
}

export type UploadStage =
  | 'waiting'
  | 'starting'
  | 'uploading'
  | 'paused'
  | 'offline'
  | 'retrying'
  | 'full'
  | 'signIn'
  | 'needsFile'
  | 'changed'
  | 'needsPermission'
  | 'elsewhere'
  | 'otherProject'
  | 'verifying'
  | 'publishing'
  | 'active'
  | 'failed'

/** An upload as it is shown now. */
export interface Upload extends UploadRecord {
  stage: UploadStage
  /** Bytes per second, smoothed; null until it is known. */
  speed: number | null
  /** When the next attempt is made, in ms since 1970; null unless `offline` or `retrying`. */
  retryAt: number | null
  /** Something to know beside the stage. */
  hint: 'wrongFile' | 'fileGone' | 'startedAgain' | null
  /** What was found in place of the file that was marked, and is perhaps a later state of it; null unless `changed`. */
  found: ChosenFile | null
}

const busy: ReadonlySet<UploadStage> = new Set([
  ...(['waiting', 'starting', 'uploading', 'offline', 'retrying', 'verifying', 'publishing'] as const),
])

/** Whether it goes on without anybody doing anything. */
export function isRunning({ stage }: Pick<Upload, 'stage'>): boolean {
  return busy.has(stage)
}

/** Whether it goes on, be it in another tab. */
export function isUnderway({ stage }: Pick<Upload, 'stage'>): boolean {
  return stage === 'elsewhere' || isRunning({ stage })
}

export function secondsLeft({ file, sentBytes, speed }: Pick<Upload, 'file' | 'sentBytes' | 'speed'>): number | null {
  return speed ? (file.size - sentBytes) / speed : null
}

export function isNamedAfterFile({ file, form }: Pick<Upload, 'file' | 'form'>): boolean {
  return file.name.startsWith(form.name)
}

/** An upload as buttons and announcements name it: by its file, and by its image too where that is called otherwise. */
export function nameOf(upload: Pick<Upload, 'file' | 'form'>): string {
  const { file, form } = upload
  return isNamedAfterFile(upload) ? file.name : `${form.name} (${file.name})`
}

/** Whether an image that was made for an upload stays without data as long as nobody does anything. */
export function leavesImageQueued({ stage, imageId, imageIsOlder }: Upload): boolean {
  return (stage === 'failed' || stage === 'full') && imageId !== null && !imageIsOlder
}
