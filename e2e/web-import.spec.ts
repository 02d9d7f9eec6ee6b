import { readFileSync } from 'node:fs'
import { startWebObjects, type WebObjects, webOfThisMachine } from '@/testing/web-objects'
import { makeQcow2 } from './support/disk-files'
import { test as base, expect } from './support/test'

const test = base.extend<{ web: WebObjects }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  async web({}, use) {
    const web = await startWebObjects()
    await use(web)
    web.stop()
  },
})

test.use({ serverConfig: webOfThisMachine })

test('the cloud fetches an image from an address that its operator allows, and the page shows how it goes', async ({
  dashboard: page,
  server,
  cloud,
  web,
}) => {
  const bytes = readFileSync(makeQcow2(server.folder, 'debian.qcow2', 4))
  web.objects.set('/debian-13.qcow2', bytes)
  let send = () => {}
  const wanted = new Promise<void>((resolve) => {
    send = resolve
  })
  web.beforeGet = () => wanted
  await page.goto('/images/new?from=url')
  await page.getByRole('textbox', { name: 'Address' }).fill(`${web.url}/debian-13.qcow2`)
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByRole('heading', { name: 'debian-13', level: 1 })).toBeVisible()
  await expect(page.getByText('Importing', { exact: true }).first()).toBeVisible()
  send()
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Importing', { exact: true })).toHaveCount(0)
  const [image] = await cloud.imagesNamed('debian-13')
  expect(image).toMatchObject({ status: 'active', disk_format: 'qcow2', size: bytes.length })
  await page.goto('/images/new?from=url')
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('')
})
