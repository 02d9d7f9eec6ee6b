import type { Page } from '@playwright/test'
import { comeBackUntil } from './support/come-back'
import { makeQcow2 } from './support/disk-files'
import { expect, signIn, test } from './support/test'

const toast = (page: Page, text: string | RegExp) => page.locator('[data-sonner-toast]').filter({ hasText: text })
const fields = { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' }

let imageId = ''
let otherId = ''
const otherProject = `other-${Date.now()}`
test.beforeAll(async ({ cloud, server }) => {
  await cloud.deleteImages()
  imageId = (await cloud.createImage({ ...fields, name: 'golden' }, makeQcow2(server.folder, 'golden.qcow2', 1))).id
  otherId = await cloud.createProject(otherProject)
})

const card = (page: Page, name: string) => page.getByRole('article', { name })
const members = (page: Page) => page.getByRole('table', { name: 'Projects it is shared with' })

async function share(page: Page, image: string, project: string) {
  await page.goto(`/images/${image}/sharing`)
  await page.getByRole('button', { name: 'Share with project' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: 'Project' }).fill(project)
  return sheet
}

test('two people of two projects share an image, undo, put off, accept, and take it back', async ({
  page,
  browser,
  server,
  cloud,
}) => {
  const owner = await cloud.createPerson('member')
  const consumer = await cloud.createPerson('member', otherProject)
  await signIn(page, owner.password, owner.name)
  const sheet = await share(page, imageId, otherId)
  await expect(sheet.getByRole('region', { name: 'What happens' })).toContainText('The image is Private. It becomes Shared.')
  await expect(sheet.getByRole('region', { name: 'What happens' })).toContainText('It is not checked')
  await sheet.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(toast(page, /^Shared with/)).toContainText('was Private and is Shared now')
  await expect(members(page).getByRole('row').filter({ hasText: otherId })).toContainText('Pending')
  expect((await cloud.image(imageId)).visibility).toBe('shared')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await members(page)
    .getByRole('button', { name: `Copy invitation for ${otherId}` })
    .click()
  await expect(toast(page, 'It grants nothing by itself')).toBeVisible()
  const invitation = await page.evaluate(() => navigator.clipboard.readText())

  const other = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signIn(other, consumer.password, consumer.name)
  await expect(other.getByRole('link', { name: '1 shared image waits for an answer' })).toBeVisible()
  await other.goto('/images?tab=shared')
  await expect(other.getByText('No other project shares an image')).toBeVisible()
  await other.goto(invitation)
  await expect(other.getByRole('heading', { name: 'You are invited to use this image' })).toBeVisible()
  await expect(other.getByText('The image that you are invited to use is shown above.')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Accept golden' })).toHaveCount(1)
  await other.goto('/shares')
  const offer = card(other, 'golden')
  await expect(offer).toContainText('qcow2')
  await expect(offer).toContainText('Checksum (SHA-512)')
  await expect(offer).toContainText((await cloud.image(imageId)).owner ?? '')

  await offer.getByRole('button', { name: 'Decide later on golden' }).click()
  await expect(other.getByRole('link', { name: /waits for an answer/ })).toBeHidden()
  await offer.getByRole('button', { name: 'Count golden again' }).click()
  await offer.getByRole('button', { name: 'Accept golden' }).click()
  await expect(offer).toBeHidden()
  await expect(other.getByRole('region', { name: 'Pending' })).toBeFocused()
  await toast(other, 'golden is accepted').getByRole('button', { name: 'Undo' }).click()
  await expect(offer).toContainText('Pending')
  await offer.getByRole('button', { name: 'Reject golden' }).click()
  await other.getByRole('link', { name: 'Rejected (1)' }).click()
  await offer.getByRole('button', { name: 'Accept golden' }).click()
  await toast(other, 'golden is accepted').getByRole('link', { name: 'See it under “Shared with us”' }).click()
  await expect(other).toHaveURL(/\/images\?tab=shared$/)
  await expect(other.getByRole('table', { name: 'Images' }).getByRole('link', { name: 'golden' })).toBeVisible()
  await other.goto('/shares?status=accepted')
  await expect(offer).toBeVisible()

  await page.reload()
  const row = members(page).getByRole('row').filter({ hasText: otherId })
  await expect(row).toContainText('Accepted')
  await row.getByRole('button', { name: /^Revoke the access of/ }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('servers that are running, and volumes and snapshots made from it')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Revoke access' }).click()
  await expect(page.getByText('Shared with no project yet')).toBeVisible()
  // The inbox finds out when somebody comes back to it, unless what it shows was fetched just now.
  await comeBackUntil(other, () => expect(offer).toBeHidden({ timeout: 1000 }))
  await other.goto(invitation)
  await expect(other.getByText('This invitation is no longer valid')).toBeVisible()
  await expect(other.getByText('Nothing waits for an answer')).toBeVisible()
  await other.context().close()
})

test('an administrator picks a project by its name, answers for it, and makes the image public', async ({
  dashboard: page,
  cloud,
}) => {
  const name = `by-name-${Date.now()}`
  const { id } = await cloud.createImage({ ...fields, name, visibility: 'shared' })
  const sheet = await share(page, id, otherProject.slice(0, 8))
  await page.getByRole('option', { name: new RegExp(otherProject) }).click()
  await expect(sheet.getByRole('region', { name: 'What happens' })).toContainText(`${otherProject} can see`)
  await sheet.getByRole('button', { name: 'Share', exact: true }).click()
  const row = members(page).getByRole('row').filter({ hasText: otherProject })
  await row.getByRole('button', { name: `Answer for ${otherProject}` }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: `Accept for ${otherProject}` })
    .click()
  await expect(row).toContainText('Accepted')
  await page.getByRole('button', { name: 'Make Public' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Memberships are kept')
  await dialog.getByRole('button', { name: 'Make Public' }).click()
  await expect(page.getByText('Every project can use it already')).toBeVisible()
  expect((await cloud.image(id)).visibility).toBe('public')
})

test('what cannot be shared says why: no project, the owner, a member twice, too many members', async ({
  dashboard: page,
  cloud,
}) => {
  const name = `refused-${Date.now()}`
  const { id, owner } = await cloud.createImage({ ...fields, name })
  const sheet = await share(page, id, '')
  const confirm = sheet.getByRole('button', { name: 'Share', exact: true })
  const field = sheet.getByRole('combobox', { name: 'Project' })
  await confirm.click()
  await expect(field).toHaveAccessibleDescription('Name a project.')
  await field.fill(owner ?? '')
  await expect(field).toHaveAccessibleDescription('That project owns the image.')
  await field.fill('no-such-project')
  await expect(field).toHaveAccessibleDescription('There is no enabled project with this name or ID.')
  await field.fill(otherProject)
  await page.route(`**/v2/images/${id}/members`, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 413, json: { message: 'An image can have 128 members at most.' } })
      : route.continue(),
  )
  await confirm.click()
  await expect(sheet.getByRole('alert')).toContainText('as many members as it may have')
  await expect(sheet.getByText('The image is Private again')).toBeVisible()
  expect((await cloud.image(id)).visibility).toBe('private')
  await page.unroute(`**/v2/images/${id}/members`)
  await confirm.click()
  await expect(members(page)).toContainText(otherProject)
  await page.getByRole('button', { name: 'Share with project' }).click()
  await field.fill(otherProject)
  await expect(field).toHaveAccessibleDescription('The image is shared with that project already.')
})

test('a reader sees why nothing can be shared, changed, revoked or answered', async ({ page, cloud }) => {
  const why = /needs the role “member”/
  const { id } = await cloud.createImage({ ...fields, name: `read-only-${Date.now()}`, visibility: 'shared' })
  await cloud.shareImage(id, 'p-somebody')
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto(`/images/${id}/sharing`)
  for (const name of ['Share with project', 'Make Private', 'Make Community', 'Revoke the access of p-somebody']) {
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription(why)
  }
  await expect(page.getByRole('button', { name: 'Make Public' })).toHaveAccessibleDescription(/needs the role “admin”/)

  const offeredTo = await cloud.createPerson('reader', otherProject)
  await cloud.shareImage(id, otherId)
  await page.context().clearCookies()
  await signIn(page, offeredTo.password, offeredTo.name)
  await page.goto('/shares')
  await expect(page.getByRole('button', { name: /^Accept read-only/ })).toHaveAccessibleDescription(why)
})
