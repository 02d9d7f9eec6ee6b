import { join } from 'node:path'
import { type ClientProgram, readFields, readTable } from './client-program'
import { expectSameBytes, type ImageFile } from './image-files'
import { expectFields, expectTrue, type Steps } from './steps'
import type { Walk } from './walk'

/** From creation to deletion with `glance`, as its users type it. */
export async function walkGlance(image: ImageFile, { glance, steps: { step }, depth, folder }: Walk): Promise<void> {
  const title = (what: string) => `glance ${what} (${image.name})`
  const facts = {
    name: 'centos7',
    status: 'active',
    disk_format: image.diskFormat,
    container_format: 'bare',
    size: String(image.size),
    checksum: image.md5,
    os_hash_algo: 'sha512',
    os_hash_value: image.sha512,
    ...(image.virtualSize === null ? {} : { virtual_size: String(image.virtualSize) }),
  }
  const formats = ['--disk-format', image.diskFormat, '--container-format', 'bare']
  const downloaded = join(folder, `${image.name}.glance`)

  const id = await step(title('image-create'), async () => {
    const created = readFields(await glance.run('image-create', '--name', 'centos7', '--file', image.path, ...formats))
    // What it creates it prints cut to 80 columns.
    expectFields(created, { ...facts, os_hash_value: image.sha512.slice(0, 80) })
    return created.id ?? ''
  })
  await step(title('image-show'), async () =>
    expectFields(readFields(await glance.run('image-show', '--max-column-width', '200', id)), { id, ...facts }),
  )
  await step(title('image-download'), async () => {
    await glance.run('image-download', '--file', downloaded, id)
    expectSameBytes(image, downloaded)
  })
  if (depth === 'all') await changeWithGlance(id, { glance, step, title })
  await step(title('image-delete'), async () => {
    await glance.run('image-delete', id)
    const complaint = await glance.fail('image-show', id)
    expectTrue(/404|No image found|could not be found/i.test(complaint), `instead of a 404: ${complaint}`)
  })
}

interface Change {
  glance: ClientProgram
  step: Steps['step']
  title(what: string): string
}

async function changeWithGlance(id: string, { glance, step, title }: Change) {
  await step(title('image-list'), async () => {
    const rows = readTable(await glance.run('image-list'))
    expectTrue(
      rows.some(([listed, name]) => listed === id && name === 'centos7'),
      `${id} is not in the list`,
    )
  })
  await step(title('image-update --property'), async () =>
    expectFields(readFields(await glance.run('image-update', '--property', 'os_distro=centos', id)), { os_distro: 'centos' }),
  )
  await step(title('image-update --remove-property'), async () =>
    expectFields(readFields(await glance.run('image-update', '--remove-property', 'os_distro', id)), { os_distro: undefined }),
  )
  await step(title('image-tag-update'), async () => {
    await glance.run('image-tag-update', id, 'golden')
    expectFields(readFields(await glance.run('image-show', id)), { tags: '["golden"]' })
  })
  await step(title('image-tag-delete'), async () => {
    await glance.run('image-tag-delete', id, 'golden')
    expectFields(readFields(await glance.run('image-show', id)), { tags: '[]' })
  })
}
