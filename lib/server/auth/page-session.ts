import { getServerSession, type Session } from 'next-auth'
import { sessionOptions } from './session-options'

/** The session of the page that is being rendered, or null. */
export function pageSession(): Promise<Session | null> {
  return getServerSession(sessionOptions())
}
