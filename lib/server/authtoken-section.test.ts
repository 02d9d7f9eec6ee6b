import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { loadConfig } from './config'

const files: string[] = []
afterEach(() => {
  for (const file of files.splice(0)) removeConfig(file)
})

/** The configuration of `[keystone_authtoken]` with these lines; `{folder}` is the file's own folder. */
function load(lines: string, beside: Record<string, string> = {}) {
  const file = writeConfig(`[keystone_authtoken]\n${lines}\n`, beside)
  files.push(file)
  return loadConfig(['--config-file', file], { VITRINE_DATA: join(dirname(file), 'data') })
}
const settings = (lines: string, beside?: Record<string, string>) => load(lines, beside).keystone_authtoken

describe('[keystone_authtoken]', () => {
  it('reads today’s names', () => {
    const text = `
www_authenticate_uri = https://cloud.example/identity
auth_url = http://keystone:5000
auth_type = v3password
user_id = u1
password = p
project_id = p1
user_domain_id = d1
project_domain_id = d2
interface = publicURL
region_name = Two
cafile = {folder}/ca.pem
insecure = true
http_connect_timeout = 7
http_request_max_retries = 0
memcached_servers = one:11212, [::1]:11213, inet6:[fe80::1], unix:/run/memcached.sock, two
token_cache_time = 60
memcache_security_strategy = encrypt
memcache_secret_key = k
memcache_pool_dead_retry = 30
memcache_pool_socket_timeout = 2
include_service_catalog = false
delay_auth_decision = false
service_token_roles = service, operator
service_token_roles_required = false
service_type = image2`
    const config = load(text, { 'ca.pem': 'a certificate' })
    expect(config.warnings).toEqual([])
    expect(config.keystone_authtoken).toMatchObject({
      auth_type: 'v3password',
      ...{ user_id: 'u1', project_id: 'p1', user_domain_id: 'd1', project_domain_id: 'd2' },
      ...{ interface: 'public', region_name: 'Two', insecure: true, http_connect_timeout: 7, http_request_max_retries: 0 },
      memcached_servers: [
        { host: 'one', port: 11212 },
        { host: '::1', port: 11213 },
        { host: 'fe80::1', port: 11211 },
        { path: '/run/memcached.sock' },
        { host: 'two', port: 11211 },
      ],
      ...{ token_cache_time: 60, memcache_security_strategy: 'ENCRYPT', memcache_pool_dead_retry: 30 },
      ...{ include_service_catalog: false, delay_auth_decision: false, service_type: 'image2' },
      ...{ service_token_roles: ['service', 'operator'], service_token_roles_required: false },
    })
  })

  it('reads old names and says what they are called today', () => {
    const { keystone_authtoken: found, warnings } = load(
      'auth_uri = http://k:5000\nidentity_uri = http://k:35357/v2.0\nadmin_user = glance\nadmin_password = s\nadmin_tenant_name = services\nmemcache_servers = m',
    )
    expect(found).toMatchObject({
      ...{ www_authenticate_uri: 'http://k:5000', auth_url: 'http://k:35357' },
      ...{ username: 'glance', password: 's', project_name: 'services', memcached_servers: [{ host: 'm', port: 11211 }] },
    })
    expect(warnings).toHaveLength(6)
    expect(warnings[1]).toMatch(/glance-api\.conf:3: \[keystone_authtoken\] identity_uri is an old name: auth_url is today’s/)
  })

  it.each([
    ['auth_host = k', 'https://k:35357'],
    ['auth_host = k\nauth_protocol = http\nauth_port = 5000\nauth_admin_prefix = /keystone', 'http://k:5000/keystone'],
    ['auth_host = k\nauth_url = http://l:5000/v3/', 'http://l:5000'],
    ['auth_url = https://k/identity/v2.0', 'https://k/identity'],
  ])('puts the address together: %j', (lines, address) => {
    expect(settings(`username = glance\n${lines}`).auth_url).toBe(address)
  })

  it('reads the account from the section that auth_section names, and from there only', () => {
    const { keystone_authtoken: found, warnings } = load(
      'auth_section = service_account\nusername = nobody\nregion_name = One\n[service_account]\nauth_url = http://k:5000/v3\nusername = glance\npassword = s\ntenant_name = svc',
    )
    expect(found).toMatchObject({
      auth_url: 'http://k:5000',
      username: 'glance',
      password: 's',
      project_name: 'svc',
      region_name: 'One',
    })
    expect(warnings).toEqual([expect.stringMatching(/:3: \[keystone_authtoken\] username .*no effect/)])
  })

  it.each([
    ['signing_dir = /var/cache', 'token_cache_time'],
    ['hash_algorithms = md5', 'token_cache_time'],
    ['admin_token = ADMIN', 'set username, password'],
    ['auth_version = v2.0', 'v3'],
    ['memcache_use_advanced_pool = true', 'one connection'],
    ['memcache_sasl_enabled = true', 'SASL'],
  ])('says what became of %s', (line, advice) => {
    const [warning, ...others] = load(line).warnings
    expect(warning).toMatch(/glance-api\.conf:2: \[keystone_authtoken\] \w+ has no effect any more: /)
    expect(warning).toContain(advice)
    expect(others).toEqual([])
  })

  it.each([
    ['auth_type = v2password', /:2: \[keystone_authtoken\] option auth_type: expected one of password, v3password, v3app/],
    ['interface = outside', /:2: .* option interface: expected one of internal, public, admin/],
    ['cafile = {folder}/none.pem', /:2: .* option cafile: expected a file that can be read: ENOENT/],
    ['memcached_servers = m:port', /:2: .* option memcached_servers: expected host:port, …, found "m:port"/],
    ['memcached_servers = m:99999', /option memcached_servers: expected a number from 1 to 65535/],
    ['memcache_security_strategy = ROT13', /option memcache_security_strategy: expected one of None, MAC, ENCRYPT/],
    [
      'token_cache_time = 60\nmemcache_security_strategy = MAC',
      /:3: .* option memcache_security_strategy: .* memcache_secret_key/,
    ],
    ['http_connect_timeout = 0', /option http_connect_timeout: expected a number from 1/],
    ['auth_port = 0', /option auth_port: expected a number from 1 to 65535/],
    ['auth_url = http://k:5000', /:2: .* option auth_url: with this Keystone, username \(or user_id\) must be set/],
    ['auth_url = http://k\nauth_type = v3applicationcredential', /application_credential_id/],
    ['auth_url = http://k\nauth_type = v3applicationcredential\napplication_credential_id = a', /application_credential_secret/],
    [
      'auth_url = http://k\nauth_type = v3applicationcredential\napplication_credential_name = a\napplication_credential_secret = s',
      /username \(or user_id\), whose application credential it is/,
    ],
    ['keyfile = {folder}/key.pem', /option keyfile: this key needs its certfile/],
    ['auth_section = database', /:2: .* option auth_section: the section database has options of another meaning/],
    ['auth_section = other\n[other]\nauth_type = v2password', /:4: \[other\] option auth_type: expected one of/],
  ])('stops at %j with file, section, option and line', (lines, message) => {
    expect(() => load(lines, { 'key.pem': 'a key' })).toThrow(message)
  })
})
