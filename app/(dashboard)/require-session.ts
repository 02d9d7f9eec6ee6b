import { redirect } from 'next/navigation'
import type { Session } from 'next-auth'
import { signInHref } from '@/lib/client/own-path'
import { pageSession } from '@/lib/server/auth/page-session'

/** The session of a page of the shell; without one, the sign-in page that leads back to `path`. */
export async function requireSession(path: string): Promise<Session> {
  return (await pageSession()) ?? redirect(signInHref(path))
}
