const start = '/images'
const anySite = 'http://own.invalid'
/** The end of a sign-in in a window of its own. */
export const signedInPath = '/login/done'

/** The path that a sign-in leads back to, if it is one of this site; the image list otherwise. */
export function ownPath(given: string | string[] | undefined): string {
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, anySite)) return start
  // As a browser reads it: it drops tabs and line ends, and to it `//host` and `/\host` are other sites.
  const { origin, pathname, search, hash } = new URL(given, anySite)
  const own = origin === anySite && !pathname.startsWith('//')
  return own && (pathname === signedInPath || !pathname.startsWith('/login')) ? pathname + search + hash : start
}

/** The sign-in page that leads back to where the person is now. */
export function signInHref(path: string, ended = false): string {
  const query = new URLSearchParams({ callbackUrl: path })
  if (ended) query.set('ended', '1')
  return `/login?${query}`
}

interface DiagnosticsSubject {
  request?: string | undefined
  image?: string | undefined
  /** Why the sign-in before was refused. */
  signIn?: string | undefined
}

/** The page that tells why something was refused. */
export function diagnosticsHref({ request, image, signIn }: DiagnosticsSubject = {}): string {
  const given = { ...(request && { request }), ...(image && { image }), ...(signIn && { sign_in: signIn }) }
  const query = new URLSearchParams(given).toString()
  return query === '' ? '/diagnostics' : `/diagnostics?${query}`
}
