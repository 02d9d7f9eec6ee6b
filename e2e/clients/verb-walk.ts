import { readFields, readTable } from './client-program'
import type { ImageFile } from './image-files'
import { expectFields, expectTrue } from './steps'
import type { Walk } from './walk'

/** What the other walks have no use for: state, staging, several stores, information, and OpenStackClient's sharing. */
export async function walkVerbs(image: ImageFile, { glance, openstack, steps: { step } }: Walk): Promise<void> {
  const formats = ['--disk-format', image.diskFormat, '--container-format', 'bare']
  const shown = async (id: string) => readFields(await glance.run('image-show', id))
  const create = async (name: string) => readFields(await glance.run('image-create', '--name', name, ...formats)).id ?? ''

  const id = await create('verbs')
  await step('glance image-upload', async () => {
    await glance.run('image-upload', '--file', image.path, id)
    expectFields(await shown(id), { status: 'active', checksum: image.md5 })
  })
  await step('glance image-deactivate, image-reactivate', async () => {
    await glance.run('image-deactivate', id)
    expectFields(await shown(id), { status: 'deactivated' })
    await glance.run('image-reactivate', id)
    expectFields(await shown(id), { status: 'active' })
  })
  await step('glance member-create, member-list, member-update, member-get, member-delete', async () => {
    await glance.run('member-create', id, 'some-project')
    const [row] = readTable(await glance.run('member-list', '--image-id', id))
    expectTrue(row?.[1] === 'some-project' && row[2] === 'pending', `the members are ${row}`)
    await glance.run('member-update', id, 'some-project', 'accepted')
    expectTrue((await glance.run('member-get', id, 'some-project')).includes('accepted'), 'member-get lacks the status')
    await glance.run('member-delete', id, 'some-project')
  })
  await step('glance explain, import-info, stores-info, usage', async () => {
    expectTrue((await glance.run('explain', 'image')).includes('disk_format'), 'explain lacks disk_format')
    expectTrue((await glance.run('import-info')).includes('import-methods'), 'import-info lacks the methods')
    expectTrue((await glance.run('stores-info')).includes('cheap'), 'stores-info lacks a store')
    await glance.run('usage')
  })
  await step('openstack image add project, member list, remove project', async () => {
    await openstack.run('image', 'add', 'project', id, 'service')
    const members = JSON.parse(await openstack.run('image', 'member', 'list', id, '-f', 'json'))
    expectTrue(members.length === 1, `the members are ${JSON.stringify(members)}`)
    await openstack.run('image', 'remove', 'project', id, 'service')
  })
  await glance.run('image-delete', id)
}
