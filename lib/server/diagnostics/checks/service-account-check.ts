import type { Check } from '../check'
import { type Finding, fail, pass, Skipped, warn } from '../finding'
import type { ServiceAccountSettings } from '../given'
import { tokenFacts, validate } from '../keystone-questions'
import type { ServiceLogIn } from '../service-log-in'
import type { Subject } from '../subject'

const unknownAccount = 'the configuration of the service is not known; name it with --config-file'
const weekMs = 7 * 24 * 3_600_000

/** The service's own account logs in to Keystone, with its project. */
export const serviceAccountCheck: Check = {
  name: 'serviceAccount',
  about: 'service',
  async run({ facts, account }) {
    if (account === 'embedded') return pass('The identity service inside needs no account.')
    if (account === 'unknown') throw new Skipped(unknownAccount)
    return read(await facts.service(), account)
  },
}

function read(found: ServiceLogIn, account: ServiceAccountSettings): Finding {
  const evidence = { user: account.username, project: account.projectName }
  switch (found.outcome) {
    case 'incomplete': {
      const fix = optionLines('Set the account of the service.', ...found.missing.map((name) => `${name} = …`))
      return fail(`The configuration lacks ${found.missing.join(', ')}.`, {}, { cause: 'serviceUserMissing', fix })
    }
    case 'unanswered':
      throw new Skipped(`Keystone did not answer the log-in, ${found.reason}`)
    case 'refused':
      return found.step === 'user' ? userRefused(found, account) : projectRefused(found, account)
    case 'loggedIn': {
      const expires = found.facts.user.password_expires_at
      const roles = found.facts.roles.map(({ name }) => name).join(', ')
      if (expires && Date.parse(expires) - Date.now() < weekMs) return expiresSoon(expires, account.username)
      return pass('The service logs in to Keystone.', { ...evidence, roles, 'audit id': found.facts.audit_ids[0] })
    }
  }
}

type Refused = Extract<ServiceLogIn, { outcome: 'refused' }>

function userRefused({ status, message }: Refused, { username, userDomain }: ServiceAccountSettings): Finding {
  const domain = 'id' in userDomain ? userDomain.id : userDomain.name
  const evidence = { user: username, 'user domain': domain, status, 'Keystone says': message }
  if (status === 400) {
    const fix = optionLines('Name the domain of the user.', 'user_domain_name = Default')
    return fail('Keystone misses the domain of the service user.', evidence, { cause: 'serviceUserDomain', fix })
  }
  if (/locked/i.test(message)) {
    const lines = [`openstack user set --enable ${username}`]
    const fix = { text: 'Wait until the lock ends, or enable the account; then look who logs in with a wrong password.', lines }
    return fail('The account of the service is locked.', evidence, { cause: 'serviceUserLocked', fix })
  }
  const lines = [`openstack user set --password-prompt ${username}`, '[keystone_authtoken]', 'password = …']
  const fix = { text: 'Set the same password in Keystone and in the configuration.', lines }
  const summary = 'Keystone refuses the service’s user name or password.'
  return fail(summary, evidence, { cause: 'serviceUserPassword', fix })
}

function projectRefused({ status, message, projects }: Refused, account: ServiceAccountSettings): Finding {
  const { username, projectName } = account
  const evidence = {
    user: username,
    project: projectName,
    status,
    'Keystone says': message,
    'has roles on': projects.join(', ') || 'no project',
  }
  const lines = [`openstack role add --project ${projectName} --user ${username} service`]
  const fix = { text: 'Give the service user its role on the project.', lines }
  const summary = 'The password is right, but the service user has no role on its project, or there is no such project.'
  return fail(summary, evidence, { cause: 'serviceUserNoRoleOnProject', fix })
}

function expiresSoon(expires: string, username: string): Finding {
  const lines = [`openstack user set --ignore-password-expiry ${username}`]
  const fix = { text: 'Let the password of the service user never expire, or change it before.', lines }
  const summary = `The password of the service user expires at ${expires}.`
  return warn(summary, { user: username, expires }, { cause: 'serviceUserPasswordExpires', fix })
}

function optionLines(text: string, ...lines: string[]) {
  return { text, lines: ['[keystone_authtoken]', ...lines] }
}

/** With its own token the service may ask about the caller's. */
export const validationCheck: Check = {
  name: 'validation',
  about: 'service',
  async run(subject) {
    const { account } = subject
    if (account === 'embedded') throw new Skipped('the identity service inside needs no account')
    if (account === 'unknown') throw new Skipped(unknownAccount)
    const service = await subject.facts.serviceToken()
    const roles = service.facts.roles.map(({ name }) => name.toLowerCase())
    const caller = await subject.facts.caller().catch(() => null)
    if (!caller) return byRoles(roles, account)
    const reply = await validate(subject.probe, subject.keystone, { token: service.token, subject: caller.token })
    const evidence = { status: reply.status, roles: roles.join(', ') }
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

function mayNot(
  account: ServiceAccountSettings,
  evidence: Record<string, string | number>,
  certainty: 'certain' | 'likely',
): Finding {
  const lines = [`openstack role add --project ${account.projectName} --user ${account.username} service`]
  const fix = { text: 'Give the service user the role service on its project.', lines }
  const summary = 'The service logs in, but may not ask Keystone about the tokens of others.'
  return fail(summary, evidence, { cause: 'serviceUserMayNotValidate', certainty, fix })
}

/** The caller's Keystone has just accepted the token, and the one that the service asks does not. */
function elsewhere({ keystone, callersKeystone }: Subject, evidence: Record<string, string | number>): Finding {
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
