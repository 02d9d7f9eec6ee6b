import type { Cause } from '@/lib/contract/diagnostics'
import type { SignInFailure } from '@/lib/contract/session'
import { issuedOffset } from './account-log-in'
import type { Asking as Run } from './asking'
import { type Finding, fail, pass, skipped } from './finding'
import type { SignIn } from './given'
import { authenticate, issuedToken, keystoneMessage, projectsOf, rescope } from './keystone-questions'
import { ProbeError, type Reply } from './probe'
import { fingerprint } from './secrets'

/** What became of the caller's sign-in: a token, or a finding that says why there is none. */
export interface SignedIn {
  token?: string
  finding: Finding
  /** How far Keystone's clock is ahead, where it made a token just now. */
  clockOffsetMs?: number | null
}

type Asking = Pick<Run, 'signIn' | 'callersKeystone' | 'callersProbe' | 'secrets' | 'ownRuns'>
type PasswordSignIn = Extract<SignIn, { kind: 'password' }>

/** Signs in as the caller would. A password is shown to Keystone once. */
export async function signIn(asking: Asking): Promise<SignedIn> {
  const given = asking.signIn
  try {
    switch (given.kind) {
      case 'none':
        return { finding: nothingGiven(asking.ownRuns, given.refused) }
      case 'token':
        return { token: given.token, finding: pass('A token came with this request.', { token: fingerprint(given.token) }) }
      case 'password':
        return await byPassword(asking, given)
      case 'applicationCredential':
        return await byApplicationCredential(asking, given)
    }
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error
    return { finding: skipped('keystoneSilent', `Keystone does not answer, ${error.message}`) }
  }
}

function nothingGiven(byRequest: boolean, refused: SignInFailure | undefined): Finding {
  const known = refused && lastRefusals[refused]
  if (known) return fail(known.says, {}, { cause: known.cause })
  if (byRequest) return fail('No sign-in came with this request.', {}, { cause: 'noToken' })
  return skipped('noToken', 'the environment has no OS_USERNAME, OS_TOKEN or OS_APPLICATION_CREDENTIAL_ID')
}

/** What a sign-in of the dashboard that was refused just before comes to; the others say nothing of the person. */
const lastRefusals: Partial<Record<SignInFailure, { cause: Cause; says: string }>> = {
  wrongPassword: {
    cause: 'signInPassword',
    says: 'The last sign-in was refused: the domain, the user name or the password is wrong, or the account is disabled or locked.',
  },
  wrongSecret: {
    cause: 'appCredentialInvalid',
    says: 'The last sign-in was refused: there is no such application credential, it has expired, or its secret is another.',
  },
  passwordExpired: { cause: 'passwordExpired', says: 'The last sign-in was refused: the password has expired.' },
  locked: { cause: 'accountLocked', says: 'The last sign-in was refused: the account is locked.' },
  tooManyAttempts: { cause: 'accountLocked', says: 'The last sign-in was refused: there were too many attempts.' },
  disabled: {
    cause: 'accountDisabled',
    says: 'The last sign-in was refused: the password was right, and the account is disabled.',
  },
  noProject: { cause: 'noRoleOnProject', says: 'The last sign-in was refused: the account has no role on any project.' },
}

async function byPassword(asking: Asking, given: PasswordSignIn): Promise<SignedIn> {
  const { callersProbe: probe, callersKeystone, secrets } = asking
  const { user, password, passcode, scope } = given
  if (user.id === undefined && user.domain === undefined) return { finding: domainMissing('OS_USER_DOMAIN_NAME') }
  const identity = {
    methods: passcode ? ['password', 'totp'] : ['password'],
    password: { user: { ...user, password } },
    ...(passcode && { totp: { user: { ...user, passcode } } }),
  }
  const unscoped = await authenticate(probe, callersKeystone, { identity, scope: 'unscoped' })
  const first = issuedToken(unscoped)
  if (first === undefined) return { finding: userRefused(unscoped, user.name ?? user.id) }
  secrets.add(first)
  const clockOffsetMs = unscoped.clockOffsetMs ?? issuedOffset(unscoped)
  if (!scope) return { token: first, clockOffsetMs, finding: pass('Keystone accepts your password; no project was named.') }
  const scoped = await rescope(probe, callersKeystone, { token: first, scope })
  const token = issuedToken(scoped)
  if (token === undefined) return { clockOffsetMs, finding: await projectRefused(asking, first, given) }
  secrets.add(token)
  return { token, clockOffsetMs, finding: pass('Keystone accepts your password and the project.', { token: fingerprint(token) }) }
}

