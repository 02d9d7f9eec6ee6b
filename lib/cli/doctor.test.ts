import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { checkResultSchema, verdictSchema } from '@/lib/contract/diagnostics'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { startIdentityApi } from '@/testing/identity-api'
import { twoStoresConfig } from '@/testing/two-stores-config'
import { runCommand } from './run-command'

const reportSchema = z.object({ results: z.array(checkResultSchema), verdict: verdictSchema })
const servicePassword = 'wrong-service-password'

let api: Awaited<ReturnType<typeof startIdentityApi>>
beforeAll(async () => {
  api = await startIdentityApi()
})
afterAll(() => api?.server.stop())
afterEach(() => vi.unstubAllEnvs())

/** Runs the doctor as alice would, on a configuration of these lines. */
async function doctor(lines: string, { env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {}) {
  const { port } = new URL(api.server.url)
  const file = writeConfig(`[DEFAULT]\nbind_port = ${port}\n${lines}`)
  const alice = {
    OS_USERNAME: 'alice',
    OS_PASSWORD: 'alice-password',
    OS_PROJECT_NAME: 'alice',
    OS_AUTH_URL: `${api.server.url}/identity`,
  }
  const domains = { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_NAME: 'Default' }
  for (const [name, value] of Object.entries({ ...alice, ...domains, ...env })) vi.stubEnv(name, value)
  const printed: string[] = []
  try {
    const status = await runCommand(
      ['doctor', '--config-file', file, ...args],
      (line) => printed.push(line),
      (line) => printed.push(line),
    )
    return { status, text: printed.join('\n') }
  } finally {
    removeConfig(file)
  }
}

async function verdictOf(lines: string, env: Record<string, string> = {}) {
  const { status, text } = await doctor(lines, { env, args: ['--json'] })
  return { status, ...reportSchema.parse(JSON.parse(text)).verdict }
}

const authtoken = () =>
  `[keystone_authtoken]\nauth_url = ${api.server.url}/identity\nusername = glance\npassword = ${servicePassword}\n`

describe('vitrine doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { status, text } = await doctor('')
    expect(status).toBe(0)
    expect(text).toContain('✓ token: Keystone accepts your token.')
    expect(text).toContain('– image: Not checked: no image was named.')
    expect(text.split('\n').at(-1)).toBe('Everything works: your sign-in is fine, and the image service can check it.')
  })

  it('looks at the stores of enabled_backends', async () => {
    const { text } = await doctor(twoStoresConfig({ folder: '/nowhere', second: 'slow' }).replace('[DEFAULT]\n', ''))
    expect(text).toContain('✗ stores: /nowhere/fast is not there.')
  })

  it('names the wrong password of the service, and how to mend it', async () => {
    const { status, text } = await doctor(authtoken())
    expect(status).toBe(1)
    expect(text).toContain('✗ serviceAccount: Keystone refuses')
    expect(text).toContain(
      'Your sign-in is fine. The image service can’t check sign-ins with Keystone: its user name or password is wrong, or its account is disabled or locked.',
    )
    expect(text).toContain(
      '    openstack user set --password-prompt glance\n    [keystone_authtoken]\n    username = glance\n    password = …',
    )
  })

  it.each([
    ['the caller’s password', { OS_PASSWORD: 'not-hers-at-all' }, 'signInPassword'],
    ['a domain that is missing', { OS_USER_DOMAIN_NAME: '', OS_PROJECT_DOMAIN_NAME: '' }, 'signInDomainMissing'],
    ['a project without a role', { OS_PROJECT_NAME: 'admin' }, 'noRoleOnProject'],
    ['a token that is none', { OS_PASSWORD: '', OS_TOKEN: 'not-a-token' }, /^token(Unknown|Revoked)$/],
    ['a region that there is not', { OS_REGION_NAME: 'regionone' }, 'wrongRegion'],
  ])('names %s', async (_, env, cause) =>
    expect(await verdictOf('', env as Record<string, string>)).toMatchObject({
      status: 1,
      cause: expect.stringMatching(cause),
      who: expect.stringMatching(/you|project/),
    }),
  )

  it('works while the server does not, and says so', async () => {
    const away = '[DEFAULT]\nbind_port = 9\n'
    expect(await verdictOf(`${away}${authtoken()}`)).toMatchObject({ cause: 'serviceUserPassword' })
    const { status, text } = await doctor(away, { env: { OS_AUTH_URL: `${api.server.url}/identity` } })
    expect(status).toBe(1)
    expect(text).toMatch(/imageService: The image service does not answer/)
  })

  it('does not take a wrong auth_url for a Keystone that is down', async () => {
    const closed = 'http://127.0.0.1:9/identity'
    const config = `${authtoken().replace(/auth_url = .*/, `auth_url = ${closed}`)}www_authenticate_uri = ${api.server.url}/identity\n`
    const env = { OS_AUTH_URL: closed, OS_PASSWORD: '', OS_TOKEN: api.alice.token }
    const { text } = await doctor(config, { env, args: ['--json'] })
    const token = reportSchema.parse(JSON.parse(text)).results.find(({ name }) => name === 'token')
    expect(token).toMatchObject({ cause: 'authUrlUnreachable', fix: { lines: [expect.stringContaining('vitrine doctor')] } })
  })

  it('names the project of the service’s account where the configured one is misspelt', async () => {
    const account = 'username = alice\npassword = alice-password\nuser_domain_name = Default\nproject_domain_name = Default\n'
    const config = `[keystone_authtoken]\nauth_url = ${api.server.url}/identity\n${account}project_name = alicce\n`
    expect(await verdictOf(config)).toMatchObject({
      cause: 'serviceUserNoRoleOnProject',
      fix: { lines: ['[keystone_authtoken]', 'project_name = alice'] },
    })
  })

  it('shows no secret that it was given, nor one that it got', async () => {
    const secrets = ['alice-password', servicePassword, 'the-key-of-the-cache', 'the-database-password', api.alice.token]
    const config = `[database]\nconnection = mysql+pymysql://u:the-database-password@db/glance\n${authtoken()}memcache_secret_key = the-key-of-the-cache\n`
    const environments: Record<string, string>[] = [{}, { OS_PASSWORD: '', OS_TOKEN: api.alice.token }]
    for (const env of environments) {
      const { text } = await doctor(config, { env, args: ['--json'] })
      expect(reportSchema.parse(JSON.parse(text)).verdict.cause).toBe('serviceUserPassword')
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toMatch(/gAAAA/)
    }
  })

  it('asks for the id of an image where it is given a name', async () => {
    const { status, text } = await doctor('', { args: ['--image', 'cirros'] })
    expect(status).toBe(2)
    expect(text).toContain('--image takes the id of an image, not its name')
  })

  it('names the projects and the name of a person who asks for another project', async () => {
    const { fix } = await verdictOf('', { OS_PROJECT_NAME: 'admin' })
    expect(fix?.lines).toEqual(['export OS_PROJECT_NAME=alice', 'openstack role add --project admin --user alice member'])
  })

  it('asks for an openrc or a configuration where it has neither', async () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('OS_')) vi.stubEnv(name, undefined)
    vi.stubEnv('VITRINE_PORT', '9')
    const printed: string[] = []
    const complaints: string[] = []
    const status = await runCommand(
      ['doctor'],
      (line) => printed.push(line),
      (line) => complaints.push(line),
    )
    expect(status).toBe(2)
    expect(printed).toEqual([])
    expect(complaints.join()).toMatch(/Source the openrc file .* --config-file/)
  })

  it('refuses an option that it lacks', async () => expect((await doctor('', { args: ['--nope'] })).status).toBe(2))
})
