import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const builtFile = /^\/_next(\/static\/(?:[\w~-][\w~.-]*\/)*[\w~-][\w~.-]*\.(js|css))$/
const types: Record<string, string> = { js: 'application/javascript; charset=UTF-8', css: 'text/css; charset=UTF-8' }
const yearSeconds = 365 * 24 * 3600

/**
 * Sends a script or a style of the pages as the build has compressed it: an eighth less than what is compressed while it is
 * sent. False where there is no such file, or the client does not take it.
 */
export async function sendCompressed(message: IncomingMessage, answer: ServerResponse, path: string): Promise<boolean> {
  const [, file, ending = ''] = builtFile.exec(path) ?? []
  if (file === undefined || !takesBrotli(message)) return false
  const name = join(process.cwd(), '.next', `${file}.br`)
  const found = await stat(name).catch(() => null)
  if (!found) return false
  answer.writeHead(200, {
    'content-type': types[ending],
    'content-encoding': 'br',
    'content-length': found.size,
    // The names are made of what is in the files.
    'cache-control': `public, max-age=${yearSeconds}, immutable`,
    vary: 'Accept-Encoding',
  })
  // A browser that leaves the page does not wait for its scripts.
  await pipeline(createReadStream(name), answer).catch(() => undefined)
  return true
}

function takesBrotli({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(headers['accept-encoding'] ?? ''))
}
