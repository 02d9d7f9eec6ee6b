import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from './config'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The configuration of files with these texts, in order. */
function configOf(...texts: string[]) {
  const files = texts.map((text, index) => {
    const file = join(folder, `glance-api-${index}.conf`)
    writeFileSync(file, text)
    return file
  })
  const argv = files.flatMap((file) => ['--config-file', file])
  return loadConfig(argv, { VITRINE_DATA: folder })
}

/** Options of a real `glance-api.conf` that change nothing here, in several ways of writing. */
const glanceOnly = `
[DEFAULT]
image_cache_sqlite_db = cache.db
filesystem_store_timeout = 60
tcp_keepidle = 600
use_stderr = true
digest_algorithm = sha256
[task]
task_executor = taskflow
[taskflow_executor]
engine_mode = parallel
[wsgi]
task_pool_threads = 16
python_interpreter = /usr/bin/python3
[glance_store]
rbd_store_pool = images
rbd_store_chunk_size = 8
cinder_catalog_info = volumev3::publicURL
vmware_server_host = vcenter
[barbican]
barbican_endpoint = https://barbican.example
[profiler]
enabled = false
[oslo_concurrency]
lock_path = /var/lib/glance/lock
[oslo_reports]
log_dir = /var/log/glance
`

describe('glance-api.conf', () => {
  it('has defaults that suit one machine', () => {
    const config = loadConfig([], { VITRINE_DATA: folder })
    expect(config.DEFAULT).toMatchObject({ bind_host: '127.0.0.1', bind_port: 9292, image_size_cap: 2 ** 40 })
    expect(config.glance_store.filesystem_store_datadir).toBe(join(folder, 'images'))
  })

  it('reads files as they are written in the field', () => {
    const config = configOf(`
[DEFAULT]
notification_driver = noop
verbose = True
# a comment
[database]
connection = mysql+pymysql://glance:GLANCE_DBPASS@controller/glance
[keystone_authtoken]
auth_uri = http://controller:5000
memcached_servers = controller:11211
username: glance
password = "p#a;s's"
[paste_deploy]
flavor = keystone
[glance_store]
default_store = file
filesystem_store_datadir = /var/lib/glance/images/
`)
    expect(config.database.connection).toBe('mysql+pymysql://glance:GLANCE_DBPASS@controller/glance')
    expect(config.keystone_authtoken).toMatchObject({
      www_authenticate_uri: 'http://controller:5000',
      memcached_servers: [{ host: 'controller', port: 11211 }],
      username: 'glance',
      password: "p#a;s's",
    })
    expect(config.glance_store.filesystem_store_datadir).toBe('/var/lib/glance/images/')
    expect(config.warnings).toEqual([
      expect.stringMatching(/glance-api-0\.conf:3: \[DEFAULT\] notification_driver .* no effect/),
      expect.stringMatching(
        /glance-api-0\.conf:9: \[keystone_authtoken\] auth_uri is an old name: www_authenticate_uri is today’s/,
      ),
    ])
  })

  it('does not stop at what only Glance has a use for', () => {
    const config = configOf(glanceOnly)
    expect(config.warnings).toContainEqual(expect.stringMatching(/\[wsgi\] python_interpreter .*no effect/))
  })

  it('lets a later file win, continues values over indented lines, and substitutes', () => {
    const config = configOf(
      '[image_format]\ndisk_formats = raw,\n  qcow2,\n  iso\n[DEFAULT]\nstate_path = /srv/g\nbind_port = 1\n',
      '[glance_store]\nfilesystem_store_datadir = $state_path/images\n[DEFAULT]\nbind_port = 9393\n',
    )
    expect(config.image_format.disk_formats).toEqual(['raw', 'qcow2', 'iso'])
    expect(config.glance_store.filesystem_store_datadir).toBe('/srv/g/images')
    expect(config.DEFAULT.bind_port).toBe(9393)
  })

  it.each([
    [
      '[DEFAULT]\n\nbind_port = many\n',
      /glance-api-0\.conf:3: \[DEFAULT\] option bind_port: expected a whole number, found "many"/,
    ],
    ['[DEFAULT]\nbind_port = 70000\n', /:2: \[DEFAULT\] option bind_port: expected a number from 0 to 65535/],
    ['[oslo_middleware]\nenable_proxy_headers_parsing = perhaps\n', /expected true or false, found "perhaps"/],
    ['[glance_store]\ndefault_store = floppy\n', /default_store: expected one of/],
    ['[keystone_authtoken]\nauth_url = controller:5000\n', /auth_url: expected an http or https URL/],
    ['[DEFAULT]\nnonsense\n', /:2: \[DEFAULT\]: expected "\[section\]" or "name = value", found "nonsense"/],
    ['[DEFAULT]\n  stray\n', /:2: an indented line continues an option/],
    ['[DEFAULT]\na = $b\nb = $a\npublic_endpoint = $a\n', /refer to each other in a circle/],
  ])('stops at %j with file, section, option and line', (text, message) => {
    expect(() => configOf(text)).toThrow(message)
  })

  it('names a file that cannot be read', () => {
    const load = () => loadConfig(['--config-file', join(folder, 'absent.conf')], { VITRINE_DATA: folder })
    expect(load).toThrow(/cannot read the configuration file .*absent\.conf: ENOENT/)
  })
})

describe('environment and arguments', () => {
  it('VITRINE_PORT and VITRINE_HOST win over the files', () => {
    const config = loadConfig([], { VITRINE_DATA: folder, VITRINE_PORT: '8292', VITRINE_HOST: '0.0.0.0' })
    expect(config.DEFAULT).toMatchObject({ bind_host: '0.0.0.0', bind_port: 8292 })
  })

  it('says what is wrong with VITRINE_PORT', () => {
    expect(() => loadConfig([], { VITRINE_DATA: folder, VITRINE_PORT: 'x' })).toThrow(/^VITRINE_PORT: expected a whole number/)
  })

  it('says which folder cannot be written', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(() => loadConfig([], { VITRINE_DATA: join(file, 'data') })).toThrow(/the data folder .*a-file\/data cannot be written/)
  })

  it('refuses unknown arguments with the usage', () => {
    expect(() => loadConfig(['--confg-file', 'x'], {})).toThrow(/Usage: /)
  })

  it('keeps the session secret from start to start', () => {
    const secrets = [1, 2].map(() => loadConfig([], { VITRINE_DATA: folder }).sessionSecret)
    expect(secrets[0]).toHaveLength(43)
    expect(secrets[0]).toBe(secrets[1])
  })
})
