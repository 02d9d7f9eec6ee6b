import { declaredSize, type Header } from './header'
import type { Detector, FormatProblem } from './inspection'

/** GUIDs as their 16 bytes stand in the file. */
const metadataRegion = '\x06\xa2\x7c\x8b\x90\x47\x9a\x4b\xb8\xfe\x57\x5f\x05\x0f\x88\x6e'
const fileParameters = '\x37\x67\xa1\xca\x36\xfa\x43\x4d\xb3\xb6\x33\xf0\xaa\x44\xe7\x6b'
const virtualDiskSize = '\x24\x42\xa5\x2f\x1b\xcd\x76\x48\xb2\x11\x5d\xbe\xd8\x3b\xf4\xb8'

/** The region table and its copy. */
const regionTables = [192 * 1024, 256 * 1024]
/** The specification's limit for either table. */
const maxEntries = 2047
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

function metadataOffset(header: Header): number | null {
  for (const table of regionTables) {
    if (!header.contains(table, 'regi')) continue
    const entry = findEntry(header, { first: table + 16, count: header.u32(table + 8), guid: metadataRegion })
    if (entry !== null) return declaredSize(header.u64(entry + 16))
  }
  return null
}

function metadataItem(header: Header, table: number, guid: string): number | null {
  if (!header.contains(table, 'metadata')) return null
  const entry = findEntry(header, { first: table + 32, count: header.u16(table + 10), guid })
  return entry === null ? null : table + header.u32(entry + 16)
}

/** Both tables have entries of 32 bytes that start with a GUID. */
function findEntry(header: Header, { first, count, guid }: { first: number; count: number; guid: string }): number | null {
  const end = first + 32 * Math.min(count, maxEntries)
  for (let entry = first; entry < end && header.has(entry, 32); entry += 32) if (header.contains(entry, guid)) return entry
  return null
}

function parentProblems(header: Header, parameters: number | null): FormatProblem[] {
  if (parameters === null || !header.has(parameters, 8) || (header.u32(parameters + 4) & hasParentBit) === 0) return []
  return [{ rule: 'parent', message: `the file parameters at byte ${parameters} say that data lie in a parent file` }]
}
