import { conformanceConfig } from './conformance-config.mjs'

/**
 * Servers that differ in what can go wrong with them: `whole` has every feature; `single` has one store, the web, what an
 * operator may forbid, and no import of staged data; in `broken` stores and neighbours fail; in `limited` Keystone's limits rule.
 */
export type ServerKind = 'whole' | 'single' | 'broken' | 'limited'

/** The files of a server, by their names in its folder; one of them is `glance-api.conf`. */
export function filesOf(kind: ServerKind, folder: string): Record<string, string> {
  return {
    whole: () => ({ 'glance-api.conf': conformanceConfig(folder) }),
    single: () => singleFiles(folder),
    broken: () => ({ 'glance-api.conf': brokenConfig(folder) }),
    limited: () => ({ 'glance-api.conf': limitedConfig(folder) }),
  }[kind]()
}

const ownWeb = '[import_filtering_opts]\nallowed_hosts = 127.0.0.1\nallowed_ports =\n'

/** A property that every image of a `single` server must have. */
export const demanded = 'site_rack'

function singleFiles(folder: string): Record<string, string> {
  const schema = { properties: { [demanded]: { type: 'string' } }, required: [demanded] }
  const rights = ['create', 'read', 'update', 'delete']
  const section = (name: string, who: string) => `[${name}]\n${rights.map((right) => `${right} = ${who}\n`).join('')}`
  return {
    'schema-image.json': JSON.stringify(schema),
    'policy.yaml': '"communitize_image": "role:admin"\n',
    'protections.conf': section('x_guarded', 'admin') + section('.*', '@'),
    'glance-api.conf': `[DEFAULT]
enabled_import_methods = web-download
show_multiple_locations = true
image_location_quota = 2
user_storage_quota = 4KB
property_protection_file = ${folder}/protections.conf
[glance_store]
stores = file,http
default_store = file
filesystem_store_datadir = ${folder}/images
[oslo_policy]
policy_file = ${folder}/policy.yaml
${ownWeb}`,
  }
}

function brokenConfig(folder: string): string {
  return `[DEFAULT]
enabled_backends = frail:file, sound:file
enabled_import_methods = glance-direct,glance-download
worker_self_reference_url = http://127.0.0.1:1
[database]
connection = sqlite:///${folder}/vitrine.sqlite
[glance_store]
default_backend = sound
[frail]
filesystem_store_datadir = ${folder}/frail
[sound]
filesystem_store_datadir = ${folder}/sound
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
`
}

function limitedConfig(folder: string): string {
  return `[DEFAULT]
use_keystone_limits = true
[glance_store]
filesystem_store_datadir = ${folder}/images
`
}
