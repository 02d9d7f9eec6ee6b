import type { Header } from '../header'
import { tableEntries } from './table-entries'

const offsetMask = 0x00ff_ffff_ffff_fe00n
/** What the specification allows: clusters of 512 bytes to 2 MiB. */
const clusterBitsAllowed = { least: 9, most: 21 }
/** Version 2 counts references in 16 bits. */
const defaultRefcountOrder = 4

/** Where a qcow2's tables and the clusters that they name lie. */
export function qcow2End(bytes: Header): number {
  const header = bytes.bigEndian()
  const clusterBits = header.u32(20)
  if (clusterBits < clusterBitsAllowed.least || clusterBits > clusterBitsAllowed.most) return 0
  const snapshots = header.u32(60) > 0 ? Number(header.u64(64)) + 1 : 0
  return Math.max(snapshots, mappedEnd(header), countedEnd(header, 2 ** clusterBits))
}

function mappedEnd(header: Header): number {
  const [count, offset] = [header.u32(36), Number(header.u64(40))]
  let end = count > 0 ? offset + count * 8 : 0
  for (const entry of tableEntries(header, { offset, count, entryBytes: 8 })) {
    if ((entry & offsetMask) !== 0n) end = Math.max(end, Number(entry & offsetMask) + 1)
  }
  return end
}

/** What is counted is in use. The table of the counts, its blocks, and the last cluster that a block counts. */
function countedEnd(header: Header, clusterBytes: number): number {
  const [offset, clusters] = [Number(header.u64(48)), header.u32(56)]
  const order = header.u32(4) > 2 ? header.u32(96) : defaultRefcountOrder
  let end = clusters > 0 ? offset + 1 : 0
  let first = 0
  for (const entry of tableEntries(header, { offset, count: (clusters * clusterBytes) / 8, entryBytes: 8 })) {
    const block = Number(entry & offsetMask)
    const last = block > 0 ? lastByteInUse(header, block, clusterBytes) : -1
    if (block > 0) end = Math.max(end, block + 1)
    if (last >= 0) end = Math.max(end, (first + Math.floor((last * 8) / 2 ** order)) * clusterBytes + 1)
    first += (clusterBytes * 8) / 2 ** order
  }
  return end
}

/** The last byte of a block that is not 0; -1 where there is none, or where the block is not at hand. */
function lastByteInUse(header: Header, block: number, length: number): number {
  return header.has(block, length) ? header.bytes.subarray(block, block + length).findLastIndex((byte) => byte !== 0) : -1
}
