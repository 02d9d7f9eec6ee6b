interface TwoStores {
  /** Where both keep their files, each in a folder of its name. */
  folder: string
  /** The name of the store beside `fast`. */
  second: string
  /** More stores, as `enabled_backends` names them. */
  others?: readonly string[]
  /** Further lines of `[DEFAULT]`. */
  defaults?: string
  /** Further sections. */
  sections?: string
}

/** The configuration of two file stores, `fast` being the default. */
export function twoStoresConfig({ folder, second, others = [], defaults = '', sections = '' }: TwoStores): string {
  return `[DEFAULT]
enabled_backends = ${['fast:file', `${second}:file`, ...others].join(', ')}
${defaults}
[glance_store]
default_backend = fast
[fast]
store_description = Fast disks
weight = 10
filesystem_store_datadir = ${folder}/fast
[${second}]
filesystem_store_datadir = ${folder}/${second}
${sections}
`
}
