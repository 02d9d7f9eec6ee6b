/** Thrown by `Header` where a field lies past the bytes at hand; `inspectHead` turns it into a problem. */
export class HeaderTruncated extends Error {
  override readonly name = 'HeaderTruncated'
}

type Endianness = 'big' | 'little'

/** The first bytes of a file, read field by field. Offsets are bytes; a field outside throws HeaderTruncated. */
export class Header {
  private readonly view: DataView

  constructor(
    readonly bytes: Uint8Array,
    private readonly endianness: Endianness = 'little',
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  /** The same bytes with the most significant byte first. */
  bigEndian(): Header {
    return new Header(this.bytes, 'big')
  }

  has(offset: number, length: number): boolean {
    return offset >= 0 && offset + length <= this.length
  }

  /** Whether these very characters (Latin-1) or bytes stand at `offset`; false past the end. */
  contains(offset: number, expected: string): boolean {
    if (!this.has(offset, expected.length)) return false
    for (let i = 0; i < expected.length; i++) if (this.bytes[offset + i] !== expected.charCodeAt(i)) return false
    return true
  }

  u8(offset: number): number {
    this.require(offset, 1)
    return this.view.getUint8(offset)
  }

  u16(offset: number): number {
    this.require(offset, 2)
    return this.view.getUint16(offset, this.endianness === 'little')
  }

  u32(offset: number): number {
    this.require(offset, 4)
    return this.view.getUint32(offset, this.endianness === 'little')
  }

  u64(offset: number): bigint {
    this.require(offset, 8)
    return this.view.getBigUint64(offset, this.endianness === 'little')
  }

  /** Latin-1 text, up to the first NUL. */
  text(offset: number, length: number): string {
    this.require(offset, length)
    const bytes = this.bytes.subarray(offset, offset + length)
    const end = bytes.indexOf(0)
    return new TextDecoder('latin1').decode(end < 0 ? bytes : bytes.subarray(0, end))
  }

  private require(offset: number, length: number) {
    if (this.has(offset, length)) return
    throw new HeaderTruncated(`the field of ${length} bytes at byte ${offset} lies past the ${this.length} bytes of the header`)
  }
}

/** A size that a header declares, or null where no such disk can exist. */
export function declaredSize(bytes: bigint): number | null {
  return bytes <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(bytes) : null
}

/** A name found in a header, made fit for a message: no control characters, never long. */
export function quoted(name: string): string {
  const printable = name.replace(/[^\x20-\x7e\xa0-\xff]/g, '?')
  return `"${printable.length > 120 ? `${printable.slice(0, 120)}…` : printable}"`
}
