import type { AccountLogIn } from '../account-log-in'
import type { Check } from '../check'
import { type Finding, fail, pass, Skipped, warn } from '../finding'
import type { ServiceAccountSettings } from '../given'

const weekMs = 7 * 24 * 3_600_000

/** The service's own account logs in to Keystone, with its project. */
export const serviceAccountCheck: Check = {
  name: 'serviceAccount',
  about: 'service',
  async run({ facts, account, ownStatus }) {
    if (account === 'embedded') return pass('The identity service inside needs no account.')
    if (account === 'unknown')
      throw new Skipped('configurationUnknown', 'the configuration of the service is not known; name it with --config-file')
    return read(await facts.service(), account, ownStatus?.logIn)
  },
}

function read(found: AccountLogIn, account: ServiceAccountSettings, itself: string | undefined): Finding {
  const evidence = { account: account.account, project: account.project, 'last log-in of the service itself': itself }
  switch (found.outcome) {
    case 'incomplete': {
      const fix = optionLines('Set the account of the service.', ...found.missing.map((name) => `${name} = …`))
      return fail(`The configuration lacks ${found.missing.join(', ')}.`, {}, { cause: 'serviceUserMissing', fix })
    }
    case 'unanswered':
      throw new Skipped('keystoneSilent', `Keystone did not answer the log-in, ${found.reason}`)
    case 'refused':
      return found.step === 'user' ? userRefused(found, account) : projectRefused(found, account)
    case 'loggedIn': {
      const expires = found.facts.user.password_expires_at
      const roles = found.facts.roles.map(({ name }) => name).join(', ')
      if (expires && Date.parse(expires) - Date.now() < weekMs) return expiresSoon(expires, account.user)
      return pass('The service logs in to Keystone.', { ...evidence, roles, 'audit id': found.facts.audit_ids[0] })
    }
  }
}

type Refused = Extract<AccountLogIn, { outcome: 'refused' }>

function userRefused({ status, message }: Refused, { account, user }: ServiceAccountSettings): Finding {
  const evidence = { account, status, 'Keystone says': message }
  if (status === 400) {
    const fix = optionLines('Name the domain of the user.', 'user_domain_name = Default')
    return fail('Keystone misses the domain of the service user.', evidence, { cause: 'serviceUserDomain', fix })
  }
  if (/locked/i.test(message)) {
    const lines = [`openstack user set --enable ${user}`]
    const fix = { text: 'Wait until the lock ends, or enable the account; then look who logs in with a wrong password.', lines }
    return fail('The account of the service is locked.', evidence, { cause: 'serviceUserLocked', fix })
  }
  const lines = [`openstack user set --password-prompt ${user}`, '[keystone_authtoken]', `username = ${user}`, 'password = …']
  const fix = {
    text: 'Set the same user name and password in Keystone and in the configuration, and let the account be enabled.',
    lines,
  }
  const summary = 'Keystone refuses the service’s user name or password; it says the same of a locked or disabled account.'
  return fail(summary, evidence, { cause: 'serviceUserPassword', fix })
}

function projectRefused({ status, message, projects }: Refused, account: ServiceAccountSettings): Finding {
  const { user, project } = account
  const evidence = {
    account: account.account,
    project,
    status,
    'Keystone says': message,
    'has roles on': projects.join(', ') || 'no project',
  }
  const there = projects.find((name) => !name.endsWith('(disabled)'))
  const lines = [`openstack role add --project ${project} --user ${user} service`]
  const fix = there
    ? optionLines('Name the project on which the account has its role.', `project_name = ${there}`)
    : { text: 'Give the service user its role on the project.', lines }
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
