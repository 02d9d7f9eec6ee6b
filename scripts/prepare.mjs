// What every command needs before it can begin: a Node that is new enough, the locked packages, Debian's test programs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'

const oldestNode = [20, 9]

/** Ends with one clear line on a Node that is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  fail(`Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}`)
}

export function fail(message) {
  console.error(`vitrine: ${message}`)
  process.exit(1)
}

/** Runs a command with this terminal; ends when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed`)
}

const installedMark = 'node_modules/.vitrine-installed'

/** Installs the packages of package-lock.json unless they are there already. */
export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted) return
  if (isNewer('node_modules/.package-lock.json', 'package-lock.json')) return
  console.log('Installing packages (once; a minute or two) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installedMark, wanted)
}

function isNewer(file, than) {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(than).mtimeMs
}

/** What the tests run beside Vitrine: program on the left, its Debian package on the right. */
const testPrograms = {
  '/usr/bin/chromium': 'chromium',
  '/usr/sbin/mariadbd': 'mariadb-server',
  '/usr/share/postgresql-common/pg_wrapper': 'postgresql',
  '/usr/bin/qemu-img': 'qemu-utils',
  '/usr/bin/openssl': 'openssl',
  '/usr/bin/glance': 'python3-glanceclient',
  '/usr/bin/openstack': 'python3-openstackclient',
  '/usr/bin/oslopolicy-checker': 'python3-oslo.policy',
  // The library with its commands: the package `keystone` would also start a system service.
  '/usr/bin/keystone-manage': 'python3-keystone',
  '/usr/bin/memcached': 'memcached',
  '/usr/lib/grub-rescue/grub-rescue-cdrom.iso': 'grub-rescue-pc',
  '/usr/lib/ipxe/ipxe.iso': 'ipxe',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk',
}

/** Installs missing test programs by apt-get; where that cannot be done it says what is missing and ends. */
export function installTestPrograms() {
  const missing = Object.keys(testPrograms).filter((program) => !existsSync(program))
  if (missing.length === 0) return
  const packages = missing.map((program) => testPrograms[program])
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  if (!existsSync('/usr/bin/apt-get')) fail(`the tests need ${missing.join(', ')} (Debian: ${install.join(' ')})`)
  const root = process.getuid() === 0
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const command = (args) => (root ? run(args[0], args.slice(1), env) : run('sudo', args, env))
  console.log(`Installing what the tests run against: ${packages.join(' ')} …`)
  command(['apt-get', 'update', '-q'])
  command(install)
}
