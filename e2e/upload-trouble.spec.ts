import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { makeQcow2, sha512 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { expect, test } from './support/test'
import { dock, percentOf, startUploads } from './support/uploads'

test('a file that the server would refuse is blocked, and its refusal is shown', async ({ dashboard: page, server, cloud }) => {
  const file = join(server.folder, 'overlay.qcow2')
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', makeQcow2(server.folder, 'base.qcow2', 1), '-F', 'qcow2', file])
  await dropFiles(page, [file])
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('qemu-img convert -f qcow2 -O qcow2 overlay.qcow2 overlay-vitrine.qcow2')).toBeVisible()
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await expect(sheet.getByRole('alert')).toContainText('say that you upload it anyway')
  await sheet.getByRole('checkbox', { name: 'Upload it anyway' }).check()
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await expect(dock(page).getByText('Failed', { exact: true })).toBeVisible()
  await expect(dock(page).getByText('It refers to another file as its base')).toBeVisible()
  await expect(dock(page).getByText('qemu-img convert -f qcow2 -O qcow2 overlay.qcow2 overlay-vitrine.qcow2')).toBeVisible()
  await dock(page).getByText('What the server said').click()
  await expect(dock(page).getByText(/failed the safety check backing_file/)).toBeVisible()
  await expect(dock(page).getByRole('button', { name: 'Retry' })).toHaveCount(0)
  expect(await cloud.imagesNamed('overlay')).toMatchObject([{ status: 'queued', size: null, checksum: null }])
  await dock(page).getByRole('button', { name: 'Discard overlay' }).click()
  await expect(dock(page)).toBeHidden()
  await expect.poll(() => cloud.imagesNamed('overlay')).toEqual([])
})

test('an upload waits while the server is gone, and goes on by itself', async ({ dashboard: page, server, cloud }) => {
  const file = makeQcow2(server.folder, 'interrupted.qcow2', 40)
  await limitUpload(page, 4_000_000)
  await startUploads(page, [file])
  await expect.poll(() => percentOf(page, 'interrupted')).toBeGreaterThan(20)
  const restarted = server.crash(2000)
  await expect(dock(page).getByText('No connection')).toBeVisible()
  await restarted
  await limitUpload(page, null)
  await expect(dock(page).getByText('Active', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect((await cloud.imagesNamed('interrupted'))[0]?.os_hash_value).toBe(await sha512(file))
})

test('cancel asks once: keep for later, or discard with the unfinished image', async ({ dashboard: page, server, cloud }) => {
  const file = makeQcow2(server.folder, 'cancelled.qcow2', 40)
  await limitUpload(page, 1_000_000)
  await startUploads(page, [file])
  await expect(dock(page).getByText('Uploading', { exact: true })).toBeVisible()
  const row = page.getByRole('table', { name: 'Images' }).getByRole('row', { name: 'cancelled' })
  await expect(row.getByText('Uploading', { exact: true })).toBeVisible()
  await dock(page).getByRole('button', { name: 'Cancel cancelled' }).click()
  const question = page.getByRole('alertdialog', { name: 'Cancel the upload of cancelled.qcow2?' })
  await expect(question.getByRole('button', { name: 'Go on uploading' })).toBeFocused()
  await question.getByRole('button', { name: 'Keep for later' }).click()
  await expect(dock(page).getByText('Paused', { exact: true })).toBeVisible()
  await expect(row.getByText('Queued', { exact: true })).toBeVisible()
  await dock(page).getByRole('button', { name: 'Cancel cancelled' }).click()
  await expect(question.getByRole('button', { name: 'Keep for later' })).toBeFocused()
  await expect(question.getByRole('button', { name: 'Go on uploading' })).toHaveCount(0)
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(row).toHaveCount(0)
  expect(await cloud.imagesNamed('cancelled')).toEqual([])
})

test('what is sent is listed first, and the list that was put away stays so over a reload', async ({
  dashboard: page,
  server,
}) => {
  await limitUpload(page, 1_000_000)
  await startUploads(
    page,
    ['first', 'second', 'third', 'fourth'].map((name) => makeQcow2(server.folder, `${name}.qcow2`, 20)),
  )
  const stages = dock(page)
    .getByRole('listitem')
    .getByText(/^(Uploading|Waiting its turn)$/)
  await expect(stages).toHaveText(['Uploading', 'Uploading', 'Uploading', 'Waiting its turn'])
  await dock(page).getByRole('button', { name: 'Hide the list of uploads' }).click()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(dock(page).getByRole('heading')).toBeVisible()
  await page.waitForTimeout(1000)
  await expect(dock(page).getByRole('listitem')).toHaveCount(0)
  await startUploads(page, [makeQcow2(server.folder, 'fifth.qcow2', 1)])
  await expect(dock(page).getByRole('listitem').filter({ hasText: 'fifth' })).toBeVisible()
  for (const name of ['first', 'second', 'third', 'fourth']) {
    await dock(page)
      .getByRole('button', { name: `Cancel ${name}` })
      .click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  }
})

test('a queued image is finished from its page', async ({ dashboard: page, server, cloud }) => {
  await page.addInitScript(() => Object.assign(window, { showOpenFilePicker: undefined }))
  const { id } = await cloud.createImage({ name: 'half-done' })
  await page.goto(`/images/${id}`)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Finish upload' }).click()
  await (await choosing).setFiles(makeQcow2(server.folder, 'whatever.qcow2', 2))
  await page.getByRole('dialog', { name: 'Finish the upload of half-done' }).getByRole('button', { name: 'Start upload' }).click()
  await expect(page.getByRole('main').getByText('Active', { exact: true }).first()).toBeVisible()
  expect(await cloud.image(id)).toMatchObject({ name: 'half-done', status: 'active', disk_format: 'qcow2' })
})
