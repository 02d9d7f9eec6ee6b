/** What a file is instead of a disk image: an error page, another text, or an archive by its name. */
export type Disguise = 'html' | 'text' | Archive

export type Archive = 'gzip' | 'xz' | 'bzip2' | 'zstd' | 'lz4' | 'zip' | '7z' | 'tar' | 'ova'

export function isArchive(disguise: Disguise | null): disguise is Archive {
  return disguise !== null && disguise !== 'text' && disguise !== 'html'
}

interface Signature {
  archive: Archive
  offset: number
  bytes: readonly number[]
}

const signatures: readonly Signature[] = [
  { archive: 'gzip', offset: 0, bytes: [0x1f, 0x8b] },
  { archive: 'xz', offset: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { archive: 'bzip2', offset: 0, bytes: [0x42, 0x5a, 0x68] },
  { archive: 'zstd', offset: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { archive: 'lz4', offset: 0, bytes: [0x04, 0x22, 0x4d, 0x18] },
  { archive: 'zip', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { archive: '7z', offset: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { archive: 'tar', offset: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] },
]

/** As much as a licence in front of a page may take. */
const textBytes = 4096

/** What the head of a file without a disk's mark shows. */
export function disguiseOf(head: Uint8Array): Disguise | null {
  const found = signatures.find(({ offset, bytes }) => bytes.every((byte, at) => head[offset + at] === byte))
  if (found) return found.archive === 'tar' && startsWithOvf(head) ? 'ova' : found.archive
  const start = textOf(head.subarray(0, textBytes))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has.
  if (start === '' || /[\0-\x08\x0e-\x1f\x7f]/.test(start.slice(0, 256))) return null
  return isErrorPage(start) ? 'html' : 'text'
}

/** An OVA is a tar whose first file describes the machine: the names of a tar's files stand in 100 bytes each. */
function startsWithOvf(head: Uint8Array): boolean {
  return /\.ovf$/i.test(new TextDecoder().decode(head.subarray(0, 100)).replace(/\0.*$/s, ''))
}

/** The start of a text; a mark of byte order says how it is written. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(encoding ?? (bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : 'latin1')).decode(bytes)
}

/** A web page, or the XML that object stores answer with. Comments may stand before either, even without an end in sight. */
function isErrorPage(text: string): boolean {
  const body = text.trimStart().replace(/^(<\?xml[^>]*>\s*|<!--[\s\S]*?(-->|$)\s*)+/i, '')
  return body === '' ? /^\s*<!--/.test(text) : /^<(!doctype\s+html|html|head|title|body|error|errorresponse)\b/i.test(body)
}
