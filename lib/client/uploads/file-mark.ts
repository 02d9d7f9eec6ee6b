import type { FileMark } from './upload'

const pieceBytes = 1024 * 1024

/** Marks a file so that it is known again: name, size, age, and a hash of its first, middle and last MiB. */
export async function markFile(file: File): Promise<FileMark> {
  return { name: file.name, size: file.size, lastModified: file.lastModified, sample: await sampleOf(file) }
}

/** What a file is to the one that was marked: `changed` where it may be a later state of it, and nobody can tell. */
export type Likeness = 'same' | 'changed' | 'other'

/**
 * Compares a file with the one of which a part has been sent. The sample alone would let a file pass that was changed in
 * between, and the image would be a mixture of both: only a file of the same date is the same.
 */
export async function likenessOf(file: File, mark: FileMark): Promise<Likeness> {
  if (!(await isSameFile(file, mark))) return file.name === mark.name ? 'changed' : 'other'
  return file.lastModified === mark.lastModified ? 'same' : 'changed'
}

/** Whether the browser can still read the file as it was marked: not once it has been changed, moved or deleted. */
export async function isIntact(file: File, mark: FileMark): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return file.size === mark.size && file.lastModified === mark.lastModified
  } catch {
    return false
  }
}

/** Whether it looks like the same file, by size and sample; a copy under another name is as good. */
export async function isSameFile(file: File, mark: FileMark): Promise<boolean> {
  return file.size === mark.size && (await sampleOf(file)) === mark.sample
}

async function sampleOf(file: Blob): Promise<string> {
  const starts = [0, Math.max(0, Math.floor(file.size / 2) - pieceBytes / 2), Math.max(0, file.size - pieceBytes)]
  const pieces = await Promise.all(starts.map((start) => file.slice(start, start + pieceBytes).arrayBuffer()))
  return pieces.map((piece) => fingerprint(new Uint8Array(piece))).join('-')
}

/**
 * Two FNV-1a sums. Not for security, the server's SHA-512 is: it only keeps a person from going on with another file.
 * `crypto.subtle` would be missing on plain HTTP.
 */
function fingerprint(bytes: Uint8Array): string {
  let a = 0x811c9dc5
  let b = 0x9dc5811c
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b + byte, 0x01000193) ^ (b >>> 15)
  }
  return ((a >>> 0).toString(16) + (b >>> 0).toString(16)).padStart(16, '0')
}
