import { Problem } from '@/lib/contract/problem'
import type { ByteRange, ByteStore } from './byte-store'
import { guarded } from './guarded'
import type { HttpAnswer, HttpFetch } from './http-fetch'
import { httpSource, lengthOf } from './http-source'

export interface HttpStoreOptions {
  id: string
  fetch: HttpFetch
}

/** Images that lie on web servers: they are read by their URL, and never written or removed. */
export function createHttpStore({ id, fetch }: HttpStoreOptions): ByteStore {
  const owns = (location: string) => /^https?:\/\/[^/\s]/i.test(location) && URL.canParse(location)

  const ask = (method: 'GET' | 'HEAD', location: string, range?: ByteRange) =>
    guarded(async () => {
      if (!owns(location)) throw new Problem('notFound', 'The location is not an http or https URL.')
      const headers: Record<string, string> = { 'accept-encoding': 'identity' }
      if (range) headers.range = `bytes=${range.start}-${range.end}`
      const answer = await fetch(location, { method, headers })
      const problem = problemOf(answer)
      if (!problem) return answer
      answer.close()
      throw problem
    })

  return {
    id,
    owns,
    async size(location) {
      const answer = await ask('HEAD', location)
      answer.close()
      return lengthOf(answer)
    },
    async begin() {
      throw new Problem('gone', `The store ${id} cannot be written.`)
    },
    async open(location, range) {
      const answer = await ask('GET', location, range)
      try {
        return httpSource(answer, range)
      } catch (error) {
        answer.close()
        throw error
      }
    },
    async remove(location) {
      if (!owns(location)) throw new Problem('notFound', 'The location is not an http or https URL.')
    },
  }
}

function problemOf({ status }: HttpAnswer): Problem | null {
  if (status === 200 || status === 206) return null
  if (status === 404 || status === 410) return new Problem('notFound', 'The image data could not be found on their server.')
  return new Problem('storeUnavailable', `The server of the image data answers ${status}.`)
}
