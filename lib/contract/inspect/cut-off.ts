import { diskEnds } from './ends/disk-ends'
import { Header, HeaderTruncated } from './header'
import type { DetectedFormat } from './inspection'

/** How much of a file's end `isCutOff` wants, in bytes. */
export const tailBytes = 1024

/** A whole file, as far as it was read. */
export interface FileEnds {
  /** The first `headBytes`, or all there is. */
  head: Uint8Array
  /** The last `tailBytes`, or all there is. */
  tail: Uint8Array
  size: number
}

/**
 * Whether the tables of a disk image prove that its file is shorter than it was: a download that broke off. Says false
 * where they prove nothing. Glance accepts such files, so the server's inspection does not ask.
 */
export function isCutOff(format: DetectedFormat, { head, tail, size }: FileEnds): boolean {
  try {
    return (diskEnds[format]?.(new Header(head), tail) ?? 0) > size
  } catch (error) {
    if (!(error instanceof HeaderTruncated)) throw error
    return head.length === size
  }
}
