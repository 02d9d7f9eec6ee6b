import { randomUUID } from 'node:crypto'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { SignInRefusal } from '@/lib/contract/session'
import { services } from '../services'
import { logIn, logInWithApplicationCredential, logInWithPasscode, type SignedIn } from './log-in'
import { LogInError } from './log-in-error'
import { logInByWebSso } from './web-sso'

/** What the page sends; next-auth's own fields are among it. */
type Given = Record<string, string | undefined>

/** How somebody can sign in, by the name that the page calls. Each throws LogInError. */
const ways: Record<string, (given: Given, cookies: string) => Promise<SignedIn>> = {
  password: ({ domain = '', user = '', password = '', newPassword, lastProjects }) =>
    logIn({ domain, user, password, newPassword, lastProjects }),
  passcode: ({ challenge = '', passcode = '', lastProjects }) => logInWithPasscode({ challenge, passcode, lastProjects }),
  'application-credential': ({ id = '', name = '', domain = '', user = '', secret = '' }) =>
    logInWithApplicationCredential({ id, name, domain, user, secret }),
  'web-sso': ({ lastProjects }, cookies) => logInByWebSso(cookies, lastProjects),
}

/** Every way of signing in, as next-auth takes them. */
export function signInProviders() {
  return Object.entries(ways).map(([id, way]) =>
    CredentialsProvider({
      id,
      credentials: {},
      authorize: (given, { headers }) =>
        way((given ?? {}) as Given, String(headers?.cookie ?? '')).catch(refuse) as Promise<never>,
    }),
  )
}

/** next-auth hands an Error's message to the page that asked: it is a SignInRefusal, nothing else. */
function refuse(error: unknown): never {
  const requestId = `req-${randomUUID()}`
  const known = error instanceof LogInError ? error : new LogInError('badAnswer', { cause: error })
  const { reason, detail, challenge, cause } = known
  const said = 'a sign-in did not succeed'
  if (reason === 'identityUnavailable' || reason === 'badAnswer') services.log.error({ requestId, reason, err: cause }, said)
  else services.log.info({ requestId, reason }, said)
  const refusal: SignInRefusal = { reason, requestId, ...(detail && { detail }), ...(challenge && { challenge }) }
  throw new Error(JSON.stringify(refusal))
}