function domainMissing(variable: string): Finding {
  const fix = { text: 'Name the domain of the user and of the project.', lines: [`export ${variable}=Default`] }
  return fail('A user name is only unique in a domain, and no domain was named.', {}, { cause: 'signInDomainMissing', fix })
}

/** Keystone tells little on purpose; where it says more, these are its words. */
const refusals: readonly { words: RegExp; cause: Cause; says: string }[] = [
  { words: /password.*expired/i, cause: 'passwordExpired', says: 'Your password has expired.' },
  { words: /disabled/i, cause: 'accountDisabled', says: 'Your password is right, and your account is disabled.' },
  { words: /locked/i, cause: 'accountLocked', says: 'Your account is locked after too many attempts.' },
]

function userRefused(reply: Reply, user: string | undefined): Finding {
  const message = keystoneMessage(reply)
  const evidence = { status: reply.status, message, user }
  if (reply.headers['openstack-auth-receipt'])
    return fail('Keystone asks for a second factor as well.', evidence, { cause: 'secondFactorMissing' })
  if (reply.status === 400 && /domain/i.test(message)) return { ...domainMissing('OS_USER_DOMAIN_NAME') }
  if (reply.status >= 500) return fail(`Keystone answers ${reply.status} to a log-in.`, evidence, { cause: 'keystoneDown' })
  const known = refusals.find(({ words }) => words.test(message))
  if (known) return fail(known.says, evidence, { cause: known.cause })
  return fail('Keystone refuses this user name, domain or password.', evidence, { cause: 'signInPassword' })
}

async function projectRefused(
  { callersProbe: probe, callersKeystone }: Asking,
  token: string,
  { scope, user }: PasswordSignIn,
): Promise<Finding> {
  const wanted = scope?.project
  const label = wanted && ('id' in wanted ? wanted.id : wanted.name)
  const projects = (await projectsOf(probe, callersKeystone, token)) ?? []
  const found = projects.find(({ id, name }) => id === label || name === label)
  const evidence = { 'project asked for': label, 'your projects': projects.map(({ name }) => name).join(', ') || 'none' }
  if (found && !found.enabled)
    return fail('The project is disabled.', evidence, { cause: 'projectDisabled', fix: enabling(found.id) })
  const own = projects.find(({ enabled }) => enabled)
  const fix = {
    text: 'Choose one of your projects, or have a role on this one assigned to you.',
    lines: [
      ...(own ? [`export OS_PROJECT_NAME=${own.name}`] : []),
      `openstack role add --project ${label} --user ${user.name ?? user.id} member`,
    ],
  }
  return fail('You have no role on this project, or there is none of that name.', evidence, { cause: 'noRoleOnProject', fix })
}

function enabling(projectId: string) {
  return { text: 'Enable the project.', lines: [`openstack project set --enable ${projectId}`] }
}

type CredentialSignIn = Extract<SignIn, { kind: 'applicationCredential' }>

async function byApplicationCredential(asking: Asking, { credential, secret }: CredentialSignIn): Promise<SignedIn> {
  const identity = { methods: ['application_credential'], application_credential: { ...credential, secret } }
  const reply = await authenticate(asking.callersProbe, asking.callersKeystone, { identity })
  const token = issuedToken(reply)
  if (token === undefined) {
    const evidence = { status: reply.status, message: keystoneMessage(reply) }
    const summary = 'Keystone refuses the application credential: it was deleted, has expired, or its secret is another.'
    const lines = ['openstack application credential list', 'openstack application credential create NAME']
    const fix = { text: 'Look whether it is still there, or make a new one.', lines }
    return { finding: fail(summary, evidence, { cause: 'appCredentialInvalid', fix }) }
  }
  asking.secrets.add(token)
  const finding = pass('Keystone accepts your application credential.', { token: fingerprint(token) })
  return { token, finding, clockOffsetMs: reply.clockOffsetMs ?? issuedOffset(reply) }
}
