import { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { uuid } from '@/lib/contract/image-fields'
import { signInFailures } from '@/lib/contract/session'
import { sessionToken } from '../auth/session'
import type { Asked } from '../diagnostics/server-subject'
import { services } from '../services'
import { requestSignal } from './body'
import { clientAddress } from './client-address'
import { publicBase } from './public-url'

/** What the caller of the diagnostics can name. */
export const DiagnosticsQuery = z.object({
  image: z.string().regex(RegExp(uuid), 'expected the id of an image, not its name: GET /v2/images?name=NAME has it').optional(),
  /** Why the last sign-in of the dashboard was refused. */
  sign_in: z.enum(signInFailures).optional(),
})

/** Runs the checks for whoever sent the request, signed in or not; the answer is a JSON document a line. Throws `tooManyRequests`. */
export async function diagnosticsAnswer(request: Request, query: z.infer<typeof DiagnosticsQuery>): Promise<Response> {
  const items = await services.diagnostics.examine(await askedBy(request, query))
  return new Response(ReadableStream.from(lines(items)) as BodyInit, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

async function* lines(items: AsyncIterable<CheckResult | Verdict>): AsyncGenerator<Uint8Array> {
  for await (const item of items) yield Buffer.from(`${JSON.stringify(item)}\n`)
}

async function askedBy(request: Request, { image: imageId, sign_in: refused }: z.infer<typeof DiagnosticsQuery>): Promise<Asked> {
  const inSession = await sessionToken(request)
  const token = request.headers.get('x-auth-token')?.trim() || inSession
  const base = new URL(publicBase(request))
  return {
    signIn: token ? { kind: 'token', token } : { kind: 'none', refused },
    address: clientAddress(request),
    base: base.origin,
    browser: {
      seen: base.protocol.slice(0, -1),
      forwarded: request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim(),
      cookie: cookieOf(request.headers.get('cookie') ?? '', inSession !== null),
    },
    imageId,
    signal: requestSignal(request),
  }
}

function cookieOf(header: string, readable: boolean): Asked['browser']['cookie'] {
  const found = /(__Secure-)?next-auth\.session-token/.exec(header)
  if (!found) return 'none'
  if (!readable) return 'unreadable'
  return found[1] ? 'secure' : 'plain'
}
