import { Problem } from '@/lib/contract/problem'
import type { ByteRange } from '../stores/byte-store'

/**
 * The part of `size` bytes that a request asks for by `Range`, or, as old clients do, by `Content-Range`; null for all of
 * them. Several ranges are a `badRequest`, one that cannot be had is `rangeNotSatisfiable`.
 */
export function requestedRange(headers: Headers, size: number): ByteRange | null {
  const range = headers.get('range')
  if (range !== null) return readRange(range, size)
  const contentRange = headers.get('content-range')
  if (contentRange === null) return null
  const found = /^\s*bytes\s+(\d+)-(\d+)\/(?:\d+|\*)\s*$/.exec(contentRange)
  if (!found) throw unsatisfiable(contentRange, size)
  return within({ start: Number(found[1]), end: Number(found[2]) }, contentRange, size)
}

function readRange(text: string, size: number): ByteRange {
  if (text.includes(',')) throw new Problem('badRequest', 'Only one range can be asked for at once.')
  const found = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/.exec(text)
  const [, first = '', last = ''] = found ?? []
  if (!found || first + last === '') throw unsatisfiable(text, size)
  if (first === '') return within({ start: Math.max(0, size - Number(last)), end: size - 1 }, text, size)
  return within({ start: Number(first), end: last === '' ? size - 1 : Number(last) }, text, size)
}

function within({ start, end }: ByteRange, text: string, size: number): ByteRange {
  if (start >= size || end < start) throw unsatisfiable(text, size)
  return { start, end: Math.min(end, size - 1) }
}

function unsatisfiable(text: string, size: number): Problem {
  const headers = { 'content-range': `bytes */${size}` }
  return new Problem('rangeNotSatisfiable', `The range "${text}" is not part of ${size} bytes.`, { headers })
}
