import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { cloudsYaml, openrc } from './client-files'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-openrc-'))
afterAll(() => rmSync(folder, { recursive: true }))

const settings = { auth_url: 'https://keystone.example:5000/v3', region_name: 'Region One', interface: 'public' }
/** Each would be something else, were it not quoted as it should be. */
const hostile = [
  `'; touch /tmp/owned; '`,
  '$(id) `id` $HOME !! \\',
  'two\nlines # and: more\n- x',
  '"quotes" \'both\'',
  '*&!|>%@{}[]',
  'yes',
  '0123',
  '~',
  '-n',
  'zwei  Räume 项目\u2028\u0085\u009f end ',
]

const person = (name: string) =>
  ({
    user: { id: 'u', name, domain: name },
    project: { id: name, name, domain: name },
    way: { kind: 'password' },
  }) as const
const credential = { ...person('alice'), way: { kind: 'applicationCredential', id: 'app-id', name: 'ci' } } as const
const overAnotherSite = { ...person('alice'), way: { kind: 'webSso' } } as const

/** What a shell has in its environment after it has read the file. */
function sourced(file: string, input: string): Record<string, string> {
  const path = join(folder, 'openrc.sh')
  writeFileSync(path, file)
  const script = ['-c', 'source "$0" && exec env -0', path]
  const env = { NODE_ENV: 'test', PATH: '/usr/bin:/bin', OS_CLOUD: 'old', OS_TOKEN: 'old' } as const
  const printed = execFileSync('bash', script, { env, input, stdio: ['pipe', 'pipe', 'ignore'] })
  const pairs = printed
    .toString()
    .split('\0')
    .filter((pair) => pair.startsWith('OS_'))
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

describe('openrc', () => {
  it.each(hostile)('means just what it says with %j', (name) => {
    expect(sourced(openrc(person(name), settings), 'se cret\n')).toEqual({
      OS_AUTH_URL: settings.auth_url,
      OS_AUTH_TYPE: 'password',
      OS_USERNAME: name,
      OS_USER_DOMAIN_NAME: name,
      OS_PROJECT_ID: name,
      OS_PROJECT_NAME: name,
      OS_PROJECT_DOMAIN_NAME: name,
      OS_PASSWORD: 'se cret',
      OS_IDENTITY_API_VERSION: '3',
      OS_INTERFACE: 'public',
      OS_REGION_NAME: 'Region One',
    })
  })
  it('asks for the secret of an application credential, and names no project', () => {
    const environment = sourced(openrc(credential, { ...settings, region_name: null }), 'hidden\n')
    expect(environment).toEqual({
      OS_AUTH_URL: settings.auth_url,
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_APPLICATION_CREDENTIAL_ID: 'app-id',
      OS_APPLICATION_CREDENTIAL_SECRET: 'hidden',
      OS_IDENTITY_API_VERSION: '3',
      OS_INTERFACE: 'public',
    })
  })
  it('asks for an application credential where somebody signed in over another site', () => {
    const environment = sourced(openrc(overAnotherSite, settings), 'an-id\nhidden\n')
    expect(environment).toMatchObject({ OS_APPLICATION_CREDENTIAL_ID: 'an-id', OS_APPLICATION_CREDENTIAL_SECRET: 'hidden' })
  })
})

const readers = [
  ['YAML 1.2', (text: string) => parse(text)],
  [
    'PyYAML',
    (text: string) => {
      const script = 'import sys, json, yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer)))'
      return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], { input: text }).toString())
    },
  ],
] as const

describe.each(readers)('clouds.yaml, read as %s', (_, read) => {
  it.each(hostile)('means just what it says with %j', (name) => {
    const auth = {
      ...{ auth_url: settings.auth_url, username: name, user_domain_name: name },
      ...{ project_id: name, project_name: name, project_domain_name: name },
    }
    const rest = { auth_type: 'password', identity_api_version: '3', interface: 'public', region_name: 'Region One' }
    expect(read(cloudsYaml(person(name), settings))).toEqual({ clouds: { openstack: { auth, ...rest } } })
  })
  it('names an application credential without its secret', () => {
    const { openstack } = read(cloudsYaml(credential, settings)).clouds
    expect(openstack.auth).toEqual({ auth_url: settings.auth_url, application_credential_id: 'app-id' })
  })
})
