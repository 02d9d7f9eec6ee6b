import { Problem } from '@/lib/contract/problem'
import type { ByteRange, ByteSource } from './byte-store'
import { guarded } from './guarded'
import type { HttpAnswer } from './http-fetch'

/** The bytes of an answer, or the range that was asked for; a server that sent the whole has the rest passed over. */
export function httpSource(answer: HttpAnswer, range?: ByteRange): ByteSource {
  const sent = lengthOf(answer)
  const skipped = range && answer.status === 200 ? Math.min(range.start, sent) : 0
  const wanted = range ? range.end - range.start + 1 : sent
  const length = Math.min(wanted, sent - skipped)
  const next = chunksOf(answer)
  let toSkip = skipped
  let left = length
  let chunk: Uint8Array = new Uint8Array(0)

  return {
    length,
    read: (into) =>
      guarded(async () => {
        if (left === 0) return 0
        while (chunk.length === 0) {
          chunk = await next()
          const passed = Math.min(toSkip, chunk.length)
          toSkip -= passed
          chunk = chunk.subarray(passed)
        }
        const piece = chunk.subarray(0, Math.min(into.length, left))
        into.set(piece)
        chunk = chunk.subarray(piece.length)
        left -= piece.length
        return piece.length
      }),
    close: async () => answer.close(),
  }
}

/** How many bytes an answer announces. One that does not say cannot be checked for being complete. */
export function lengthOf({ headers }: HttpAnswer): number {
  const text = headers['content-length']
  if (text === undefined || !/^\d+$/.test(text))
    throw new Problem('storeUnavailable', 'The server of the image data does not say how long they are.')
  return Number(text)
}

function chunksOf({ body }: HttpAnswer): () => Promise<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  return async () => {
    const { done, value } = await chunks.next()
    // Its length has been announced: an end before it must not look like a complete download.
    if (done) throw new Problem('storeUnavailable', 'The image data ends before its announced length.')
    return value
  }
}
