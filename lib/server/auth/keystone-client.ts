import type { Logger } from 'pino'
import { z } from 'zod'
import type { Identity } from '../context'
import { identityFailure, keystoneMessage } from './identity-failure'
import { createIdentityGuard, type Outcome } from './identity-guard'
import type { KeystoneAnswer, KeystoneHttp } from './keystone-http'
import type { ServiceAccount, ServiceSession } from './service-account'
import { tokenDocument } from './token-document'
import { identityOf } from './token-identity'

export interface Question {
  /** The token may have expired a while ago, because another service vouches for it. */
  allowExpired: boolean
}

export interface KeystoneClient {
  /** The identity behind a token, or null when Keystone does not accept it. Throws `identityUnavailable`. */
  validate(token: string, question: Question): Promise<Identity | null>
  outcome(): Outcome
}

const tokenBody = z.object({ token: tokenDocument })

const questionsAtOnce = 32

interface Options {
  account: ServiceAccount
  http: KeystoneHttp
  log: Logger
}

/** Asks a Keystone v3 about tokens, at the identity endpoint of the service's own catalogue. */
export function createKeystoneClient({ account, http, log }: Options): KeystoneClient {
  const guard = createIdentityGuard({ name: 'The validation of tokens by Keystone', log, places: questionsAtOnce })

  function lookUp(session: ServiceSession, token: string, { allowExpired }: Question): Promise<KeystoneAnswer> {
    const headers = { 'x-auth-token': session.token, 'x-subject-token': token, 'openstack-identity-access-rules': '1' }
    const url = `${session.identityUrl}/auth/tokens?nocatalog${allowExpired ? '&allow_expired=1' : ''}`
    return http({ method: 'GET', url, headers })
  }

  /** Null where Keystone takes the service's token no longer, which a new one may mend. */
  async function ask(session: ServiceSession, token: string, question: Question) {
    const answer = await lookUp(session, token, question)
    const said = `${session.identityUrl} answered ${answer.status} to the validation of a token${keystoneMessage(answer.body)}`
    if (answer.status === 401 || answer.status === 403) account.drop(session)
    if (answer.status === 403)
      throw identityFailure('serviceAccountPowerless', `${said}; the service’s user needs the role service in its project`)
    if (answer.status === 401) return null
    // Any other server says 404 to this path as well, but not in Keystone's words.
    if (answer.status === 404 && keystoneMessage(answer.body)) return { identity: null }
    if (answer.status !== 200) throw identityFailure('identityFailing', said)
    return { identity: readIdentity(answer.body) }
  }

  return {
    async validate(token, question) {
      if (!/^[\x21-\x7e]+$/.test(token)) return null
      const first = await account.session()
      const answer = await guard.run(() => ask(first, token, question))
      if (answer) return answer.identity
      const second = await account.session()
      const last = await guard.run(async () => (await ask(second, token, question)) ?? refusedTwice(second))
      return last.identity
    },
    outcome: guard.outcome,
  }
}

function refusedTwice({ identityUrl }: ServiceSession): never {
  const detail = `${identityUrl} refuses the very token that this service has just been given: do its nodes share their keys?`
  throw identityFailure('serviceAccountRefused', detail)
}

function readIdentity(body: string): Identity {
  try {
    return identityOf(tokenBody.parse(JSON.parse(body)).token)
  } catch (cause) {
    throw identityFailure('identityFailing', 'Keystone answered the validation of a token with something else', cause)
  }
}
