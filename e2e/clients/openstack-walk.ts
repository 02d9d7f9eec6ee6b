import { join } from 'node:path'
import { expectSameBytes, type ImageFile } from './image-files'
import { expectFields, expectTrue } from './steps'
import type { Walk } from './walk'

interface ShownImage extends Record<string, unknown> {
  id: string
  properties: Record<string, unknown>
  tags: string[]
}

/** From creation to deletion with `openstack image`, always by name. */
export async function walkOpenstack(image: ImageFile, walk: Walk): Promise<void> {
  const { openstack, depth, folder } = walk
  const { name, diskFormat } = image
  const { json, show, step } = commandsFor(name, walk)
  const formats = ['--disk-format', diskFormat, '--container-format', 'bare']
  const downloaded = join(folder, `${name}.openstack`)

  await step('create', async () => {
    const created = await json<ShownImage>('create', name, '--file', image.path, ...formats)
    expectFields(created, { name, disk_format: diskFormat, container_format: 'bare' })
  })
  await step('show', async () => {
    const shown = await show()
    expectFields(shown, { ...factsOf(image), checksum: image.md5 })
    expectFields(shown.properties, { os_hash_algo: 'sha512', os_hash_value: image.sha512 })
  })
  await step('save', async () => {
    await openstack.run('image', 'save', '--file', downloaded, name)
    expectSameBytes(image, downloaded)
  })
  if (depth === 'all') await changeWithOpenstack(image, walk)
  await step('delete', async () => {
    await openstack.run('image', 'delete', name)
    const complaint = await openstack.fail('image', 'show', name)
    expectTrue(/No Image found for/i.test(complaint), `instead of "not found": ${complaint}`)
  })
}

async function changeWithOpenstack(image: ImageFile, walk: Walk) {
  const { name } = image
  const { openstack } = walk
  const { json, show, step } = commandsFor(name, walk)
  await step('list', async () => {
    const rows = await json<Record<string, string>[]>('list', '--name', name)
    expectTrue(rows.length === 1, `${rows.length} images have the name ${name}`)
    expectFields(rows[0] ?? {}, { Name: name, Status: 'active' })
  })
  await step('set', async () => {
    await openstack.run('image', 'set', '--property', 'os_distro=centos', '--tag', 'golden', '--min-disk', '1', name)
    const shown = await show()
    expectFields(shown, { ...factsOf(image), tags: ['golden'], min_disk: 1 })
    expectFields(shown.properties, { os_distro: 'centos' })
  })
  await step('unset', async () => {
    await openstack.run('image', 'unset', '--property', 'os_distro', '--tag', 'golden', name)
    const shown = await show()
    expectFields(shown, { ...factsOf(image), tags: [] })
    expectFields(shown.properties, { os_distro: undefined })
  })
}

function factsOf({ name, diskFormat, size }: ImageFile) {
  return { name, status: 'active', disk_format: diskFormat, container_format: 'bare', size }
}

function commandsFor(name: string, { openstack, steps }: Walk) {
  const json = async <T>(...args: string[]) => JSON.parse(await openstack.run('image', ...args, '-f', 'json')) as T
  return {
    json,
    show: () => json<ShownImage>('show', name),
    step: (what: string, run: () => Promise<void>) => steps.step(`openstack image ${what} (${name})`, run),
  }
}
