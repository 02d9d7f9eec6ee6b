/**
 * The `glance-api.conf` of a server that has everything that is tried: two stores whose files lie below the folder.
 * @param {string} folder
 */
export function conformanceConfig(folder) {
  return `[DEFAULT]
enabled_backends = cheap:file, fast:file
enabled_import_methods = glance-direct,web-download,copy-image
[glance_store]
default_backend = cheap
[cheap]
filesystem_store_datadir = ${folder}/cheap
[fast]
filesystem_store_datadir = ${folder}/fast
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${folder}/tasks
`
}
