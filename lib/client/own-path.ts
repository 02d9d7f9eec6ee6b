const start = '/images'
/** The end of a sign-in in a window of its own. */
export const signedInPath = '/login/done'

/** The path that a sign-in leads back to, if it is one of this site; the image list otherwise. */
export function ownPath(given: string | string[] | undefined): string {
  const path = typeof given === 'string' ? given : ''
  // `//host` and `/\host` are other sites to a browser.
  return /^\/(?![/\\])/.test(path) && (path === signedInPath || !path.startsWith('/login')) ? path : start
}

/** The sign-in page that leads back to where the person is now. */
export function signInHref(path: string, ended = false): string {
  const query = new URLSearchParams({ callbackUrl: path })
  if (ended) query.set('ended', '1')
  return `/login?${query}`
}

/** The page that tells why something was refused. */
export function diagnosticsHref({ request, image }: { request?: string | undefined; image?: string | undefined } = {}): string {
  const query = new URLSearchParams({ ...(request && { request }), ...(image && { image }) }).toString()
  return query === '' ? '/diagnostics' : `/diagnostics?${query}`
}
