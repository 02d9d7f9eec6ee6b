import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeQcow2, sha512 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { expect, signIn, test } from './support/test'
import { dock, percentOf, startUploads } from './support/uploads'

const mib = 1024 * 1024
const quotaMib = 60

/** A server whose projects may have 60 MiB. */
test.use({ serverConfig: `[DEFAULT]\nuser_storage_quota = ${quotaMib * mib}\n` })

const button = (page: Page, name: string | RegExp) => dock(page).getByRole('button', { name })
const stage = (page: Page, name: string) => dock(page).getByText(name, { exact: true })

async function pauseHalfWay(page: Page, name: string) {
  await expect.poll(() => percentOf(page, name)).toBeGreaterThan(20)
  await button(page, `Pause ${name}`).focus()
  await page.keyboard.press('Enter')
  await expect(stage(page, 'Paused')).toBeVisible()
}

/** Another byte in the middle, as whoever works on the file would leave it. */
function change(path: string) {
  const file = openSync(path, 'r+')
  writeSync(file, 'changed', 12 * mib)
  closeSync(file)
}

/** Where the browser still lets the page read the file it is one button, otherwise another. */
const goOn = (page: Page, name: string) => button(page, new RegExp(`^(Resume|Continue) ${name}`)).click()

test.beforeEach(async ({ cloud }) => cloud.deleteImages())

test('a file that has changed is not gone on with: it is sent again from its first byte', async ({
  dashboard: page,
  server,
  cloud,
}) => {
  const file = makeQcow2(server.folder, 'changing.qcow2', 24)
  await limitUpload(page, 3 * mib)
  await startUploads(page, [file])
  await pauseHalfWay(page, 'changing.qcow2')
  await expect(button(page, 'Resume changing.qcow2'), 'the focus stays where the button was').toBeFocused()
  change(file)
  await page.keyboard.press('Enter')
  await expect(stage(page, 'File has changed')).toBeVisible()
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  // Where the browser still lets the page read the file it is found out without a click.
  const next = button(page, 'Continue changing.qcow2')
  await expect(next.or(stage(page, 'File has changed'))).toBeVisible()
  if (await next.isVisible()) await next.click()
  await expect(stage(page, 'File has changed')).toBeVisible()
  await limitUpload(page, null)
  await button(page, 'Start changing.qcow2 again').click()
  await expect(stage(page, 'Active')).toBeVisible()
  expect((await cloud.imagesNamed('changing')).map(({ os_hash_value }) => os_hash_value)).toEqual([await sha512(file)])
})

test('a file that changes while it is sent stops', async ({ dashboard: page, server, cloud }) => {
  const file = makeQcow2(server.folder, 'written.qcow2', 40)
  await limitUpload(page, 3 * mib)
  await startUploads(page, [file])
  await expect(stage(page, 'Uploading')).toBeVisible()
  change(file)
  await expect(stage(page, 'File has changed')).toBeVisible()
  expect((await cloud.imagesNamed('written')).map(({ status }) => status)).toEqual(['queued'])
})

test('a file that cannot be read any more is asked for, where no handle knows it', async ({ page, server, cloud }) => {
  await page.addInitScript(() => {
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: undefined })
    Object.assign(window, { showOpenFilePicker: undefined })
  })
  await signIn(page, server.password)
  const file = makeQcow2(server.folder, 'moved.qcow2', 24)
  await limitUpload(page, 3 * mib)
  await startUploads(page, [file])
  await pauseHalfWay(page, 'moved.qcow2')
  change(file)
  await button(page, 'Resume moved.qcow2').click()
  await expect(dock(page).getByText('has changed or is gone on this computer')).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await button(page, 'Choose the same file for moved.qcow2').click()
  await (await choosing).setFiles(file)
  await expect(stage(page, 'File has changed')).toBeVisible()
  await button(page, 'Cancel moved.qcow2').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => cloud.imagesNamed('moved')).toEqual([])
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('an upload beyond the quota waits before an image is made, and goes on when there is room', async ({
  dashboard: page,
  server,
  cloud,
}) => {
  await startUploads(page, [makeQcow2(server.folder, 'first.qcow2', 40)])
  await expect(stage(page, 'Active')).toBeVisible()
  await startUploads(page, [makeQcow2(server.folder, 'second.qcow2', 40)])
  await expect(stage(page, 'No room')).toBeVisible()
  await expect(dock(page).getByText(/has room for 1\d\.\d MiB only/)).toBeVisible()
  expect(await cloud.imagesNamed('second')).toEqual([])
  await cloud.deleteImages()
  await button(page, 'Resume second.qcow2').click()
  await expect(stage(page, 'No room')).toBeHidden()
  await expect.poll(async () => (await cloud.imagesNamed('second'))[0]?.status).toBe('active')
})

test('a tab sees that another has taken its upload over, and cannot discard it then', async ({
  dashboard: page,
  server,
  cloud,
  context,
}) => {
  await limitUpload(page, 3 * mib)
  await startUploads(page, [makeQcow2(server.folder, 'shared.qcow2', 24)])
  await pauseHalfWay(page, 'shared.qcow2')
  const other = await context.newPage()
  await other.goto('/images')
  await limitUpload(other, mib)
  await goOn(other, 'shared.qcow2')
  await expect(stage(page, 'In another tab')).toBeVisible()
  await expect(button(page, /shared/)).toHaveCount(0)
  await limitUpload(other, null)
  await expect(stage(other, 'Active')).toBeVisible()
  await expect(dock(page)).toBeHidden()
  expect((await cloud.imagesNamed('shared')).map(({ status }) => status)).toEqual(['active'])
})

test('an image that has become active counts as sent, although the answer was lost', async ({
  dashboard: page,
  server,
  cloud,
}) => {
  const file = join(server.folder, 'empty.raw')
  writeFileSync(file, '')
  let lost = 0
  await page.route('**/uploads', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await dropFiles(page, [file])
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Upload it anyway' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Start upload' }).click()
  await expect(stage(page, 'Active')).toBeVisible()
  expect([lost, (await cloud.imagesNamed('empty'))[0]?.size]).toEqual([1, 0])
})

test('the files of a dropped folder go on after a reload as single ones do', async ({ dashboard: page, server }) => {
  const folder = join(server.folder, 'disks')
  mkdirSync(folder)
  for (const name of ['one.qcow2', 'two.qcow2']) makeQcow2(folder, name, 12)
  await limitUpload(page, mib / 2)
  await startUploads(page, [folder])
  await expect(stage(page, 'Uploading')).toHaveCount(2)
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  const rows = dock(page).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  for (const name of ['one.qcow2', 'two.qcow2']) await expect(button(page, new RegExp(`^(Pause|Continue) ${name}`))).toBeVisible()
  await expect(stage(page, 'Needs the file')).toHaveCount(0)
})
