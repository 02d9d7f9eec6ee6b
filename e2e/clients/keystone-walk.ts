import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeystoneServer, keystoneMissing, startKeystone } from '../../testing/keystone-server'
import { type ClientProgram, createClientProgram, readFields, readTable } from './client-program'
import { walkIdentity } from './identity-walk'
import { expectSameBytes, type ImageFile } from './image-files'
import { expectTrue } from './steps'
import type { Walk } from './walk'
import { withServer } from './with-server'

/** With a real Keystone: what its administrator, a member and a reader get from the clients, and what they are refused. */
export async function walkKeystone(image: ImageFile, walk: Walk): Promise<void> {
  if (keystoneMissing) return console.log(`skipped a real Keystone: ${keystoneMissing}`)
  const keystone = await startKeystone()
  const config = join(walk.folder, 'keystone.conf')
  writeFileSync(config, keystone.authtokenConfig)
  try {
    await withServer({ dataFolder: join(walk.folder, 'keystone-data'), args: ['--config-file', config] }, async ({ url }) => {
      await keystone.admin.point('image', url)
      await walkRoles(image, keystone, walk)
      await walkRevoked(url, keystone, walk)
    })
  } finally {
    await keystone.stop()
  }
}

async function walkRoles(image: ImageFile, keystone: KeystoneServer, walk: Walk) {
  const [admin, member, reader] = [
    person(keystone, walk, { name: 'admin', project: 'admin' }),
    person(keystone, walk, { name: 'member', project: 'demo' }),
    person(keystone, walk, { name: 'reader', project: 'demo' }),
  ]
  await walkIdentity({ ...walk, openstack: reader.openstack })
  const published = await walkAdmin(image, admin)
  const owned = await walkMember(image, member, published)
  await walkReader(reader, owned, published)
  await walk.steps.step('the administrator of a real Keystone deletes what others own', async () => {
    await admin.openstack.run('image', 'delete', owned, published)
    await refused(admin.glance, /404|No image found/i, 'image-show', owned)
  })
}

interface Person {
  name: string
  glance: ClientProgram
  openstack: ClientProgram
  folder: string
  step: Walk['steps']['step']
}

function person(
  { url, adminPassword }: KeystoneServer,
  { folder, programs, steps }: Walk,
  of: { name: string; project: string },
): Person {
  const environment = {
    OS_AUTH_URL: `${url}/v3`,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: of.name,
    OS_PASSWORD: adminPassword,
    OS_PROJECT_NAME: of.project,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: 'RegionOne',
    HOME: folder,
    CLIENT_PROGRAMS: programs,
  }
  return {
    name: of.name,
    glance: createClientProgram('glance', environment),
    openstack: createClientProgram('openstack', environment),
    folder,
    step: (title, run) => steps.step(`${of.name} of a real Keystone: ${title}`, run),
  }
}

/** glance has words of its own for a delete that is refused. */
const forbidden = /403|not permitted/

async function refused(client: ClientProgram, words: RegExp, ...args: string[]) {
  const complaint = await client.fail(...args)
  expectTrue(words.test(complaint), `${args.join(' ')}: instead of ${words}: ${complaint}`)
}

async function walkAdmin(image: ImageFile, { openstack, step }: Person): Promise<string> {
  const formats = ['--disk-format', image.diskFormat, '--container-format', 'bare']
  return step('openstack image create --public', async () => {
    const words = ['image', 'create', '--public', '--file', image.path, ...formats, '-f', 'value', '-c', 'id', 'published']
    return (await openstack.run(...words)).trim()
  })
}

async function walkMember(image: ImageFile, { glance, openstack, folder, step }: Person, published: string): Promise<string> {
  const formats = ['--disk-format', image.diskFormat, '--container-format', 'bare']
  const owned = await step('glance image-create', async () => {
    const created = readFields(await glance.run('image-create', '--name', 'owned', '--file', image.path, ...formats))
    expectTrue(created.status === 'active', `its status is ${created.status}`)
    return created.id ?? ''
  })
  await step('glance image-download of a public image', async () => {
    const file = join(folder, 'keystone-member')
    await glance.run('image-download', '--file', file, published)
    expectSameBytes(image, file)
  })
  await step('openstack image set of its own, 403 for --public and for another’s', async () => {
    await openstack.run('image', 'set', '--property', 'os_distro=debian', owned)
    await refused(openstack, forbidden, 'image', 'set', '--public', owned)
    await refused(openstack, forbidden, 'image', 'set', '--property', 'os_distro=debian', published)
    await refused(glance, forbidden, 'image-delete', published)
  })
  return owned
}

async function walkReader({ glance, openstack, folder, step }: Person, owned: string, published: string) {
  await step('glance image-list and openstack image show', async () => {
    const ids = readTable(await glance.run('image-list')).map(([id]) => id)
    expectTrue(ids.includes(owned) && ids.includes(published), `listed are ${ids.join(', ')}`)
    const shown = JSON.parse(await openstack.run('image', 'show', '-f', 'json', owned))
    expectTrue(shown.name === 'owned', `shown is ${JSON.stringify(shown)}`)
  })
  await step('403 for what changes or copies images', async () => {
    const formats = ['--disk-format', 'raw', '--container-format', 'bare']
    await refused(glance, forbidden, 'image-create', '--name', 'of-a-reader', ...formats)
    await refused(glance, forbidden, 'image-download', '--file', join(folder, 'keystone-reader'), owned)
    await refused(openstack, forbidden, 'image', 'set', '--name', 'renamed', owned)
    await refused(glance, forbidden, 'image-delete', owned)
  })
}

async function walkRevoked(url: string, keystone: KeystoneServer, { steps, folder, programs }: Walk) {
  await steps.step('401 for a revoked token of a real Keystone', async () => {
    const token = await keystone.token('member')
    await keystone.admin.revoke(token)
    const environment = { OS_AUTH_TOKEN: token, OS_IMAGE_URL: url, HOME: folder, CLIENT_PROGRAMS: programs }
    const glance = createClientProgram('glance', environment)
    await refused(glance, /401|Invalid OpenStack Identity credentials/, 'image-list')
  })
}
