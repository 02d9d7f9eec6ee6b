import type { Check } from '../check'
import { type Finding, fail, lookOnServer, pass, Skipped, type Values } from '../finding'
import { keystoneMessage, tokenFacts, validate } from '../keystone-questions'
import { nodeClocks } from '../node-clocks'
import { ProbeError, type Reply } from '../probe'
import { fingerprint } from '../secrets'
import type { Subject } from '../subject'
import { answeringElsewhere, sameOrigin } from './keystone-check'

/** How often the token is shown to Keystone, each time on a new connection, to meet each of its nodes. */
const rounds = 10

const enoughMs = 6000

/** How often, where it was refused and a mixture is still to be found. */
const roundsOfRefused = 4

/** Keystone accepts the caller's token, every time. */
export const tokenCheck: Check = {
  name: 'token',
  about: 'caller',
  async run(subject) {
    const { token } = await subject.facts.signIn()
    if (token === undefined) throw new Skipped('noToken', 'there is no token of yours')
    const replies = await ask(subject, token)
    if (replies instanceof ProbeError) return unanswered(subject, replies)
    const good = replies.filter(({ status }) => status === 200)
    const counts = { token: fingerprint(token), accepted: `${good.length} of ${replies.length} times` }
    const failing = replies.find(({ status }) => status >= 500)
    if (failing) return fail(`Keystone answers ${failing.status} about your token.`, counts, { cause: 'keystoneDown' })
    if (good.length === replies.length) return accepted(replies, counts)
    if (good.length > 0) return nodeClocks(replies, 'Keystone accepts your token sometimes', counts) ?? mixed(counts)
    return refused(subject, token, counts)
  },
}

/** The answers, or why there was none. A slow Keystone is asked less often. */
async function ask({ callersProbe: probe, callersKeystone }: Subject, token: string): Promise<Reply[] | ProbeError> {
  const replies: Reply[] = []
  const enough = Date.now() + enoughMs
  try {
    while (replies.length < rounds && Date.now() < enough) {
      replies.push(await validate(probe, callersKeystone, { token }))
      if (replies.length >= roundsOfRefused && replies.every(({ status }) => status !== 200)) break
    }
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error
    if (replies.length === 0) return error
  }
  return replies
}

/** What the caller's machine does not trust is not Keystone's fault. */
async function unanswered(subject: Subject, error: ProbeError): Promise<Finding> {
  if (!['timeout', 'refused', 'cut'].includes(error.failure)) throw error
  const summary = `Keystone does not answer about your token: ${error.message}.`
  const wrongAddress = sameOrigin(subject.keystone, subject.callersKeystone) && (await answeringElsewhere(subject))
  if (wrongAddress) return fail(summary, {}, { cause: 'authUrlUnreachable', fix: lookOnServer })
  return fail(summary, {}, { cause: 'keystoneDown', certainty: 'likely', fix: lookOnServer })
}

function accepted(replies: readonly Reply[], counts: Values): Finding {
  const facts = replies[0] ? tokenFacts(replies[0]) : null
  const evidence = { ...counts, user: facts?.user.name, 'audit id': facts?.audit_ids[0], expires: facts?.expires_at }
  return nodeClocks(replies, 'Keystone accepts your token', evidence) ?? pass('Keystone accepts your token.', evidence)
}

function mixed(counts: Values): Finding {
  const fix = {
    text: 'Give every Keystone node the same keys, and rotate them on one node only.',
    lines: ['rsync -a --delete /etc/keystone/fernet-keys/ OTHER-NODE:/etc/keystone/fernet-keys/'],
  }
  return fail('Keystone accepts your token sometimes, and sometimes not.', counts, {
    cause: 'fernetKeysNotShared',
    certainty: 'likely',
    fix,
  })
}

