import { importMethods } from '@/lib/contract/import-request'
import { list, listOf, oneOf, option, readProperties, text, whole } from './option-readers'

/** The options of `[DEFAULT]` that imports read. */
export const importDefaults = {
  enabled_import_methods: option(listOf(...importMethods), ['glance-direct', 'web-download', 'copy-image']),
  /** Where data wait for their import, as a `file://` URI; a folder inside the data folder unless set. */
  node_staging_uri: option(text, ''),
} as const

/** The sections of imports and tasks. */
export const importOptions = {
  /** Takes the place of `node_staging_uri` where there are several stores. */
  os_glance_staging_store: {
    filesystem_store_datadir: option(text, ''),
  },
  /** Takes the place of `work_dir` where there are several stores. */
  os_glance_tasks_store: {
    filesystem_store_datadir: option(text, ''),
  },
  task: {
    /** In hours, as `[task]` has always counted. */
    task_time_to_live: option(whole(1), 48),
    /** Where images are converted and unpacked; in the staging area unless set. */
    work_dir: option(text, ''),
  },
  taskflow_executor: {
    max_workers: option(whole(1), 10, ['DEFAULT.eventlet_executor_pool_size']),
    /** What the images of `POST /v2/tasks` are converted to; empty for no conversion. */
    conversion_format: option(oneOf('', 'raw', 'qcow2', 'vmdk'), ''),
  },
  import_filtering_opts: {
    allowed_schemes: option(list, ['http', 'https']),
    disallowed_schemes: option(list, []),
    allowed_hosts: option(list, []),
    disallowed_hosts: option(list, []),
    allowed_ports: option(list, ['80', '443']),
    disallowed_ports: option(list, []),
  },
  image_import_opts: {
    image_import_plugins: option(listOf('no_op', 'image_decompression', 'image_conversion', 'inject_image_metadata'), []),
    /** How many stores get their copies at the same time. */
    max_parallel_stores: option(whole(1), 1),
  },
  image_conversion: {
    output_format: option(oneOf('raw', 'qcow2', 'vmdk'), 'raw'),
  },
  inject_metadata_properties: {
    ignore_user_roles: option(list, ['admin']),
    inject: option(readProperties, {}),
  },
  glance_download_properties: {
    extra_properties: option(list, ['hw_', 'trait:', 'os_distro', 'os_secure_boot', 'os_type']),
  },
} as const
