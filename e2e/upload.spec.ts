import type { Page } from '@playwright/test'
import { chooseAction } from './support/choose-action'
import { makeQcow2, sha512 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { expect, signIn, test } from './support/test'
import { dock, percentOf, startUploads } from './support/uploads'

const mib = 1024 * 1024
const bigMib = Number(process.env.E2E_BIG_MIB || 256)

test('a dropped file becomes an image that can be downloaded and deleted', async ({ dashboard: page, server, cloud }) => {
  const file = makeQcow2(server.folder, 'small.qcow2', 3)
  await dropFiles(page, [file])
  const sheet = page.getByRole('dialog', { name: 'Upload 1 image' })
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('small')
  await expect(sheet.getByRole('combobox', { name: 'Disk format' })).toHaveValue('qcow2')
  await expect(sheet.getByRole('spinbutton', { name: 'Min disk' })).toHaveValue('1')
  await expect(sheet.getByRole('combobox', { name: 'Visibility' })).toHaveValue('private')
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await expect(dock(page).getByText('Active')).toBeVisible()

  const [image] = await cloud.imagesNamed('small')
  expect(image).toMatchObject({ status: 'active', visibility: 'private', disk_format: 'qcow2', container_format: 'bare' })
  expect(image?.os_hash_value).toBe(await sha512(file))

  await dock(page).getByRole('link', { name: 'Open small' }).click()
  await expect(page.getByText(image?.os_hash_value as string)).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('small.qcow2')
  expect(await sha512(await download.path())).toBe(await sha512(file))

  await chooseAction(page, 'Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete small?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete image' }).click()
  await expect(page).toHaveURL('/images')
  expect(await cloud.imagesNamed('small')).toEqual([])
})

test('an upload can be paused and goes on where it was', async ({ dashboard: page, server, cloud }) => {
  const file = makeQcow2(server.folder, 'paused.qcow2', 48)
  await limitUpload(page, 4 * mib)
  await startUploads(page, [file])
  await expect.poll(() => percentOf(page, 'paused')).toBeGreaterThan(20)
  await dock(page).getByRole('button', { name: 'Pause paused' }).click()
  await expect(dock(page).getByText('Paused', { exact: true })).toBeVisible()
  const paused = await percentOf(page, 'paused')
  await page.waitForTimeout(1500)
  expect(await percentOf(page, 'paused')).toBe(paused)
  await page.getByRole('table').getByRole('link', { name: 'paused', exact: true }).click()
  await expect(page.getByText('The data of this image have not arrived in full')).toBeVisible()
  await dock(page).getByRole('button', { name: 'Resume paused' }).click()
  await expect(page.getByText('The data of this image are on their way')).toBeVisible()
  await limitUpload(page, null)
  await expect(dock(page).getByText('Active')).toBeVisible({ timeout: 60_000 })
  const [image] = await cloud.imagesNamed('paused')
  expect(image?.os_hash_value).toBe(await sha512(file))
})

test('a big file survives a reload half way', async ({ page, server, cloud, dashboard }) => {
  test.setTimeout(600_000)
  const file = makeQcow2(server.folder, 'big.qcow2', bigMib)
  await limitUpload(page, (bigMib * mib) / 15)
  await startUploads(dashboard, [file])
  await expect.poll(() => percentOf(page, 'big'), { timeout: 120_000 }).toBeGreaterThan(45)
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload({ waitUntil: 'commit' })
  const offsets = patchOffsets(page)
  await goOn(page)
  await expect(dock(page).getByText('Active', { exact: true })).toBeVisible({ timeout: 300_000 })
  expect(offsets[0]).toBeGreaterThan(0.4 * bigMib * mib)

  const [image] = await cloud.imagesNamed('big')
  expect(image?.os_hash_value).toBe(await sha512(file))
  await dock(page).getByRole('link', { name: 'Open big' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  expect(await sha512(await (await downloading).path())).toBe(await sha512(file))
})

/** Where the browser still lets the page read the file it goes on by itself, otherwise after one click. */
async function goOn(page: Page) {
  const next = dock(page).getByRole('button', { name: 'Continue big' })
  await expect(next.or(dock(page).getByText('Uploading', { exact: true }))).toBeVisible()
  if (await next.isVisible()) await next.click()
}

test('without a way to read the file again, the row asks for the same file', async ({ page, server, cloud }) => {
  await page.addInitScript(() => {
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: undefined })
    Object.assign(window, { showOpenFilePicker: undefined })
  })
  await signIn(page, server.password)
  const file = makeQcow2(server.folder, 'ghost.qcow2', 48)
  const other = makeQcow2(server.folder, 'other.qcow2', 48)
  await limitUpload(page, 4 * mib)
  await startUploads(page, [file])
  await expect.poll(() => percentOf(page, 'ghost')).toBeGreaterThan(30)
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await limitUpload(page, null)
  const offsets = patchOffsets(page)
  await chooseAgain(page, 'ghost', other)
  await expect(dock(page).getByText('is not the same file')).toBeVisible()
  await chooseAgain(page, 'ghost', file)
  await expect(dock(page).getByText('Active', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(offsets[0]).toBeGreaterThan(0.25 * 48 * mib)
  expect((await cloud.imagesNamed('ghost'))[0]?.os_hash_value).toBe(await sha512(file))
})

async function chooseAgain(page: Page, name: string, file: string) {
  const choosing = page.waitForEvent('filechooser')
  await dock(page)
    .getByRole('button', { name: `Choose the same file for ${name}` })
    .click()
  await (await choosing).setFiles(file)
}

/** Where each piece began that the page sends from now on. */
function patchOffsets(page: Page): number[] {
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  return offsets
}

test('two uploads at once go on while the person walks through the pages', async ({ dashboard: page, server, cloud }) => {
  const files = ['left.qcow2', 'right.qcow2'].map((name) => makeQcow2(server.folder, name, 24))
  await limitUpload(page, 2 * mib)
  await startUploads(page, files)
  await expect(page.getByRole('link', { name: /^2 uploads/ })).toBeVisible()
  await page.getByRole('link', { name: 'Uploads', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Uploads', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Images', exact: true }).click()
  await expect(dock(page).getByText('Uploading', { exact: true })).toHaveCount(2)
  await limitUpload(page, null)
  await expect(dock(page).getByText('Active', { exact: true })).toHaveCount(2, { timeout: 90_000 })
  const hashes = await Promise.all(['left', 'right'].map(async (name) => (await cloud.imagesNamed(name))[0]?.os_hash_value))
  expect(hashes).toEqual(await Promise.all(files.map(sha512)))
})
