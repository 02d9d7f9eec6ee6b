import type { Check } from '../check'
import { type Finding, fail, pass, type Values, warn } from '../finding'
import { type Probe, ProbeError, type ProbeFailure, type Reply } from '../probe'
import type { Subject } from '../subject'
import { withoutVersion } from '../version-root'
import { sameOrigin } from './keystone-check'

/** As long as tokens of some kinds are. */
const paddingBytes = 12_000
const bodyBytes = 8 * 1024 ** 3

/** What stands before the image service lets tokens, long headers and large uploads through. */
export const proxyCheck: Check = {
  name: 'proxy',
  about: 'caller',
  async run(subject) {
    const { settings, own, callersProbe: probe, account } = subject
    const front = withoutVersion(settings.DEFAULT.public_endpoint || (await subject.facts.endpoint()))
    if (sameOrigin(front, own) && account !== 'unknown')
      return pass('There is no proxy before the image service.', { address: own })
    const stripped = await tokenLost(subject, front)
    if (stripped) return stripped
    const plain = await probe(`${front}/`)
    const evidence: Values = { address: front, server: plain.headers.server, via: plain.headers.via }
    const refused = plain.status < 400 ? await longHeaders(probe, front, evidence) : null
    const found = refused ?? (await largeBody(probe, front, evidence))
    return found ?? pass('What stands before the image service lets requests through.', evidence)
  },
}

async function longHeaders(probe: Probe, front: string, evidence: Values): Promise<Finding | null> {
  const padded = await statusOf(probe, `${front}/`, { headers: { 'x-padding': 'x'.repeat(paddingBytes) } })
  if (typeof padded === 'number' && padded < 400) return null
  const fix = { text: 'Allow longer headers (nginx).', lines: ['large_client_header_buffers 8 32k;'] }
  const summary = `A request with ${paddingBytes} bytes of headers is refused.`
  return warn(summary, { ...evidence, answer: padded }, { cause: 'headersTooLarge', fix })
}

/** A large body is announced and never sent: the image service answers at once that there is no token. */
async function largeBody(probe: Probe, front: string, evidence: Values): Promise<Finding | null> {
  const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': String(bodyBytes) }
  const answer = await statusOf(probe, `${front}/v2/images`, { method: 'POST', headers })
  if (answer === 413) {
    const fix = {
      text: 'Switch the limit and the buffering off (nginx).',
      lines: ['client_max_body_size 0;', 'proxy_request_buffering off;'],
    }
    return warn('Large uploads are refused before they reach the image service.', evidence, { cause: 'proxyBodySize', fix })
  }
  if (answer !== 'timeout') return null
  const fix = { text: 'Switch the buffering of requests off (nginx).', lines: ['proxy_request_buffering off;'] }
  const summary = 'What stands before the image service waits for the whole of an upload before it passes anything on.'
  return warn(summary, evidence, { cause: 'proxyBuffersUploads', certainty: 'likely', fix })
}

/** The status of the answer, or why there is none. */
async function statusOf(probe: Probe, url: string, question: Parameters<Probe>[1]): Promise<number | ProbeFailure> {
  try {
    return (await probe(url, question)).status
  } catch (error) {
    if (error instanceof ProbeError) return error.failure
    throw error
  }
}

/** The same request with the token, through the proxy and past it. */
async function tokenLost(subject: Subject, front: string): Promise<Finding | null> {
  const { facts, callersProbe: probe, own, mayCarryToken } = subject
  const caller = await facts.caller().catch(() => null)
  if (!caller || !mayCarryToken(front)) return null
  const headers = { 'x-auth-token': caller.token }
  const through = await probe(`${front}/v2/images?limit=1`, { headers })
  const past = sameOrigin(front, own) ? null : await probe(`${own}/v2/images?limit=1`, { headers }).catch(() => null)
  const evidence: Values = {
    address: front,
    through: through.status,
    past: past?.status ?? 'not tried',
    server: through.headers.server,
  }
  if ([400, 414, 431, 494].includes(through.status)) {
    const fix = { text: 'Allow longer headers (nginx).', lines: ['large_client_header_buffers 8 32k;'] }
    return fail('A request with your token is refused for its headers.', evidence, { cause: 'headersTooLarge', fix })
  }
  if (through.status !== 401 || !(past?.status === 200 || saysThereIsNone(through))) return null
  const fix = {
    text: 'Let the header through (nginx, in the location of the image service).',
    lines: ['proxy_set_header X-Auth-Token $http_x_auth_token;'],
  }
  return fail('Through the proxy your token does not arrive.', evidence, { cause: 'proxyStripsToken', fix })
}

/** This service tells a request without a token from one with a bad one. */
function saysThereIsNone({ text }: Reply): boolean {
  return text.includes('This request needs a token')
}
