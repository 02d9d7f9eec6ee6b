import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { dropFiles } from './support/drop'
import { expect, signIn, test } from './support/test'

const why = /needs the role “member” in project admin. An administrator of the project can grant it/
const toast = (page: Page, text: string | RegExp) => page.locator('[data-sonner-toast]').filter({ hasText: text })

let activeId = ''
let queuedId = ''
test.beforeAll(async ({ cloud, server }) => {
  await cloud.deleteImages()
  const fields = { disk_format: 'qcow2', container_format: 'bare' }
  activeId = (await cloud.createImage({ ...fields, name: 'whole' }, makeQcow2(server.folder, 'whole.qcow2', 1))).id
  queuedId = (await cloud.createImage({ ...fields, name: 'unfilled' })).id
})

test('a reader is told why nothing can be uploaded, finished or deleted', async ({ page, cloud }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  const upload = page.getByRole('button', { name: 'Upload image' })
  await expect(upload).toHaveAttribute('aria-disabled', 'true')
  await expect(upload).toHaveAccessibleDescription(why)
  await upload.hover()
  await expect(page.locator('[data-base-ui-portal]').getByText(why)).toBeVisible()
  // Playwright itself would wait until the button is enabled.
  await upload.click({ force: true })
  await expect(toast(page, why)).toBeVisible()
  await page.getByRole('button', { name: 'Actions for unfilled' }).click()
  for (const name of [/^Finish upload/, /^Delete/]) {
    await expect(page.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByRole('menuitem', { name })).toContainText(why)
  }
  await page.keyboard.press('Escape')
  await page.goto(`/images/${queuedId}`)
  for (const name of ['Finish upload', 'Delete']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(why)
  }
})

test('a drop of a reader opens nothing, and the overlay says so', async ({ page, server, cloud }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  const client = await page.context().newCDPSession(page)
  const data = { items: [], files: [makeQcow2(server.folder, 'dropped.qcow2', 1)], dragOperationsMask: 1 }
  await client.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 300, y: 300, data })
  await expect(page.getByText('You cannot upload to admin')).toBeVisible()
  await client.send('Input.dispatchDragEvent', { type: 'dragCancel', x: 300, y: 300, data })
  await page.reload()
  await page.getByRole('table', { name: 'Images' }).waitFor()
  await dropFiles(page, data.files)
  await page.waitForTimeout(500)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a refused download says why, with its request id', async ({ page, cloud }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  let downloads = 0
  page.on('download', () => downloads++)
  await page.goto(`/images/${activeId}`)
  await page.getByRole('link', { name: 'Download' }).click()
  await expect(toast(page, 'You may not do this')).toContainText(/Request ID req-/)
  await page.goto('/images')
  await page.getByRole('button', { name: 'Actions for whole' }).click()
  await page.getByRole('menuitem', { name: 'Download' }).click()
  await expect(toast(page, 'You may not do this')).toContainText(/Request ID req-/)
  expect(downloads).toBe(0)
})

test('a download after the session has ended leads to a new sign-in', async ({ dashboard: page, context }) => {
  await page.goto(`/images/${activeId}`)
  await page.getByRole('link', { name: 'Download' }).waitFor()
  await context.clearCookies()
  await page.getByRole('link', { name: 'Download' }).click()
  const said = toast(page, 'Your sign-in is no longer accepted')
  await expect(said).toContainText('This request needs a token')
  await said.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/login\?.*ended=1/)
})
