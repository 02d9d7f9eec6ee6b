// A cloud of many images, made by the database itself: image n is the (n / projects)th of project n % projects.

/** @typedef {'sqlite' | 'mysql' | 'postgres'} Kind */

const digits = `(${[...'0123456789'].map((digit) => `select ${digit} as d`).join(' union all ')})`

const hex = {
  sqlite: (n) => `printf('%08x', ${n})`,
  mysql: (n) => `lower(lpad(hex(${n}), 8, '0'))`,
  postgres: (n) => `lpad(to_hex(${n}), 8, '0')`,
}
const time = {
  sqlite: (n) => `strftime('%Y-%m-%d %H:%M:%S', '2024-01-01', '+' || ${n} || ' seconds') || '.000000'`,
  mysql: (n) => `timestampadd(second, ${n}, '2024-01-01')`,
  postgres: (n) => `timestamp '2024-01-01' + ${n} * interval '1 second'`,
}
const text = {
  sqlite: (beginning, n) => `'${beginning}' || ${n}`,
  mysql: (beginning, n) => `concat('${beginning}', ${n})`,
  postgres: (beginning, n) => `'${beginning}' || ${n}`,
}
const divide = { sqlite: (a, b) => `${a} / ${b}`, mysql: (a, b) => `${a} div ${b}`, postgres: (a, b) => `${a} / ${b}` }

/**
 * The statements that fill an empty database, and those that bring its statistics up to date, as a server in use has them.
 * Project n has the id `pn`, but for the first one where a real project is given.
 * @param {Kind} kind
 * @param {{ projects: number, imagesPerProject: number, first?: string }} size
 * @returns {string[]}
 */
export function manyImages(kind, { projects, imagesPerProject, first = 'p0' }) {
  const total = projects * imagesPerProject
  const places = String(total - 1).length
  const names = [...'abcdefgh'].slice(0, places)
  const n = names.map((name, place) => `${name}.d * ${10 ** place}`).join(' + ')
  const numbers = `(select ${n} as n from ${names.map((name) => `${digits} ${name}`).join(', ')}) numbers where n < ${total}`
  const k = `(${divide[kind]('n', projects)})`
  // A prime above any total scatters the ids, as real ones are.
  const factor = kind === 'postgres' ? "bigint '7919'" : '7919'
  const id = (of) => `${text[kind]('', `${hex[kind](`(${of} * ${factor}) % 16777213`)}`)}`
  const [yes, no] = kind === 'postgres' ? ['true', 'false'] : ['1', '0']
  const choice = (when, then, otherwise) => `case when ${when} then ${then} else ${otherwise} end`
  const at = time[kind]('n')
  const visibility = `case when ${k} % 100 = 0 then 'public' when ${k} % 100 < 5 then 'community' when ${k} % 100 < 25 then 'private' else 'shared' end`
  const image = {
    id: id('n'),
    name: text[kind]('image-', k),
    size: 'n * 1024',
    status: choice(`${k} % 500 = 7`, `'queued'`, `'active'`),
    created_at: at,
    updated_at: at,
    deleted: no,
    disk_format: choice(`${k} % 1000 = 7`, `'iso'`, `'qcow2'`),
    container_format: choice(`${k} % 1000 = 8`, `'ovf'`, `'bare'`),
    checksum: text[kind]('sum-', 'n'),
    os_hash_value: text[kind]('hash-', 'n'),
    owner: choice(`n % ${projects} = 0`, `'${first}'`, text[kind]('p', `(n % ${projects})`)),
    min_disk: `n % 40`,
    min_ram: `n % 2048`,
    protected: choice(`${k} % 300 = 3`, yes, no),
    visibility: kind === 'postgres' ? `(${visibility})::image_visibility` : visibility,
    os_hidden: choice(`${k} % 200 = 3`, yes, no),
  }
  const part = (fields) => ({ image_id: id('n'), created_at: at, deleted: no, ...fields })
  const insert = (table, fields, where = '') =>
    `insert into ${table} (${Object.keys(fields).join(', ')}) select ${Object.values(fields).join(', ')} from ${numbers}${where}`
  const tables = ['images', 'image_tags', 'image_properties', 'image_members']
  return [
    insert('images', image),
    insert('image_tags', part({ value: `'common'` }), ` and ${k} % 10 = 0`),
    insert('image_tags', part({ value: `'rare'` }), ` and ${k} % 1000 = 9`),
    insert('image_tags', part({ value: text[kind]('tag-', `(${k} % 40)`) })),
    insert('image_properties', part({ name: `'os_distro'`, value: choice(`${k} % 3 = 0`, `'debian'`, `'ubuntu'`) })),
    insert('image_properties', part({ name: `'serial'`, value: text[kind]('', 'n') })),
    insert(
      'image_members',
      part({ member: `'${first}'`, can_share: no, status: choice(`${k} % 400 = 50`, `'accepted'`, `'pending'`) }),
      ` and ${k} % 200 = 50 and n % ${projects} <> 0`,
    ),
    ...{ sqlite: [], mysql: [`analyze table ${tables.join(', ')}`], postgres: ['analyze'] }[kind],
  ]
}

/**
 * Every filter of a list: some that few of these images fit, some that many do.
 * @type {readonly Record<string, string>[]}
 */
export const listFilters = [
  {},
  { name: 'image-3' },
  { name: 'in:image-3,image-4' },
  { id: '00000000' },
  { status: 'queued' },
  { status: 'active' },
  { disk_format: 'iso' },
  { container_format: 'ovf' },
  { created_at: 'gte:2024-01-01T05:00:00Z' },
  { updated_at: 'lt:2024-01-01T00:10:00Z' },
  { size_min: '20000000' },
  { size_max: '100000' },
  { visibility: 'public' },
  { visibility: 'private' },
  { visibility: 'shared' },
  { visibility: 'community' },
  { visibility: 'all' },
  { member_status: 'pending' },
  { os_hidden: 'true' },
  { protected: 'true' },
  { tag: 'rare' },
  { tag: 'common' },
  { owner: 'p3' },
  { checksum: 'sum-77' },
  { os_hash_value: 'hash-77' },
  { os_distro: 'debian' },
  { serial: '77' },
  { min_ram_min: '2000' },
  { name: 'image-3', status: 'active', tag: 'common' },
]

/**
 * Orders of a list, upwards and downwards, by columns of many values and of few.
 * @type {readonly Record<string, string>[]}
 */
export const listSorts = [
  { sort: 'name:asc' },
  { sort: 'size:desc' },
  { sort: 'updated_at:asc' },
  { sort: 'id:asc' },
  { sort: 'status:asc' },
  { sort: 'disk_format:desc' },
  { sort: 'container_format:asc' },
  { sort: 'name:asc', os_distro: 'debian' },
  { sort: 'status:asc', tag: 'common' },
]
