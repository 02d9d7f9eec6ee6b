// Runs the same commands of Debian's clients against two Image services of one Keystone, such as a real Glance and Vitrine, and
// lists where their answers differ, field by field. The OS_* variables say who asks.
// node e2e/clients/compare-glance.mjs GLANCE_URL VITRINE_URL
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const [glanceUrl, vitrineUrl] = process.argv.slice(2)
if (!vitrineUrl) {
  console.error('Usage: node e2e/clients/compare-glance.mjs GLANCE_URL VITRINE_URL')
  process.exit(2)
}
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'vitrine-compare-'))
const file = '{folder}/data'
for (const name of ['theirs', 'ours']) {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'data'), 'ten bytes.')
}

/** What each service names as it likes: ids, times, and what is made of them. */
const volatile =
  /^(id|created_at|updated_at|self|file|locations|direct_url|stores|request_id|os_glance_\w+|properties\.\w*stores)$/
const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g
const time = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g

const formats = ['--disk-format', 'raw', '--container-format', 'bare']
const id = ({ ids }) => ids.at(-1)

/** Commands in order; `{id}` is the newest image. Each is a program and its words. */
const commands = [
  ['glance', 'image-create', '--name', 'compare', '--property', 'os_distro=debian', ...formats],
  ['glance', 'image-show', '{id}'],
  ['glance', 'image-download', '{id}'],
  ['glance', 'image-upload', '--file', file, '{id}'],
  ['glance', 'image-show', '{id}'],
  ['glance', 'image-download', '--file', '{folder}/back', '{id}'],
  ['glance', 'image-update', '--property', 'hw_disk_bus=virtio', '--min-ram', '64', '{id}'],
  ['glance', 'image-update', '--remove-property', 'os_distro', '{id}'],
  ['glance', 'image-update', '--remove-property', 'nothing', '{id}'],
  ['glance', 'image-update', '--min-disk', '-1', '{id}'],
  ['glance', 'image-update', '--visibility', 'secret', '{id}'],
  ['glance', 'image-tag-update', '{id}', 'golden'],
  ['glance', 'image-tag-delete', '{id}', 'golden'],
  ['glance', 'image-tag-delete', '{id}', 'golden'],
  ['glance', 'image-list', '--property-filter', 'name=compare'],
  ['glance', 'image-list', '--property-filter', 'name=compare', '--sort', 'colour:asc'],
  ['glance', 'member-create', '{id}', 'some-project'],
  ['glance', 'member-create', '{id}', 'some-project'],
  ['glance', 'member-list', '--image-id', '{id}'],
  ['glance', 'member-update', '{id}', 'some-project', 'accepted'],
  ['glance', 'member-delete', '{id}', 'some-project'],
  ['glance', 'member-delete', '{id}', 'some-project'],
  ['glance', 'image-deactivate', '{id}'],
  ['glance', 'image-show', '{id}'],
  ['glance', 'image-reactivate', '{id}'],
  ['glance', 'image-upload', '--file', file, '{id}'],
  ['glance', 'image-update', '--protected', 'True', '{id}'],
  ['glance', 'image-delete', '{id}'],
  ['glance', 'image-update', '--protected', 'False', '{id}'],
  ['glance', 'import-info'],
  ['glance', 'explain', 'image'],
  ['glance', 'explain', 'member'],
  ['glance', 'explain', 'task'],
  ['glance', 'image-tasks', '{id}'],
  ['glance', 'usage'],
  ['glance', 'stores-info'],
  ['glance', 'cache-list'],
  ['glance', 'task-list'],
  ['glance', 'image-delete', '{id}'],
  ['glance', 'image-delete', '{id}'],
  ['glance', 'image-show', '{id}'],
  ['openstack', 'image', 'create', 'compare-too', '--file', file, '--tag', 'x', '--property', 'a=b', ...formats, '-f', 'json'],
  ['openstack', 'image', 'show', 'compare-too', '-f', 'json'],
  ['openstack', 'image', 'set', '--property', 'c=d', '--name', 'compare-three', 'compare-too'],
  ['openstack', 'image', 'unset', '--property', 'a', '--tag', 'x', 'compare-three'],
  ['openstack', 'image', 'show', 'compare-three', '-f', 'json'],
  ['openstack', 'image', 'list', '--name', 'compare-three', '--long', '-f', 'json'],
  ['openstack', 'image', 'add', 'project', 'compare-three', 'some-project', '-f', 'json'],
  ['openstack', 'image', 'member', 'list', 'compare-three', '-f', 'json'],
  ['openstack', 'image', 'remove', 'project', 'compare-three', 'some-project'],
  ['openstack', 'image', 'save', '--file', '{folder}/saved', 'compare-three'],
  ['openstack', 'image', 'delete', 'compare-three'],
  ['openstack', 'image', 'delete', 'compare-three'],
]

