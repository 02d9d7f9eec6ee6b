import { Header } from '../header'
import { atEnd, footerFromEnd } from '../vmdk-footer'
import { tableEntries } from './table-entries'

const sectorBytes = 512

/** Where the grains of a sparse VMDK lie; a stream without its footer has no end at all. */
export function vmdkEnd(header: Header, tail: Uint8Array): number {
  if (!header.contains(0, 'KDMV')) return 0
  const directory = header.u64(56)
  if (directory === atEnd) return new Header(tail).contains(tail.length - footerFromEnd, 'KDMV') ? 0 : Number.POSITIVE_INFINITY
  const grainsPerTable = header.u32(44)
  const tableSectors = Number(header.u64(20)) * grainsPerTable
  if (tableSectors === 0) return 0
  const offset = Number(directory) * sectorBytes
  const count = Math.ceil(Number(header.u64(12)) / tableSectors)
  let end = offset + count * 4
  for (const table of tableEntries(header, { offset, count, entryBytes: 4 })) {
    if (table !== 0n) end = Math.max(end, grainsEnd(header, Number(table) * sectorBytes, grainsPerTable))
  }
  return end
}

/** 0 and 1 stand for grains that hold nothing. */
function grainsEnd(header: Header, offset: number, count: number): number {
  let end = offset + 1
  for (const grain of tableEntries(header, { offset, count, entryBytes: 4 })) {
    if (grain > 1n) end = Math.max(end, Number(grain) * sectorBytes + 1)
  }
  return end
}
