import { declaredSize, type Header } from './header'
import type { Detector, FormatProblem } from './inspection'
import { findEntry, findRegion, metadataRegion } from './vhdx-regions'

/** GUIDs as their 16 bytes stand in the file. */
const fileParameters = '\x37\x67\xa1\xca\x36\xfa\x43\x4d\xb3\xb6\x33\xf0\xaa\x44\xe7\x6b'
const virtualDiskSize = '\x24\x42\xa5\x2f\x1b\xcd\x76\x48\xb2\x11\x5d\xbe\xd8\x3b\xf4\xb8'

const hasParentBit = 2

/** Microsoft's VHDX (MS-VHDX): the size is an item of a metadata table, which a region table names, mostly at 1 to 3 MiB. */
export const vhdx: Detector = {
  format: 'vhdx',
  matches: (header) => header.contains(0, 'vhdxfile'),
  inspect(header) {
    const metadata = metadataOffset(header)
    if (metadata === null) return { virtualSize: null, problems: [] }
    const size = metadataItem(header, metadata, virtualDiskSize)
    return {
      virtualSize: size !== null && header.has(size, 8) ? declaredSize(header.u64(size)) : null,
      problems: parentProblems(header, metadataItem(header, metadata, fileParameters)),
    }
  },
}

/** How long each block of the disk is in the file, in bytes; 0 where the header does not tell. */
export function vhdxBlockBytes(header: Header): number {
  const metadata = metadataOffset(header)
  const parameters = metadata === null ? null : metadataItem(header, metadata, fileParameters)
  return parameters !== null && header.has(parameters, 4) ? header.u32(parameters) : 0
}

function metadataOffset(header: Header): number | null {
  const region = findRegion(header, metadataRegion)
  return region && declaredSize(region.offset)
}

function metadataItem(header: Header, table: number, guid: string): number | null {
  if (!header.contains(table, 'metadata')) return null
  const entry = findEntry(header, { first: table + 32, count: header.u16(table + 10), guid })
  return entry === null ? null : table + header.u32(entry + 16)
}

function parentProblems(header: Header, parameters: number | null): FormatProblem[] {
  if (parameters === null || !header.has(parameters, 8) || (header.u32(parameters + 4) & hasParentBit) === 0) return []
  return [{ rule: 'parent', message: `the file parameters at byte ${parameters} say that data lie in a parent file` }]
}
