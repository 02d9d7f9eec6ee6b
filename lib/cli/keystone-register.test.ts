import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type KeystoneServer, keystoneMissing, startKeystone } from '@/testing/keystone-server'
import { keystoneRegister } from './keystone-register'
import { runCommand } from './run-command'

interface Ended {
  status: number
  printed: string[]
  complained: string
}

async function registering(...words: string[]): Promise<Ended> {
  const printed: string[] = []
  const complained: string[] = []
  const line = ['keystone', 'register', ...words]
  const status = await runCommand(
    line,
    (text) => printed.push(text),
    (text) => complained.push(text),
  )
  return { status, printed, complained: complained.join('\n') }
}

function setEnvironment(authUrl: string, user: string, project: string, password: string) {
  const named = { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_NAME: 'Default', OS_REGION_NAME: '', OS_CACERT: '' }
  const all = { OS_AUTH_URL: authUrl, OS_USERNAME: user, OS_PROJECT_NAME: project, OS_PASSWORD: password, ...named }
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
}

const states = ({ printed }: Ended) => {
  const lines = printed.slice(0, printed.includes('') ? printed.indexOf('') : undefined)
  return Object.fromEntries(lines.map((line) => [line.slice(13), line.slice(0, 13).trim()]))
}

const withUrl = ['--public-url', 'http://image.example']

describe('vitrine keystone register, before it speaks to Keystone,', () => {
  beforeEach(() => setEnvironment('http://127.0.0.1:9', 'admin', 'admin', 'x'))
  afterEach(() => void vi.unstubAllEnvs())

  it('asks for the variables of an administrator', async () => {
    vi.stubEnv('OS_AUTH_URL', '')
    expect(await registering(...withUrl)).toMatchObject({
      status: 2,
      complained: expect.stringContaining('OS_AUTH_URL is not set'),
    })
    vi.stubEnv('OS_AUTH_URL', 'http://127.0.0.1:9')
    vi.stubEnv('OS_PASSWORD', '')
    expect(await registering(...withUrl)).toMatchObject({ status: 1, complained: expect.stringContaining('OS_PASSWORD') })
  })
  it.each([
    [[], '--public-url is missing'],
    [['--public-url', 'image.example'], '--public-url: expected an http or https URL'],
    [['--public-url', 'http://a', '--admin-url', 'ftp://b'], '--admin-url: expected an http or https URL'],
  ])('refuses %j', async (words, complained) => {
    expect(await registering(...words)).toMatchObject({ status: 2, complained: expect.stringContaining(complained) })
  })
  it('says that the certificates cannot be read', async () => {
    vi.stubEnv('OS_CACERT', '/nowhere/ca.pem')
    expect(await registering(...withUrl)).toMatchObject({
      status: 2,
      complained: expect.stringContaining('OS_CACERT cannot be read'),
    })
  })
  it('says that nobody answers', async () => {
    const { status, complained } = await registering(...withUrl)
    expect(status).toBe(1)
    expect(complained).toMatch(/^vitrine: Keystone cannot be reached at http:\/\/127.0.0.1:9\/v3\/auth\/tokens: .+/)
  })
})