/** Every answer of one service. */
async function answersOf(url, name) {
  const state = { ids: [] }
  const answers = []
  for (const [program, ...words] of commands) {
    const given = words.map((word) => (word === '{id}' ? (id(state) ?? 'none') : word.replace('{folder}', join(folder, name))))
    answers.push(await ask(program, given, url))
    const made = answers.at(-1).fields.id
    if (made && /create/.test(words.join(' '))) state.ids.push(made)
  }
  return answers
}

/** A clouds.yaml of the asking person's cloud whose image endpoint is this one; JSON is YAML. */
function cloudsFile(url) {
  const path = join(folder, `${new URL(url).port}.yaml`)
  const { OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME } = process.env
  const domains = { user_domain_name: 'Default', project_domain_name: 'Default' }
  const auth = { auth_url: OS_AUTH_URL, username: OS_USERNAME, password: OS_PASSWORD, project_name: OS_PROJECT_NAME, ...domains }
  const cloud = { auth, identity_api_version: '3', image_endpoint_override: `${url}/v2/`, image_api_version: '2' }
  writeFileSync(path, JSON.stringify({ clouds: { compared: cloud } }))
  return path
}

async function ask(program, words, url) {
  const plainEnv = { ...process.env, PATH: '/usr/bin:/bin', PYTHONWARNINGS: 'ignore' }
  const ofCloud = { PATH: '/usr/bin:/bin', HOME: folder, OS_CLOUD: 'compared', OS_CLIENT_CONFIG_FILE: cloudsFile(url) }
  const env = program === 'glance' ? plainEnv : { ...ofCloud, PYTHONWARNINGS: 'ignore' }
  const place = program === 'glance' ? ['--os-image-url', url] : []
  try {
    // An open standard input would be an image's data.
    const line = ['-c', 'exec "$@" <&-', 'bash', `/usr/bin/${program}`, ...place, ...words]
    const { stdout } = await run('/bin/bash', line, { env, maxBuffer: 1 << 26, timeout: 60_000 })
    return { status: 0, fields: fieldsOf(stdout) }
  } catch ({ code, stdout, stderr }) {
    // Only the number of what went wrong is agreed, not its words.
    return {
      status: code,
      fields: { failure: /\b(HTTP |HttpException: )?([45]\d\d)\b/.exec(stderr)?.[2] ?? 'no status', ...fieldsOf(stdout) },
    }
  }
}

/** What a client printed, by the names of its fields. */
function fieldsOf(printed) {
  try {
    return flat(JSON.parse(printed))
  } catch {
    const rows = printed.split('\n').filter((line) => line.startsWith('|'))
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    return Object.fromEntries(cells.map(([name, ...values]) => [name.replace(uuid, 'ID'), values.join(' | ')]))
  }
}

function flat(value, prefix = '') {
  if (value === null || typeof value !== 'object') return { [prefix.slice(0, -1)]: String(value) }
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, `${prefix}${key}.`)))
}

const plain = (text = '(absent)') => text.replace(uuid, 'ID').replace(time, 'TIME')

try {
  const [theirs, ours] = await Promise.all([answersOf(glanceUrl, 'theirs'), answersOf(vitrineUrl, 'ours')])
  let differences = 0
  for (const [index, words] of commands.entries()) {
    const [glance, vitrine] = [theirs[index], ours[index]]
    const names = new Set([...Object.keys(glance.fields), ...Object.keys(vitrine.fields)])
    const differing = [...names].filter(
      (name) => !volatile.test(name) && plain(glance.fields[name]) !== plain(vitrine.fields[name]),
    )
    for (const name of differing) {
      differences += 1
      console.log(`${words.join(' ')}\n  ${name}: Glance ${plain(glance.fields[name])}, Vitrine ${plain(vitrine.fields[name])}`)
    }
  }
  const path = join(folder, 'ours', 'saved')
  const saved = existsSync(path) && readFileSync(path, 'utf8') === 'ten bytes.'
  console.log(`${commands.length} commands compared, ${differences} fields differ${saved ? '' : ', and the downloaded data too'}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
