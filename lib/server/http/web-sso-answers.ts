import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'
import { begin, keepToken, mayBeKeystone, webSsoUrl } from '../auth/web-sso'
import { readText } from './body'
import { publicBase } from './public-url'

export const WebSsoQuery = z.object({ choice: z.string(), callbackUrl: z.string().default('') })

/** Sends the browser to Keystone, and remembers that it went. Throws `notFound`. */
export async function beginWebSso(request: Request, { choice, callbackUrl }: z.infer<typeof WebSsoQuery>): Promise<Response> {
  const base = publicBase(request)
  const location = webSsoUrl(choice, base)
  if (!location) throw new Problem('notFound', `There is no WebSSO choice ${choice}.`)
  return redirect(302, location, await begin(callbackUrl, base))
}

const longestForm = 64 * 1024

/** Keeps the token for the sign-in page, which alone can tell whether this browser has begun a WebSSO. Throws `badRequest`, `forbidden`. */
export async function takeWebSsoToken(request: Request): Promise<Response> {
  if (!mayBeKeystone(request.headers.get('origin')))
    throw new Problem('forbidden', 'Only Keystone’s own page may send a token here.')
  const token = new URLSearchParams(await readText(request, longestForm)).get('token')
  if (!token) throw new Problem('badRequest', 'Keystone sends a form with the field token here.')
  const base = publicBase(request)
  return redirect(303, `${base}/login?webSso=1`, await keepToken(token, base))
}

function redirect(status: 302 | 303, location: string, cookie: string): Response {
  return new Response(null, { status, headers: { location, 'set-cookie': cookie, 'cache-control': 'no-store' } })
}
