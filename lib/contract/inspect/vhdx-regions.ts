import type { Header } from './header'

/** The region table and its copy. */
const regionTables = [192 * 1024, 256 * 1024]
/** The specification's limit for either table. */
const maxEntries = 2047
const entryBytes = 32

/** GUIDs as their 16 bytes stand in the file. */
export const metadataRegion = '\x06\xa2\x7c\x8b\x90\x47\x9a\x4b\xb8\xfe\x57\x5f\x05\x0f\x88\x6e'
export const blockAllocationTable = '\x66\x77\xc2\x2d\x23\xf6\x00\x42\x9d\x64\x11\x5e\x9b\xfd\x4a\x08'

/** The offset, in bytes, of the first entry with this GUID in a table whose entries start with one; null where none has it. */
export function findEntry(header: Header, { first, count, guid }: { first: number; count: number; guid: string }): number | null {
  const end = first + entryBytes * Math.min(count, maxEntries)
  for (let entry = first; entry < end && header.has(entry, entryBytes); entry += entryBytes) {
    if (header.contains(entry, guid)) return entry
  }
  return null
}

/** Where the region with this GUID lies, in bytes, as the region table or its copy says; null where neither does. */
export function findRegion(header: Header, guid: string): { offset: bigint; length: number } | null {
  for (const table of regionTables) {
    if (!header.contains(table, 'regi')) continue
    const entry = findEntry(header, { first: table + 16, count: header.u32(table + 8), guid })
    if (entry !== null) return { offset: header.u64(entry + 16), length: header.u32(entry + 24) }
  }
  return null
}
