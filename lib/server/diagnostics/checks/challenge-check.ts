import { versioned } from '../../auth/keystone-url'
import type { Check } from '../check'
import { discover, isKeystone } from '../facts'
import { type Finding, pass, Skipped, type Values, warn } from '../finding'
import { validate } from '../keystone-questions'
import type { Subject } from '../subject'
import { challengeOf } from './image-service-check'
import { sameOrigin } from './keystone-check'

/** The address that a 401 tells clients is that of the Keystone where they sign in. */
export const challengeCheck: Check = {
  name: 'challenge',
  about: 'service',
  async run(subject) {
    const { www_authenticate_uri, auth_url } = subject.settings.keystone_authtoken
    const reply = await subject.facts.refusal().catch(() => null)
    const told = (reply && challengeOf(reply)) || www_authenticate_uri || auth_url
    if (!told) throw new Skipped('noChallenge', 'no 401 was to be had')
    const evidence: Values = { 'clients are told': told, 'you sign in at': subject.callersKeystone }
    if (versioned(told) === versioned(subject.callersKeystone)) return pass('Clients are told where to sign in.', evidence)
    if (isLoopback(told) && !isLoopback(subject.callersKeystone))
      return useless(subject, 'that only this machine understands', evidence)
    const found = await discover(subject.probe, told).catch((error: Error) => error)
    if (found instanceof Error) return useless(subject, `where nobody answers: ${found.message}`, evidence)
    if (!isKeystone(found)) return useless(subject, 'where no Keystone answers', evidence)
    return sameKeystone(subject, told, evidence)
  },
}

/** Shows the caller's token there, if the operator named that host. An answer of anybody else is no reason to. */
async function sameKeystone(subject: Subject, told: string, evidence: Values): Promise<Finding> {
  const { settings, facts, probe, callersKeystone, keystone } = subject
  const named = [settings.keystone_authtoken.www_authenticate_uri, keystone, callersKeystone].some((url) => sameOrigin(url, told))
  const caller = named ? await facts.caller().catch(() => null) : null
  if (!caller) return pass('Clients are told an address at which a Keystone answers.', evidence)
  const { status } = await validate(probe, told, { token: caller.token })
  if (status === 200) return pass('Clients are told where to sign in.', evidence)
  return useless(subject, 'of another Keystone, which does not know your token', { ...evidence, 'it says of your token': status })
}

function useless({ callersKeystone }: Subject, which: string, evidence: Values): Finding {
  const address = callersKeystone.replace(/\/v3$/, '')
  const fix = {
    text: 'Name the public address of Keystone.',
    lines: ['[keystone_authtoken]', `www_authenticate_uri = ${address}`],
  }
  return warn(`Clients are told an address of Keystone ${which}.`, evidence, { cause: 'wwwAuthenticateUri', fix })
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)
}
