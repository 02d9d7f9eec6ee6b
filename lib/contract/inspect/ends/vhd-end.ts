import type { Header } from '../header'
import { tableEntries } from './table-entries'

const sectorBytes = 512
const cookie = 'conectix'
const unused = 0xffff_ffffn

/** Where the blocks of a dynamic VHD lie. The copy of its header ends the file: without it the end is missing. */
export function vhdEnd(bytes: Header, tail: Uint8Array): number {
  const header = bytes.bigEndian()
  const dynamic = Number(header.u64(16))
  if (!header.contains(dynamic, 'cxsparse')) return dynamic + sectorBytes
  if (!new TextDecoder('latin1').decode(tail).includes(cookie)) return Number.POSITIVE_INFINITY
  const table = { offset: Number(header.u64(dynamic + 16)), count: header.u32(dynamic + 28), entryBytes: 4 } as const
  let end = table.offset + table.count * table.entryBytes
  for (const sector of tableEntries(header, table)) {
    if (sector !== unused) end = Math.max(end, Number(sector) * sectorBytes + 1)
  }
  return end
}
