import type { Check } from '../check'
import { type Finding, fail, pass, Skipped, type Values, warn } from '../finding'
import { keystoneMessage } from '../keystone-questions'
import { otherServices } from '../other-services'
import type { Reply } from '../probe'
import type { Subject } from '../subject'

const rounds = 3
const slowMs = 1000

/** The image service itself takes the caller's token, as Keystone does. */
export const accessCheck: Check = {
  name: 'access',
  about: 'caller',
  async run(subject) {
    const { token } = await subject.facts.signIn()
    if (token === undefined) throw new Skipped('noToken', 'there is no token of yours')
    const base = await subject.facts.api()
    const replies: Reply[] = []
    for (let round = 0; round < rounds; round += 1) {
      replies.push(await subject.probe(`${base}/v2/images?limit=1`, { headers: { 'x-auth-token': token } }))
    }
    const caller = await subject.facts.caller().catch(() => null)
    const found = read(replies, { accepted: caller !== null, unauthenticatedMs: await withoutToken(subject) }, base)
    if (!caller) return found
    if (found.cause === 'serviceCannotCheckTokens') return compared(found, await otherServices(subject, caller))
    return found.status === 'fail' ? found : ((await newTokenRefused(subject, base)) ?? found)
  },
}

interface Compared {
  /** Whether Keystone accepts the token. */
  accepted: boolean
  unauthenticatedMs: number
}

function read(replies: readonly Reply[], { accepted, unauthenticatedMs }: Compared, base: string): Finding {
  const worst = replies.reduce((found, reply) => (reply.status > found.status ? reply : found))
  const milliseconds = Math.min(...replies.map((reply) => reply.milliseconds))
  const evidence: Values = {
    address: base,
    statuses: replies.map(({ status }) => status).join(', '),
    'with the token': `${Math.round(milliseconds)} ms`,
    'without a token': `${Math.round(unauthenticatedMs)} ms`,
    request: worst.headers['x-openstack-request-id'],
  }
  if (worst.status < 300) return accepted ? fine(evidence, milliseconds - unauthenticatedMs) : stale(evidence)
  if (!accepted) throw new Skipped('tokenRefused', 'Keystone does not accept your token, and neither does the image service')
  if (worst.status === 403)
    return fail('The image service knows you, and does not let you list images.', evidence, { cause: 'noRoleForPolicy' })
  if (worst.status === 429) throw new Skipped('tooManyRequests', 'there were too many requests')
  const summary = `Keystone accepts your token, and the image service answers ${worst.status}.`
  return fail(summary, { ...evidence, 'it says': keystoneMessage(worst) }, { cause: 'serviceCannotCheckTokens' })
}

function fine(evidence: Values, longerMs: number): Finding {
  if (longerMs > slowMs) return warn('The image service takes your token, but the check of it is slow.', evidence)
  return pass('The image service takes your token.', evidence)
}

/** Where others take the token, the fault is between the image service and Keystone. */
function compared(found: Finding, others: readonly string[]): Finding {
  if (others.length === 0) return found
  return { ...found, evidence: [...found.evidence, { label: 'other services', value: others.join(', ') }] }
}

/** A token that the service remembers tells nothing of those that it would have to ask about. */
async function newTokenRefused({ facts, probe, signIn }: Subject, base: string): Promise<Finding | null> {
  if (signIn.kind !== 'token') return null
  const token = await facts.newToken().catch(() => null)
  if (token === null) return null
  const { status, headers } = await probe(`${base}/v2/images?limit=1`, { headers: { 'x-auth-token': token } })
  if (status < 400 || status === 403 || status === 429) return null
  const summary = `The image service takes the token that it remembers, and answers ${status} to a new one.`
  const evidence = { address: base, request: headers['x-openstack-request-id'] }
  return fail(summary, evidence, { cause: 'serviceCannotCheckTokens' })
}

function stale(evidence: Values): Finding {
  const fix = {
    text: 'Sign in again. To remember tokens for a few minutes is normal; the operator can set a shorter token_cache_time.',
    lines: ['openstack token issue'],
  }
  const summary = 'The image service still takes a token that Keystone refuses: it remembers an earlier answer.'
  return fail(summary, evidence, { cause: 'memcachedStale', fix })
}

async function withoutToken({ facts }: Subject): Promise<number> {
  const reply = await facts.refusal().catch(() => null)
  return reply?.milliseconds ?? 0
}
