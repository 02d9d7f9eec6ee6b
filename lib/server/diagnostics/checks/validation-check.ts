import type { Check } from '../check'
import { type Finding, fail, pass, Skipped, type Values } from '../finding'
import type { ServiceAccountSettings } from '../given'
import { tokenFacts, validate } from '../keystone-questions'
import type { Subject } from '../subject'

/** With its own token the service may ask about the caller's. */
export const validationCheck: Check = {
  name: 'validation',
  about: 'service',
  async run(subject) {
    const { account } = subject
    const service = await subject.facts.serviceToken()
    if (typeof account === 'string') throw new Skipped('noServiceAccount', 'the service has no account of its own')
    const keystone = await subject.facts.identityUrl()
    const roles = service.facts.roles.map(({ name }) => name.toLowerCase())
    const caller = await subject.facts.caller().catch(() => null)
    if (!caller) return byRoles(roles, account)
    const reply = await validate(subject.probe, keystone, { token: service.token, subject: caller.token })
    const evidence = {
      'asked at': keystone,
      status: reply.status,
      roles: roles.join(', '),
      itself: subject.ownStatus?.validation,
    }
    if (tokenFacts(reply)) return pass('The service may ask Keystone about tokens.', evidence)
    if (reply.status === 403) return mayNot(account, evidence, 'certain')
    if (reply.status >= 500)
      return fail(`Keystone answers ${reply.status} about your token.`, evidence, { cause: 'keystoneDown' })
    return elsewhere(subject, evidence)
  },
}

function byRoles(roles: readonly string[], account: ServiceAccountSettings): Finding {
  const evidence = { roles: roles.join(', ') }
  if (roles.includes('service') || roles.includes('admin')) {
    return pass('The service has a role by which it may ask about tokens; without one of yours it was not tried.', evidence)
  }
  return mayNot(account, evidence, 'likely')
}

function mayNot(account: ServiceAccountSettings, evidence: Values, certainty: 'certain' | 'likely'): Finding {
  const lines = [`openstack role add --project ${account.project} --user ${account.user} service`]
  const fix = { text: 'Give the service user the role service on its project.', lines }
  const summary = 'The service logs in, but may not ask Keystone about the tokens of others.'
  return fail(summary, evidence, { cause: 'serviceUserMayNotValidate', certainty, fix })
}

/** The caller's Keystone has just accepted the token, and the one that the service asks does not. */
function elsewhere({ keystone, callersKeystone }: Subject, evidence: Values): Finding {
  if (keystone === callersKeystone) {
    const summary = 'Keystone accepts your token from you, and not from the service.'
    return fail(summary, evidence, { cause: 'fernetKeysNotShared', certainty: 'likely' })
  }
  const fix = {
    text: 'Let the service ask the Keystone that people sign in to.',
    lines: ['[keystone_authtoken]', `auth_url = ${callersKeystone}`],
  }
  const addresses = { ...evidence, 'the service asks': keystone, 'you signed in at': callersKeystone }
  const summary = 'The service asks another Keystone than the one that made your token.'
  return fail(summary, addresses, { cause: 'otherKeystone', fix })
}
