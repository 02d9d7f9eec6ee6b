import { readTable } from './client-program'
import type { ImageFile } from './image-files'
import { expectTrue } from './steps'
import type { Walk } from './walk'

/** Data that are not what they are said to be: refused, and the image takes the right data afterwards. */
export async function walkRefusal(image: ImageFile, { glance, steps: { step } }: Walk): Promise<void> {
  const name = 'refused'
  await step(`glance image-create refuses ${image.name} as vdi`, async () => {
    const formats = ['--disk-format', 'vdi', '--container-format', 'bare']
    const complaint = await glance.fail('image-create', '--name', name, '--file', image.path, ...formats)
    expectTrue(/415/.test(complaint), `instead of a 415: ${complaint}`)
  })
  await step('glance image-upload of the right data afterwards', async () => {
    const [row] = readTable(await glance.run('image-list', '--property-filter', `name=${name}`))
    const id = row?.[0] ?? ''
    await glance.run('image-update', '--disk-format', image.diskFormat, id)
    await glance.run('image-upload', '--file', image.path, id)
    const shown = await glance.run('image-show', '--max-column-width', '200', id)
    expectTrue(shown.includes(image.sha512) && /status +\| active/.test(shown), shown)
    await glance.run('image-delete', id)
  })
}
