import type { UsageView } from '@/lib/contract/usage'

/**
 * How much a project may have. Each assertion throws `tooLarge` when there is no room; images that nobody owns have no
 * quota. Sizes are bytes.
 */
export interface Quotas {
  /** Before a project gets one more image. */
  assertRoomForImage(owner: string | null): Promise<void>
  /** Before an image's data come in. Answers how many bytes may come; Infinity where nothing says. */
  roomForUpload(owner: string | null, announced: number): Promise<number>
  /** How many more bytes its images may have in all; Infinity where nothing says. */
  bytesLeft(owner: string | null): Promise<number>
  /** Before data are staged for an import. */
  assertRoomForStaging(owner: string | null, announced: number): Promise<void>
  /** Before an import of so many bytes, 0 where nobody knows; `stages` where it brings them into the staging area itself. */
  assertRoomForImport(owner: string | null, size: number, stages: boolean): Promise<void>
  /** When all bytes are there, before they become the image's: other uploads may have come first. */
  assertRoomForData(owner: string | null, size: number): Promise<void>
  /** What a project uses of Keystone's limits. */
  usage(owner: string | null): Promise<UsageView>
}
