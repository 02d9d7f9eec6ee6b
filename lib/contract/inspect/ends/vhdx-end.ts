import type { Header } from '../header'
import { vhdxBlockBytes } from '../vhdx'
import { blockAllocationTable, findRegion, metadataRegion } from '../vhdx-regions'
import { tableEntries } from './table-entries'

/** The low bits of an entry that say whether its block is there: fully, or in part. */
const stateMask = 0b111n
const present = new Set([6n, 7n])
const offsetMask = 0xffff_ffff_fff0_0000n

/** Where the regions and the blocks of a VHDX lie. */
export function vhdxEnd(header: Header): number {
  const metadata = findRegion(header, metadataRegion)
  const blocks = findRegion(header, blockAllocationTable)
  let end = Math.max(metadata ? Number(metadata.offset) + 1 : 0, blocks ? Number(blocks.offset) + blocks.length : 0)
  if (!blocks) return end
  const blockBytes = vhdxBlockBytes(header)
  for (const entry of tableEntries(header, { offset: Number(blocks.offset), count: blocks.length / 8, entryBytes: 8 })) {
    if (present.has(entry & stateMask)) end = Math.max(end, Number(entry & offsetMask) + blockBytes)
  }
  return end
}