describe.skipIf(keystoneMissing)(`${keystoneRegister.name} at a real Keystone ${keystoneMissing ?? ''}`, () => {
  let keystone: KeystoneServer
  let config: string | undefined

  beforeAll(async () => {
    keystone = await startKeystone()
    // As a cloud is before its first Image service.
    const { admin } = keystone
    await admin.remove('services', (await admin.list('services', 'type=image'))[0]?.id ?? '')
    await admin.remove('users', (await admin.find('users', 'vitrine')).id)
    await admin.remove('projects', (await admin.find('projects', 'service')).id)
    await admin.remove('roles', (await admin.find('roles', 'service')).id)
  })
  afterAll(() => keystone.stop())
  beforeEach(() => setEnvironment(`${keystone.url}/v3`, 'admin', 'admin', keystone.adminPassword))
  afterEach(() => {
    vi.unstubAllEnvs()
    if (config) removeConfig(config)
    config = undefined
  })

  const configured = (lines: string) => {
    config = writeConfig(`[DEFAULT]\npublic_endpoint = http://image.example\n[keystone_authtoken]\n${lines}\n`)
    return ['--config-file', config]
  }
  const imageEndpoints = async () => {
    const [service] = await keystone.admin.list('services', 'type=image')
    return service ? await keystone.admin.list('endpoints', `service_id=${service.id}`) : []
  }

  it('shows with --dry-run what it would make, and makes nothing', async () => {
    const outcome = await registering(...withUrl, '--dry-run')
    expect(outcome.status).toBe(0)
    expect(states(outcome)).toEqual({
      'role admin': 'exists',
      'role member': 'exists',
      'role reader': 'exists',
      'role service': 'would make',
      'project service': 'would make',
      'user vitrine': 'would make',
      'role service of vitrine on service': 'would make',
      'service image (vitrine)': 'would make',
      'region RegionOne': 'exists',
      'endpoint public in RegionOne at http://image.example': 'would make',
      'endpoint internal in RegionOne at http://image.example': 'would make',
      'endpoint admin in RegionOne at http://image.example': 'would make',
    })
    expect(outcome.printed).toContain('For the configuration of Vitrine:')
    expect(await imageEndpoints()).toEqual([])
    expect((await keystone.admin.list('users', 'name=vitrine')).length).toBe(0)
  })

  it('makes everything, and prints the lines by which the service user validates tokens', async () => {
    const outcome = await registering(...withUrl, '--internal-url', 'http://10.0.0.1:9292')
    expect(outcome).toMatchObject({ status: 0, complained: '' })
    expect(new Set(Object.values(states(outcome)))).toEqual(new Set(['exists', 'made']))
    const urls = (await imageEndpoints()).map(({ interface: each, url, region_id }) => [each, url, region_id])
    expect(urls.toSorted()).toEqual([
      ['admin', 'http://image.example', 'RegionOne'],
      ['internal', 'http://10.0.0.1:9292', 'RegionOne'],
      ['public', 'http://image.example', 'RegionOne'],
    ])
    const options = Object.fromEntries(
      outcome.printed.flatMap((line) => [line.split(' = ') as [string, string]]).filter(([, value]) => value),
    )
    expect(options).toMatchObject({
      auth_url: `${keystone.url}/v3`,
      www_authenticate_uri: `${keystone.url}/v3`,
      region_name: 'RegionOne',
    })
    expect(outcome.printed.join('\n')).toContain('the password of the new user is shown this once:')
    const scope = { project: { name: options.project_name, domain: { name: options.project_domain_name } } }
    const login = await keystone.identity.logIn(options.username ?? '', options.password ?? '', scope)
    const headers = { 'x-subject-token': await keystone.token('member') }
    const token = login.headers.get('x-subject-token') ?? ''
    expect((await keystone.identity.call('GET', '/auth/tokens', { token, headers })).status).toBe(200)
  })

  it('changes nothing the second time, and leaves the password to who knows it', async () => {
    const outcome = await registering(...withUrl, '--internal-url', 'http://10.0.0.1:9292')
    expect(outcome.status).toBe(0)
    expect(new Set(Object.values(states(outcome)))).toEqual(new Set(['exists']))
    expect(outcome.printed.join('\n')).toContain('# password = what vitrine has already')
    expect(outcome.printed.join('\n')).not.toContain('shown this once')
  })

  it('serves another region beside the first', async () => {
    const outcome = await registering('--public-url', 'http://two.example', '--region', 'RegionTwo')
    expect(states(outcome)).toMatchObject({
      'region RegionTwo': 'made',
      'service image (vitrine)': 'exists',
      'endpoint public in RegionTwo at http://two.example': 'made',
    })
    expect(await imageEndpoints()).toHaveLength(6)
    expect(outcome.printed).toContain('region_name = RegionOne')
  })

  it('names no region of the identity service where that has several others', async () => {
    const [identity] = await keystone.admin.list('services', 'type=identity')
    const fields = { service_id: identity?.id, interface: 'internal', region_id: 'RegionTwo', url: `${keystone.url}/v3` }
    const { id } = await keystone.admin.create('endpoints', fields)
    const outcome = await registering(...withUrl, '--region', 'RegionThree', '--dry-run')
    expect(outcome.printed).toContain('[keystone_authtoken]')
    expect(outcome.printed.join('\n')).not.toContain('region_name')
    expect((await registering(...withUrl, '--region', 'RegionTwo', '--dry-run')).printed).toContain('region_name = RegionTwo')
    await keystone.admin.remove('endpoints', id)
  })

  it('says what differs, and changes it only with --update', async () => {
    const [service] = await keystone.admin.list('services', 'type=image')
    await keystone.admin.change('services', service?.id ?? '', { enabled: false })
    const words = configured('username = vitrine\npassword = of-the-file')
    const first = await registering(...words)
    expect(first).toMatchObject({ status: 1, complained: expect.stringContaining('3 of these differ') })
    const differences = (mark: string, word: string) => ({
      [`user vitrine: another password → the one of the configuration${mark}`]: word,
      [`service image (vitrine): disabled → enabled${mark}`]: word,
      [`endpoint internal in RegionOne: http://10.0.0.1:9292 → http://image.example${mark}`]: word,
    })
    expect(states(first)).toMatchObject(differences(' (--update changes it)', 'differs'))
    expect(await registering(...words, '--dry-run')).toMatchObject({ status: 0 })
    expect(states(await registering(...words, '--update', '--dry-run'))).toMatchObject(differences('', 'would change'))
    expect((await imageEndpoints()).some(({ url }) => url === 'http://10.0.0.1:9292')).toBe(true)
    expect(states(await registering(...words, '--update'))).toMatchObject(differences('', 'changed'))
    const last = await registering(...words)
    expect(last.status).toBe(0)
    expect(new Set(Object.values(states(last)))).toEqual(new Set(['exists']))
    expect(last.printed.join('\n')).not.toContain('[keystone_authtoken]')
  })

  it('names what clients may choose by mistake', async () => {
    const { id } = await keystone.admin.create('services', { type: 'image', name: 'glance' })
    expect(states(await registering(...withUrl))).toMatchObject({
      'another service image (glance), which clients may choose as well': 'also',
    })
    await keystone.admin.remove('services', id)
  })

  it('says that Keystone refuses the log-in', async () => {
    vi.stubEnv('OS_PASSWORD', 'wrong')
    expect(await registering(...withUrl)).toMatchObject({
      status: 1,
      complained: expect.stringMatching(/refuses the log-in of admin: check OS_USERNAME/),
    })
  })
  it('says that somebody may not do this, and who', async () => {
    setEnvironment(keystone.url, 'member', 'demo', keystone.adminPassword)
    expect(await registering(...withUrl)).toMatchObject({
      status: 1,
      complained: expect.stringMatching(/does not let member do GET .*: roles of this log-in: .*member/),
    })
  })
  it('says that a domain is not there', async () => {
    expect(await registering(...configured('user_domain_name = Nowhere'))).toMatchObject({
      status: 1,
      complained: expect.stringContaining('no domain with the name Nowhere'),
    })
  })
})
