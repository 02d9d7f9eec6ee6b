import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type KeystoneServer, keystoneMissing, startKeystone } from '@/testing/keystone-server'
import { addPerson, addPersonWithPasscode, federate, personPassword, signInSettings } from '@/testing/keystone-sign-in'
import { oneTimePasscode } from '@/testing/one-time-passcode'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { services } from '../services'
import { logIn, logInWithApplicationCredential, logInWithPasscode, logOut, selectableProjects, switchProject } from './log-in'
import { logInByWebSso } from './web-sso'

const domain = 'Default'

// A Keystone, or a command of it, is a process of Python’s, which takes seconds to begin where others work as well.
const patience = { timeout: 120_000 }

describe.skipIf(keystoneMissing)(`signing in at a real Keystone ${keystoneMissing ?? ''}`, patience, () => {
  let keystone: KeystoneServer
  let server: TestServer
  let config: string

  beforeAll(async () => {
    keystone = await startKeystone({ settings: signInSettings })
    const vitrine = '[vitrine]\nwebsso_choices = front/mapped:Company account, mapped:Any\n'
    config = writeConfig(keystone.authtokenConfig + vitrine)
    server = await startTestServer({}, ['--config-file', config])
    await federate(keystone)
    const federation = { trusted_dashboard: `${server.url}/api/web-sso` }
    await keystone.restart({
      settings: { ...signInSettings, federation, mapped: { remote_id_attribute: 'FRONT_PROVIDER' } },
    })
  })
  afterAll(async () => {
    await server.stop()
    await keystone.stop()
    removeConfig(config)
  })

  const failure = (signIn: Promise<unknown>) =>
    signIn.then(
      () => 'signed in',
      (error) => error.reason,
    )

  it('takes the domain, the user and the password', async () => {
    const session = await logIn({ domain, user: 'member', password: keystone.adminPassword })
    expect(session).toMatchObject({
      user: { name: 'member', domain },
      project: { name: 'demo', domain },
      way: { kind: 'password' },
    })
    expect(await services.tokens.identify(session.token)).toMatchObject({
      projectId: session.project.id,
      roles: expect.arrayContaining(['member']),
    })
    await logOut(session)
    await expect(services.tokens.identify(session.token)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })

  it('works in another domain, and names the domains of projects', async () => {
    const far = await keystone.admin.create('domains', { name: 'Far' })
    const project = await keystone.admin.create('projects', { name: 'moon', domain_id: far.id })
    const id = await addPerson(keystone, 'luna', { domain: far.id, role: null })
    const member = await keystone.admin.find('roles', 'member')
    await keystone.admin.call('PUT', `/projects/${project.id}/users/${id}/roles/${member.id}`)
    const session = await logIn({ domain: 'Far', user: 'luna', password: personPassword })
    expect(session.project).toEqual({ id: project.id, name: 'moon', domain: 'Far' })
    expect(await selectableProjects(session.token)).toEqual([session.project])
    expect(await failure(logIn({ domain, user: 'luna', password: personPassword }))).toBe('wrongPassword')
  })

  it('switches the project where the person has a role', async () => {
    await keystone.admin.grant({ role: 'reader', user: 'reader', project: 'service' })
    const session = await logIn({ domain, user: 'reader', password: keystone.adminPassword })
    const other = (await selectableProjects(session.token)).find(({ id }) => id !== session.project.id)
    const switched = await switchProject(session, other?.id as string)
    expect(switched.project).toEqual(other)
    expect(await failure(switchProject(session, 'unknown'))).toBe('wrongPassword')
  })

  it('tells an account without a project; of a disabled one Keystone says no more than of a wrong password', async () => {
    await addPerson(keystone, 'nowhere', { role: null })
    const gone = await addPerson(keystone, 'gone')
    await keystone.admin.change('users', gone, { enabled: false })
    expect(await failure(logIn({ domain, user: 'member', password: 'wrong' }))).toBe('wrongPassword')
    expect(await failure(logIn({ domain, user: 'gone', password: personPassword }))).toBe('wrongPassword')
    expect(await failure(logIn({ domain, user: 'nowhere', password: personPassword }))).toBe('noProject')
  })

  it('changes a password that has expired, as Keystone’s rules allow', async () => {
    await addPerson(keystone, 'fresh', { expired: true })
    const given = { domain, user: 'fresh', password: personPassword }
    expect(await failure(logIn(given))).toBe('passwordExpired')
    await expect(logIn({ ...given, newPassword: 'short' })).rejects.toMatchObject({
      reason: 'passwordRefused',
      detail: expect.stringContaining('at least eight characters'),
    })
    expect((await logIn({ ...given, newPassword: 'second-password' })).user.name).toBe('fresh')
    expect((await logIn({ ...given, password: 'second-password' })).user.name).toBe('fresh')
  })

  it('asks for the passcode when the password is only the first factor', async () => {
    const secret = await addPersonWithPasscode(keystone, 'tess')
    const refused = await logIn({ domain, user: 'tess', password: personPassword }).catch((error) => error)
    expect(refused.reason).toBe('passcodeNeeded')
    const { challenge } = refused
    expect(challenge).not.toContain('gAAAA')
    expect(await failure(logInWithPasscode({ challenge, passcode: '000000' }))).toBe('wrongPasscode')
    expect(await failure(logInWithPasscode({ challenge: 'forged', passcode: '000000' }))).toBe('passcodeTooLate')
    const session = await logInWithPasscode({ challenge, passcode: oneTimePasscode(secret) })
    expect(session).toMatchObject({ user: { name: 'tess' }, project: { name: 'demo' } })
  })

  it('takes an application credential, by id or by name, and stays in its project', async () => {
    const { identity, adminPassword } = keystone
    const scope = { project: { name: 'demo', domain: { name: domain } } }
    const { headers, body } = await identity.logIn('member', adminPassword, scope)
    const made = await identity.call('POST', `/users/${body.token.user.id}/application_credentials`, {
      token: headers.get('x-subject-token') ?? '',
      body: { application_credential: { name: 'ci', secret: 'ci-secret' } },
    })
    const { id } = made.body.application_credential
    const session = await logInWithApplicationCredential({ id, secret: 'ci-secret' })
    expect(session).toMatchObject({
      project: { name: 'demo' },
      unscoped: null,
      way: { kind: 'applicationCredential', id, name: 'ci' },
    })
    const byName = { name: 'ci', user: 'member', domain }
    expect((await logInWithApplicationCredential({ ...byName, secret: 'ci-secret' })).way).toEqual(session.way)
    expect(await failure(logInWithApplicationCredential({ ...byName, secret: 'wrong' }))).toBe('wrongSecret')
    expect(await failure(switchProject(session, session.project.id))).toBe('wrongSecret')
    await logOut(session)
    await expect(services.tokens.identify(session.token)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })

  describe('by WebSSO', () => {
    const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] as string
    const begin = (choice: string) =>
      fetch(`${server.url}/api/web-sso?choice=${encodeURIComponent(choice)}&callbackUrl=%2Fimages`, { redirect: 'manual' })

    /** What the front server and Keystone's page do in a browser; answers the form's address and token. */
    async function throughKeystone(begun: Response, name: string) {
      const page = await fetch(`${begun.headers.get('location')}&front_user=${name}`)
      const text = await page.text()
      const value = (pattern: RegExp) => pattern.exec(text)?.[1] ?? text
      return { action: value(/action="([^"]+)"/), token: value(/name="token"[^>]*value="([^"]+)"/) }
    }

    const post = (url: string, token: string, origin: string) =>
      fetch(url, { method: 'POST', body: new URLSearchParams({ token }), headers: { origin }, redirect: 'manual' })

    it.each(['front/mapped', 'mapped'])('comes back from Keystone with a token and enters a project: %s', async (choice) => {
      const begun = await begin(choice)
      const { action, token } = await throughKeystone(begun, 'ada')
      expect(action).toBe(`${server.url}/api/web-sso`)
      const back = await post(action, token, keystone.url)
      expect(back.status).toBe(303)
      expect(back.headers.get('location')).toBe(`${server.url}/login?webSso=1`)
      expect(back.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
      const session = await logInByWebSso(`${cookieOf(begun)}; ${cookieOf(back)}`, undefined)
      expect(session).toMatchObject({ user: { name: 'ada' }, project: { name: 'demo' }, way: { kind: 'webSso' } })
      expect(await services.tokens.identify(session.token)).toMatchObject({ userName: 'ada' })
      expect((await switchProject(session, session.project.id)).project).toEqual(session.project)
    })

    it('signs nobody in whose browser has not begun it', async () => {
      const begun = await begin('mapped')
      const { action, token } = await throughKeystone(begun, 'mallory')
      const back = await post(action, token, 'null')
      expect(await failure(logInByWebSso(cookieOf(back), undefined))).toBe('webSsoNotBegun')
      expect(await failure(logInByWebSso(`${cookieOf(back)}; ${cookieOf(begun).replace('=', '=x')}`, undefined))).toBe(
        'webSsoNotBegun',
      )
      expect((await post(action, token, 'https://evil.example')).status).toBe(403)
    })

    it('refuses a token that is not Keystone’s, a form without one, and a choice that there is not', async () => {
      const begun = await begin('mapped')
      const back = await post(`${server.url}/api/web-sso`, 'invented', keystone.url)
      expect(await failure(logInByWebSso(`${cookieOf(begun)}; ${cookieOf(back)}`, undefined))).toBe('webSsoRefused')
      expect(await failure(logInByWebSso(cookieOf(begun), undefined))).toBe('webSsoRefused')
      expect((await post(`${server.url}/api/web-sso`, '', keystone.url)).status).toBe(400)
      expect((await begin('other')).status).toBe(404)
    })
  })

  it('says so when another factor is asked for than it can take', async () => {
    const options = { multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'oauth1']] }
    await addPerson(keystone, 'olaf', { options })
    await keystone.restart({ settings: { ...signInSettings, auth: { methods: 'password,token,totp,oauth1' } } })
    await expect(logIn({ domain, user: 'olaf', password: personPassword })).rejects.toMatchObject({
      reason: 'factorUnsupported',
      detail: 'oauth1',
    })
  })

  it('says when Keystone cannot be reached, and finds it again', async () => {
    const given = { domain, user: 'member', password: keystone.adminPassword }
    await keystone.kill()
    expect(await failure(logIn(given))).toBe('identityUnavailable')
    await keystone.restart()
    expect((await logIn(given)).user.name).toBe('member')
  })
})
