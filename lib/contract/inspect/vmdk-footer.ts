import type { Header } from './header'
import type { FormatProblem } from './inspection'

/** The grain directory's place where only the footer knows it. */
export const atEnd = 0xffff_ffff_ffff_ffffn
/** The copy of the header, and behind it the marker that ends the stream. */
export const footerFromEnd = 1024

/** The fields that a program may take from either place: where they stand, in bytes. */
const shared = [
  { name: 'magic', offset: 0, length: 4 },
  { name: 'version', offset: 4, length: 4 },
  { name: 'capacity', offset: 12, length: 8 },
  { name: 'grain size', offset: 20, length: 8 },
  { name: "descriptor's sector", offset: 28, length: 8 },
  { name: "descriptor's length", offset: 36, length: 8 },
] as const

/** A stream-optimized VMDK repeats its header at the end of the file: both must say the same. `tail`: the last bytes. */
export function footerProblems(header: Header, tail: Uint8Array | undefined): FormatProblem[] {
  if (header.u64(56) !== atEnd || tail === undefined) return []
  const footer = tail.length - footerFromEnd
  if (footer < 0)
    return [{ rule: 'footer', message: 'the header says at byte 56 that a footer follows, but the file ends before' }]
  const differs = ({ offset, length }: (typeof shared)[number]) =>
    !tail.subarray(footer + offset, footer + offset + length).every((byte, index) => byte === header.u8(offset + index))
  return shared.filter(differs).map(({ name, offset }) => ({
    rule: 'footer',
    message: `the ${name} at byte ${offset} differs from that in the footer, ${footerFromEnd} bytes before the end`,
  }))
}
