import type { Cause } from '@/lib/contract/diagnostics'
import type { Check } from '../check'
import { discover, isKeystone } from '../facts'
import { type Finding, fail, pass, type Values, warn } from '../finding'
import { identityVersions } from '../keystone-questions'
import { ProbeError, type ProbeFailure, type Reply } from '../probe'
import { speaksTls } from '../speaks-tls'
import type { Subject } from '../subject'
import { isPlainOnTls } from '../version-root'

const slowMs = 1000

/** Keystone answers where the service asks it, with a certificate that is trusted, in the API's version 3. */
export const keystoneCheck: Check = {
  name: 'keystone',
  about: 'service',
  async run(subject) {
    try {
      return readAnswer(subject, await subject.facts.discovery())
    } catch (error) {
      if (error instanceof ProbeError) return unreachable(subject, error)
      throw error
    }
  },
}

function readAnswer({ keystone }: Subject, reply: Reply): Finding {
  const evidence = {
    address: keystone,
    status: reply.status,
    'answered in': `${Math.round(reply.milliseconds)} ms`,
    versions: identityVersions(reply)?.join(', '),
    server: reply.headers.server,
  }
  if (isKeystone(reply)) {
    if (reply.milliseconds > slowMs) return warn('Keystone answers, but slowly.', evidence)
    return pass('Keystone answers.', evidence)
  }
  if (isPlainOnTls(reply)) return wrongScheme(keystone, evidence)
  if (reply.status >= 500) return fail(`Keystone answers ${reply.status}.`, evidence, { cause: 'keystoneDown' })
  const fix = authUrlLines('Name the address of a Keystone with the API of version 3.', 'http://KEYSTONE:5000')
  if (identityVersions(reply)) return fail('This Keystone has no API of version 3.', evidence, { cause: 'authUrlVersion', fix })
  return fail('What answers there is no Keystone with the API of version 3.', evidence, { cause: 'notKeystone', fix })
}

function wrongScheme(address: string, evidence: Values): Finding {
  const other = address.startsWith('https:') ? address.replace('https:', 'http:') : address.replace('http:', 'https:')
  const fix = authUrlLines('Name the scheme that Keystone speaks.', other)
  return fail('Keystone speaks the other scheme on this port.', evidence, { cause: 'keystoneScheme', fix })
}

const causesByFailure: Partial<Record<ProbeFailure, Cause>> = {
  tlsUntrusted: 'tlsUntrusted',
  tlsExpired: 'tlsExpired',
  tlsHostname: 'tlsHostname',
  unknownHost: 'authUrlUnreachable',
  badUrl: 'authUrlUnreachable',
}

async function unreachable(subject: Subject, error: ProbeError): Promise<Finding> {
  const { keystone } = subject
  const evidence = { address: keystone, error: error.message }
  if (error.failure === 'tlsOnPlainPort') return wrongScheme(keystone, evidence)
  if (error.failure === 'cut' && (await speaksTls(subject.probe, keystone))) return wrongScheme(keystone, evidence)
  const summary = `Keystone cannot be reached: ${error.message}.`
  const certain = causesByFailure[error.failure]
  if (certain) return fail(summary, evidence, { cause: certain, fix: tlsOrAddress(certain) })
  const elsewhere = await answeringElsewhere(subject)
  if (new URL(keystone).port === '35357') {
    const fix = authUrlLines(
      'Port 35357 was that of the API of version 2; name the public port.',
      keystone.replace(':35357', ':5000'),
    )
    return fail(summary, evidence, { cause: 'adminPort', fix })
  }
  if (elsewhere === undefined) return fail(summary, evidence, { cause: 'keystoneDown', certainty: 'likely' })
  const fix = authUrlLines('Name an address at which Keystone answers from this machine.', elsewhere)
  return fail(summary, { ...evidence, 'Keystone answers at': elsewhere }, { cause: 'authUrlUnreachable', fix })
}

function tlsOrAddress(cause: Cause) {
  if (cause === 'tlsUntrusted') {
    return {
      text: 'Name the authority that signed it.',
      lines: ['[keystone_authtoken]', 'cafile = /etc/ssl/certs/AUTHORITY.pem'],
    }
  }
  if (cause === 'tlsHostname') return authUrlLines('Name the host that the certificate is for.', 'https://KEYSTONE:5000')
  if (cause === 'tlsExpired') return { text: 'Renew the certificate, or set the clock of this machine.', lines: [] }
  return authUrlLines('Name an address at which Keystone answers from this machine.', 'http://KEYSTONE:5000')
}

function authUrlLines(text: string, address: string) {
  return { text, lines: ['[keystone_authtoken]', `auth_url = ${address}`] }
}

/** Another address of Keystone that is known, and answers. */
export async function answeringElsewhere({ keystone, callersKeystone, settings, probe }: Subject): Promise<string | undefined> {
  const { www_authenticate_uri } = settings.keystone_authtoken
  for (const address of new Set([callersKeystone, www_authenticate_uri])) {
    if (address === '' || sameOrigin(address, keystone)) continue
    const reply = await discover(probe, address).catch(() => null)
    if (reply && isKeystone(reply)) return address
  }
  return undefined
}

/** Whether two addresses are of the same scheme, host and port. */
export function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin
}
