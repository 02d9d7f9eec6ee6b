import { authtokenOptions } from './authtoken-options'
import { byteCount } from './byte-count'
import { dashboardOptions } from './dashboard-options'
import { importDefaults, importOptions } from './import-options'
import { flag, list, listOf, networks, type Option, oneOf, option, text, url, whole } from './option-readers'
import { readBackends, storeOptions } from './store-options'

/**
 * Every option that Vitrine reads: Glance's name, section and meaning, with a default that suits one machine.
 * An empty string means "not set". Sizes are bytes, times are seconds. `[token]` and `[security_compliance]` are
 * Keystone's and apply to the embedded identity; `[vitrine]` holds what Glance has no word for.
 */
export const configOptions = {
  DEFAULT: {
    bind_host: option(text, '127.0.0.1'),
    bind_port: option(whole(0, 65535), 9292),
    backlog: option(whole(1), 4096),
    client_socket_timeout: option(whole(0), 900),
    max_header_line: option(whole(1024), 65536),
    public_endpoint: option(url, ''),
    debug: option(flag, false),
    verbose: option(flag, true),
    log_file: option(text, ''),
    /** Who has no token may look at public images. */
    allow_anonymous_access: option(flag, false),
    /** Longer values of X-OpenStack-Request-ID are refused. */
    max_request_id_length: option(whole(0), 64),
    image_size_cap: option(whole(1), 1099511627776),
    /** Who may create, read, update and delete which custom properties; a file of rules by roles or by policies. */
    property_protection_file: option(text, ''),
    property_protection_rule_format: option(oneOf('roles', 'policies'), 'roles'),
    /** Per project, in bytes; 0 for no quota. */
    user_storage_quota: option(byteCount, 0),
    /** Keystone's unified limits in place of `user_storage_quota`; where Keystone is, `[oslo_limit]` says. */
    use_keystone_limits: option(flag, false),
    image_member_quota: option(whole(-1), 128),
    image_property_quota: option(whole(-1), 128),
    image_tag_quota: option(whole(-1), 128),
    limit_param_default: option(whole(1), 25),
    api_limit_max: option(whole(1), 1000),
    hashing_algorithm: option(oneOf('sha512', 'sha256', 'sha384', 'sha1', 'md5'), 'sha512'),
    show_image_direct_url: option(flag, false),
    show_multiple_locations: option(flag, false),
    image_location_quota: option(whole(-1), 10),
    /** Whether data that a location names are read and hashed. */
    do_secure_hash: option(flag, true),
    http_retries: option(whole(0), 3),
    /** Where images of other machines' stores are cached; empty for no cache. */
    image_cache_dir: option(text, ''),
    /** Which of Glance's ways to remember what is cached; here each means the database. */
    image_cache_driver: option(oneOf('centralized_db', 'sqlite', 'xattr'), 'centralized_db'),
    image_cache_max_size: option(whole(0), 10 * 1024 ** 3),
    /** After how long a copy that nobody goes on with is given up. */
    image_cache_stall_time: option(whole(0), 86400),
    /** The address at which other nodes reach this one. */
    worker_self_reference_url: option(url, ''),
    /** Several stores, each with a section of its id; none means the one store of `[glance_store]`. */
    enabled_backends: option(readBackends, []),
    ...importDefaults,
  },
  database: {
    connection: option(text, '', ['DEFAULT.sql_connection']),
    max_pool_size: option(whole(1), 5),
  },
  keystone_authtoken: authtokenOptions,
  paste_deploy: {
    flavor: option(text, 'keystone', ['DEFAULT.flavor']),
  },
  glance_store: {
    stores: option(list, ['file', 'http'], ['DEFAULT.stores', 'DEFAULT.known_stores']),
    default_store: option(oneOf('file'), 'file', ['DEFAULT.default_store']),
    /** The store of `enabled_backends` that takes what names no other. */
    default_backend: option(text, ''),
    ...storeOptions.http,
    ...storeOptions.file,
  },
  image_format: {
    container_formats: option(
      list,
      ['ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'],
      ['DEFAULT.container_formats'],
    ),
    disk_formats: option(
      list,
      ['ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'],
      ['DEFAULT.disk_formats'],
    ),
    vmdk_allowed_types: option(list, ['streamOptimized', 'monolithicSparse']),
    require_image_format_match: option(flag, true),
    gpt_safety_checks_nonfatal: option(list, []),
  },
  ...importOptions,
  oslo_middleware: {
    enable_proxy_headers_parsing: option(flag, false),
    max_request_body_size: option(whole(1024), 114688),
  },
  healthcheck: {
    /** What is asked whether this process should get requests; every one must say yes. */
    backends: option(listOf('disable_by_file', 'disable_by_files_ports'), ['disable_by_file']),
    disable_by_file_path: option(text, ''),
    /** `port:path` pairs: the file takes only the server of that port out of service. */
    disable_by_file_paths: option(list, []),
    detailed: option(flag, false),
    /** Who may ask at all, as addresses or networks; empty for anybody. */
    allowed_source_ranges: option(networks, []),
    ignore_proxied_requests: option(flag, false),
  },
  oslo_policy: {
    /** The operator's rules; else `policy.yaml`, or `policy.json`, beside the configuration file. */
    policy_file: option(text, '', ['DEFAULT.policy_file']),
    /** Folders of further files of rules; else `policy.d` beside the configuration file. */
    policy_dirs: { ...option(list, [], ['DEFAULT.policy_dirs']), repeats: true },
    /** The rule that answers for one that there is not. */
    policy_default_rule: option(text, 'default', ['DEFAULT.policy_default_rule']),
    /** Whether a token has to be a project's. */
    enforce_scope: option(flag, true),
    /** False brings back the defaults that any role passes. */
    enforce_new_defaults: option(flag, true),
  },
  cors: {
    allowed_origin: option(list, []),
    allow_credentials: option(flag, true),
    expose_headers: option(list, [
      'X-Image-Meta-Checksum',
      'X-Auth-Token',
      'X-Subject-Token',
      'X-Service-Token',
      'X-OpenStack-Request-ID',
    ]),
    max_age: option(whole(0), 3600),
    allow_methods: option(list, ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']),
    allow_headers: option(list, [
      'Content-MD5',
      'X-Image-Meta-Checksum',
      'X-Storage-Token',
      'Accept-Encoding',
      'X-Auth-Token',
      'X-Identity-Status',
      'X-Roles',
      'X-Service-Catalog',
      'X-User-Id',
      'X-Tenant-Id',
      'X-OpenStack-Request-ID',
    ]),
  },
  oslo_limit: {
    auth_url: option(url, ''),
    auth_type: option(text, 'password'),
    username: option(text, ''),
    user_id: option(text, ''),
    password: option(text, ''),
    user_domain_id: option(text, ''),
    user_domain_name: option(text, 'Default'),
    system_scope: option(text, ''),
    project_id: option(text, ''),
    project_name: option(text, ''),
    project_domain_id: option(text, ''),
    project_domain_name: option(text, 'Default'),
    endpoint_id: option(text, ''),
    endpoint_service_type: option(text, ''),
    endpoint_service_name: option(text, ''),
    endpoint_region_name: option(text, '', ['oslo_limit.region_name']),
    endpoint_interface: option(text, ''),
  },
  token: {
    expiration: option(whole(1), 3600),
  },
  security_compliance: {
    lockout_failure_attempts: option(whole(1), 10),
    lockout_duration: option(whole(1), 60),
  },
  vitrine: {
    /** The operator's properties of images; else `schema-image.json` beside the configuration file. */
    schema_image_file: option(text, ''),
    /** How long running transfers may go on after SIGTERM. */
    shutdown_grace: option(whole(0), 30),
    /** How long an unfinished upload is kept after its last byte. */
    upload_expiry: option(whole(60), 7 * 24 * 3600),
    /** How long a client may take to send its request line and headers. */
    headers_timeout: option(whole(1), 60),
    /** A Keystone that cannot be asked is a 401, as in Glance, and not a 503. */
    strict_glance_401: option(flag, false),
    /** How many entries the audit log keeps; 0 keeps none. */
    audit_max_rows: option(whole(0), 100_000),
    /** How long the audit log keeps an entry. */
    audit_max_age: option(whole(60), 90 * 24 * 3600),
    ...dashboardOptions,
  },
} as const

type Options = typeof configOptions

/** The settings by section and name, each with the type of its option. */
export type Settings = {
  [S in keyof Options]: { [N in keyof Options[S]]: Options[S][N] extends Option<infer T> ? T : never }
}
