import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { expect, test } from './support/test'

async function choose(page: Page, button: string, file: string) {
  // The browser's own dialog cannot be driven; without it the page asks by an input.
  await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(file)
}

test('the form outlives a reload, and takes the same file again and no other', async ({ dashboard: page, server, cloud }) => {
  const [file, other] = ['page.qcow2', 'other.qcow2'].map((name) => makeQcow2(server.folder, name, 1)) as [string, string]
  await page.goto('/images/new')
  await choose(page, 'Choose files', file)
  await page.getByRole('textbox', { name: 'Name' }).fill('from-the-page')
  await page.reload()
  await expect(page.getByText('The form is kept')).toBeVisible()
  await choose(page, 'Choose the same file for from-the-page', other)
  await expect(page.getByText('That is not the same file')).toBeVisible()
  await choose(page, 'Choose the same file for from-the-page', file)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('from-the-page')
  await page.getByRole('button', { name: 'Start upload' }).click()
  await expect(page).toHaveURL('/uploads')
  await expect.poll(async () => (await cloud.imagesNamed('from-the-page'))[0]?.status).toBe('active')
  await page.goto('/images/new')
  await expect(page.getByRole('heading', { name: 'Choose the image files' })).toBeVisible()
})

test('an address that the cloud does not fetch from leaves no image', async ({ dashboard: page, server, cloud }) => {
  await page.goto('/images')
  await page.getByRole('button', { name: 'More ways to create an image' }).click()
  await page.getByRole('menuitem', { name: 'From a URL' }).click()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('A whole address')).toBeVisible()
  await page.getByRole('textbox', { name: 'Address' }).fill(`${server.url}/files/debian-13.vmdk`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('debian-13')
  await expect(page.getByRole('combobox', { name: 'Disk format' })).toHaveValue('vmdk')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Request ID' })).toBeVisible()
  expect(await cloud.imagesNamed('debian-13')).toEqual([])
})

test('the form of an address outlives a reload, beside that of files', async ({ dashboard: page }) => {
  await page.goto('/images/new?from=url')
  const address = page.getByRole('textbox', { name: 'Address' })
  await address.fill('https://images.example.org/debian-13.vmdk')
  await page.getByRole('textbox', { name: 'Name' }).fill('my own name')
  await page.getByRole('spinbutton', { name: /disk/i }).fill('7')
  await page.reload()
  await expect(address).toHaveValue('https://images.example.org/debian-13.vmdk')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('my own name')
  await expect(page.getByRole('combobox', { name: 'Disk format' })).toHaveValue('vmdk')
  await expect(page.getByRole('spinbutton', { name: /disk/i })).toHaveValue('7')
  await page.getByRole('link', { name: 'From a file' }).click()
  await expect(page.getByRole('heading', { name: 'Choose the image files' })).toBeVisible()
  await page.getByRole('link', { name: 'From a URL' }).click()
  await expect(address).toHaveValue('https://images.example.org/debian-13.vmdk')
})