/** What the service learns by its own token says more than the bare 401 that the caller gets. */
async function refused(subject: Subject, token: string, counts: Values): Promise<Finding> {
  const { signIn, probe, keystone } = subject
  if (signIn.kind === 'token' && signIn.expires && Date.parse(signIn.expires) < Date.now()) return expired(counts, signIn.expires)
  const service = await subject.facts.serviceToken().catch(() => null)
  if (!service) return guessed(token, counts)
  const late = await validate(probe, keystone, { token: service.token, subject: token, query: '?allow_expired=1' })
  const facts = tokenFacts(late)
  if (facts && Date.parse(facts.expires_at) < Date.now()) return expired(counts, facts.expires_at)
  if (late.status === 404 && /recogni[sz]e/i.test(keystoneMessage(late))) return unrecognized(subject, token, counts)
  return revoked({ ...counts, 'Keystone says': keystoneMessage(late) }, 'certain')
}

function expired(counts: Values, at: string): Finding {
  return fail('Your token has expired.', { ...counts, expired: at }, { cause: 'tokenExpired', fix: again })
}

function revoked(counts: Values, certainty: 'certain' | 'likely'): Finding {
  const summary =
    'Your token was revoked: by a sign-out, a changed password or role, or because the user or project was disabled.'
  return fail(summary, counts, { cause: 'tokenRevoked', certainty, fix: again })
}

const again = { text: 'Sign in again.', lines: ['openstack token issue'] }

/** None of this Keystone's keys opens the token. */
async function unrecognized(subject: Subject, token: string, counts: Values): Promise<Finding> {
  const other = await acceptedElsewhere(subject, token)
  if (other) {
    const evidence = { ...counts, 'the service asks': subject.keystone, 'accepted by': other }
    const fix = {
      text: 'Let the service ask the Keystone that people sign in to.',
      lines: ['[keystone_authtoken]', `auth_url = ${other}`],
    }
    return fail('Another Keystone made your token than the one that the service asks.', evidence, { cause: 'otherKeystone', fix })
  }
  const made = fernetTime(token)
  if (made === null) {
    return fail('This is not a token of this Keystone.', counts, { cause: 'tokenUnknown', fix: again })
  }
  const fix = {
    text: 'Keep more keys, or rotate them less often: longest life of a token / time between rotations + 2.',
    lines: ['[fernet_tokens]', 'max_active_keys = 6'],
  }
  const evidence = { ...counts, 'the token was made': made.toISOString() }
  const summary = 'Keystone no longer has the key that your token was made with, or another Keystone made it.'
  return fail(summary, evidence, { cause: 'fernetKeysDropped', certainty: 'likely', fix })
}

/** A Keystone of the configuration, or the one that the caller named, that accepts the token which the service's own refuses. */
async function acceptedElsewhere({ settings, keystone, callersKeystone, probe }: Subject, token: string) {
  const { www_authenticate_uri } = settings.keystone_authtoken
  for (const address of new Set([callersKeystone, www_authenticate_uri])) {
    if (address === '' || sameOrigin(address, keystone)) continue
    const reply = await validate(probe, address, { token }).catch(() => null)
    if (reply?.status === 200) return address
  }
  return undefined
}

/** Without the service's token: what the token itself tells. */
function guessed(token: string, counts: Values): Finding {
  const made = fernetTime(token)
  if (made === null) return fail('This is not a token that Keystone accepts.', counts, { cause: 'tokenUnknown', fix: again })
  const evidence = { ...counts, 'the token was made': made.toISOString() }
  if (Date.now() - made.getTime() > usualLifeMs) {
    return fail('Your token has expired.', evidence, { cause: 'tokenExpired', certainty: 'likely', fix: again })
  }
  return revoked(evidence, 'likely')
}

const usualLifeMs = 3_600_000

/** When a Fernet token was made: it stands in clear in its first bytes. Null for any other token. */
function fernetTime(token: string): Date | null {
  const bytes = Buffer.from(token, 'base64url')
  if (!/^gAAAA/.test(token) || bytes.length < 9 || bytes[0] !== 0x80) return null
  return new Date(Number(bytes.readBigUInt64BE(1)) * 1000)
}
