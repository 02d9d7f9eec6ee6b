import type { ClientProgram } from './client-program'
import { expectSameBytes, type ImageFile } from './image-files'
import { expectFields, expectTrue, type Steps } from './steps'

interface ShownImage extends Record<string, unknown> {
  id: string
  properties: Record<string, unknown>
  tags: string[]
}

/** From creation to deletion with `openstack image`, always by name. */
export async function walkOpenstack(image: ImageFile, openstack: ClientProgram, { step }: Steps): Promise<void> {
  const { name } = image
  const title = (what: string) => `openstack image ${what} (${name})`
  const json = async <T>(...args: string[]) => JSON.parse(await openstack.run('image', ...args, '-f', 'json')) as T
  const show = () => json<ShownImage>('show', name)
  const facts = { name, status: 'active', disk_format: image.diskFormat, container_format: 'bare', size: image.size }
  const formats = ['--disk-format', image.diskFormat, '--container-format', 'bare']
  const downloaded = `${image.path}.${name}.openstack`

  await step(title('create'), async () => {
    const created = await json<ShownImage>('create', name, '--file', image.path, ...formats)
    expectFields(created, { name, disk_format: image.diskFormat, container_format: 'bare' })
  })
  await step(title('list'), async () => {
    const rows = await json<Record<string, string>[]>('list', '--name', name)
    expectTrue(rows.length === 1, `${rows.length} images have the name ${name}`)
    expectFields(rows[0] ?? {}, { Name: name, Status: 'active' })
  })
  await step(title('show'), async () => {
    const shown = await show()
    expectFields(shown, { ...facts, checksum: image.md5 })
    expectFields(shown.properties, { os_hash_algo: 'sha512', os_hash_value: image.sha512 })
  })
  await step(title('save'), async () => {
    await openstack.run('image', 'save', '--file', downloaded, name)
    expectSameBytes(image, downloaded)
  })
  await step(title('set'), async () => {
    await openstack.run('image', 'set', '--property', 'os_distro=centos', '--tag', 'golden', '--min-disk', '1', name)
    const shown = await show()
    expectFields(shown, { ...facts, tags: ['golden'], min_disk: 1 })
    expectFields(shown.properties, { os_distro: 'centos' })
  })
  await step(title('unset'), async () => {
    await openstack.run('image', 'unset', '--property', 'os_distro', '--tag', 'golden', name)
    const shown = await show()
    expectFields(shown, { ...facts, tags: [] })
    expectFields(shown.properties, { os_distro: undefined })
  })
  await step(title('delete'), async () => {
    await openstack.run('image', 'delete', name)
    const complaint = await openstack.fail('image', 'show', name)
    expectTrue(/No Image found for/i.test(complaint), `instead of "not found": ${complaint}`)
  })
}
