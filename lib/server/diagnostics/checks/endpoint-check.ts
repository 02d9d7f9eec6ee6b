import type { Check } from '../check'
import { type Finding, fail, pass, type Values, warn } from '../finding'
import { ProbeError, type Reply } from '../probe'
import { speaksTls } from '../speaks-tls'
import type { Subject } from '../subject'
import { serviceAt, withoutVersion } from '../version-root'
import { sameOrigin } from './keystone-check'

/** What answers at the endpoint of the catalogue is an image service, and this one. */
export const endpointCheck: Check = {
  name: 'endpoint',
  about: 'caller',
  async run(subject) {
    const endpoint = await subject.facts.endpoint()
    const base = withoutVersion(endpoint)
    const evidence: Values = { endpoint }
    if (/\/v1(\.\d+)?$|\/v2(\.\d+)?$/.test(base)) return wrongPath(base.replace(/(\/v[12](\.\d+)?)+$/, ''), evidence)
    try {
      const reply = await subject.callersProbe(`${base}/`)
      return await readRoot(subject, base, reply)
    } catch (error) {
      if (error instanceof ProbeError) return unreachable(subject, base, error)
      throw error
    }
  },
}

function wrongPath(right: string, evidence: Values): Finding {
  return fail('The endpoint’s path ends in a version that is not there, or twice.', evidence, {
    cause: 'endpointPath',
    fix: setting(right),
  })
}

function setting(url: string) {
  const lines = ['openstack endpoint list --service image', `openstack endpoint set --url ${url} ENDPOINT_ID`]
  return { text: 'Set the address of the endpoint.', lines }
}

async function readRoot(subject: Subject, base: string, reply: Reply): Promise<Finding> {
  const { status, headers, milliseconds } = reply
  const evidence = { endpoint: base, status, server: headers.server, 'answered in': `${Math.round(milliseconds)} ms` }
  switch (serviceAt(reply)) {
    case 'image':
      return readImageService(subject, base, evidence)
    case 'identity':
      return fail('Keystone answers at the image endpoint.', evidence, {
        cause: 'notAnImageService',
        fix: setting('http://IMAGE-HOST:9292'),
      })
    case 'otherScheme':
      return plainOnTls(base, evidence)
    case 'loadBalancer': {
      const fix = { text: 'Start the image service, or set its address in the load balancer.', lines: [] }
      return fail(`A load balancer answers ${status}: it has no image service behind it.`, evidence, {
        cause: 'loadBalancerNoBackend',
        fix,
      })
    }
    case 'nothing':
      return nothingThere(subject, base, evidence)
    case 'other':
      return fail('What answers at the endpoint is no image service.', evidence, {
        cause: 'notAnImageService',
        fix: setting('http://IMAGE-HOST:9292'),
      })
  }
}

/** Perhaps it answers at the root of the same host. */
async function nothingThere({ callersProbe: probe }: Subject, base: string, evidence: Values): Promise<Finding> {
  const { origin } = new URL(base)
  const root = origin === base ? null : await probe(`${origin}/`).catch(() => null)
  if (root && serviceAt(root) === 'image') return wrongPath(origin, { ...evidence, 'an image service answers at': origin })
  return fail('What answers at the endpoint knows no such path.', evidence, {
    cause: 'notAnImageService',
    fix: setting('http://IMAGE-HOST:9292'),
  })
}

function plainOnTls(base: string, evidence: Values): Finding {
  const fix = setting(base.replace('http:', 'https:'))
  return fail('The endpoint has http, and https is spoken there.', evidence, { cause: 'endpointScheme', fix })
}

const certificateFailures: readonly ProbeError['failure'][] = ['tlsUntrusted', 'tlsExpired', 'tlsHostname']

async function unreachable({ callersProbe }: Subject, base: string, error: ProbeError): Promise<Finding> {
  const evidence = { endpoint: base, error: error.message }
  const summary = `The endpoint does not answer as it should: ${error.message}.`
  if (certificateFailures.includes(error.failure)) {
    const fix = {
      text: 'Renew the certificate, or name its authority to your client.',
      lines: ['export OS_CACERT=/etc/ssl/certs/AUTHORITY.pem'],
    }
    return fail(summary, evidence, { cause: 'endpointCertificate', fix })
  }
  if (error.failure === 'tlsOnPlainPort')
    return fail(summary, evidence, { cause: 'endpointScheme', fix: setting(base.replace('https:', 'http:')) })
  if (error.failure === 'cut' && (await speaksTls(callersProbe, base))) return plainOnTls(base, evidence)
  return fail(summary, evidence, { cause: 'endpointUnreachable', fix: setting('http://IMAGE-HOST:9292') })
}

async function readImageService(
  { callersProbe: probe, own, ownRuns, facts, account }: Subject,
  base: string,
  evidence: Values,
): Promise<Finding> {
  const here = ownRuns || (account !== 'unknown' && (await facts.refusal().catch(() => null)) !== null)
  if (!here || sameOrigin(base, own)) return pass('An image service answers at the endpoint.', evidence)
  const [there, ours] = [await probe(`${base}/v2/images?limit=1`), await facts.refusal()]
  const other = await probe(`${base}/api/`).catch(() => null)
  // Of image services only this one has anything below /api.
  const same = other?.status === 404 && there.headers['www-authenticate'] === ours.headers['www-authenticate']
  if (same) return pass('This image service answers at the endpoint.', evidence)
  const fix = setting(own)
  const summary = 'An image service answers at the endpoint, but it does not seem to be this one.'
  return warn(summary, { ...evidence, 'this one': own }, { cause: 'endpointOfAnother', certainty: 'likely', fix })
}
