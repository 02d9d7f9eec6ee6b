/**
 * The `glance-api.conf` of a server that has everything that is tried: two stores and a cache whose files lie below the
 * folder, the web to read from, and limits that are soon reached.
 * @param {string} folder
 */
export function conformanceConfig(folder) {
  return `[DEFAULT]
enabled_backends = cheap:file, fast:file, web:http
image_cache_dir = ${folder}/cache
image_size_cap = 1048576
image_member_quota = 2
enabled_import_methods = glance-direct,web-download,copy-image
[glance_store]
default_backend = cheap
[cheap]
filesystem_store_datadir = ${folder}/cheap
[fast]
filesystem_store_datadir = ${folder}/fast
[web]
store_description = The web
[paste_deploy]
flavor = keystone+cachemanagement
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${folder}/tasks
`
}
