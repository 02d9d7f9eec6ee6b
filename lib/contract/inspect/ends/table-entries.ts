import type { Header } from '../header'

interface Table {
  /** Where it starts, in bytes. */
  offset: number
  count: number
  entryBytes: 4 | 8
}

/** The entries of a table, as far as the header reaches. */
export function* tableEntries(header: Header, { offset, count, entryBytes }: Table): Generator<bigint> {
  for (let index = 0; index < count; index++) {
    const at = offset + index * entryBytes
    if (!header.has(at, entryBytes)) return
    yield entryBytes === 8 ? header.u64(at) : BigInt(header.u32(at))
  }
}
