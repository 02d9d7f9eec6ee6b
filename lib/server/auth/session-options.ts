import type { NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { services } from '../services'
import { logOut, type SignedIn, switchProject } from './log-in'
import { signInProviders } from './sign-in-providers'

const longestSessionSeconds = 24 * 3600

/** next-auth's settings. A function, because the services are not there yet when Next loads the module to build it. */
export function sessionOptions(): NextAuthOptions {
  return {
    secret: services.config.sessionSecret,
    pages: { signIn: '/login', signOut: '/images', error: '/login' },
    session: { strategy: 'jwt', maxAge: longestSessionSeconds },
    // The seal breaks when the Keystone token does, however long the cookie may stay.
    jwt: { encode: ({ token, secret }) => encode({ token: token ?? {}, secret, maxAge: secondsLeft(token as never) }) },
    providers: signInProviders(),
    callbacks: {
      async jwt({ token, user, trigger, session }) {
        if (user) return { ...(user as unknown as SignedIn) }
        // An earlier version sealed less. next-auth ends a session that cannot be read.
        if (token.id === undefined) throw new Error('This session was made by an earlier version')
        if (trigger === 'update') return (await rescoped(token as never, session)) as never
        return token
      },
      session({ token, session }) {
        const { id, user, project, roles, way, endsAt } = token as unknown as SignedIn
        return { ...session, id, user, project, roles, way, endsAt, secondsLeft: secondsLeft(token as never) }
      },
    },
    events: { signOut: ({ token }) => logOut(token as unknown as SignedIn) },
    logger: {
      error: (code, details) => services.log.warn({ code, err: details }, 'next-auth'),
      warn: (code) => services.log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}

/** A switch that fails leaves the session as it is; the dashboard sees that the project has not changed. */
async function rescoped(current: SignedIn, request: unknown): Promise<SignedIn> {
  const projectId = (request as { projectId?: unknown } | undefined)?.projectId
  if (typeof projectId !== 'string') return current
  try {
    return await switchProject(current, projectId)
  } catch (error) {
    services.log.warn({ err: error, projectId }, 'the project could not be switched')
    return current
  }
}

function secondsLeft({ endsAt }: SignedIn): number {
  return Math.max(1, Math.floor((Date.parse(endsAt) - Date.now()) / 1000))
}
