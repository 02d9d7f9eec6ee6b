import type { Page } from '@playwright/test'
import { chooseAction } from './support/choose-action'
import { makeQcow2 } from './support/disk-files'
import { expect, signIn, test } from './support/test'

const fields = { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' }
const toast = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text })

test('an image is deactivated, hidden and protected from its page, and each is taken back', async ({
  dashboard: page,
  cloud,
  server,
}) => {
  const { id } = await cloud.createImage({ ...fields, name: 'switched' }, makeQcow2(server.folder, 'switched.qcow2', 1))
  await page.goto(`/images/${id}/sharing`)
  await expect(page).toHaveTitle('switched · Sharing · Vitrine')
  await page.goto(`/images/${id}`)
  await expect(page).toHaveTitle('switched · Vitrine')
  await chooseAction(page, 'Deactivate')
  await expect(page.getByText('Deactivated', { exact: true }).first()).toBeVisible()
  await toast(page, 'switched is deactivated').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await cloud.image(id)).status).toBe('active')
  await chooseAction(page, 'Hide from lists')
  await toast(page, 'switched is hidden').waitFor()
  await chooseAction(page, 'Protect from deletion')
  await toast(page, 'switched is protected').waitFor()
  expect(await cloud.image(id)).toMatchObject({ os_hidden: true, protected: true })

  await chooseAction(page, 'Delete')
  await page.getByRole('alertdialog', { name: 'switched is protected' }).getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Delete switched?' })).toBeVisible()
  expect((await cloud.image(id)).protected).toBe(false)
})

test('a member learns that somebody of another project deactivated an image, and how to get its data again', async ({
  page,
  cloud,
  server,
}) => {
  const project = `team-${Date.now()}`
  const owner = await cloud.createProject(project)
  const file = makeQcow2(server.folder, 'withheld.qcow2', 1)
  const { id } = await cloud.createImage({ ...fields, name: 'withheld', owner }, file)
  await cloud.deactivateImage(id)
  const member = await cloud.createPerson('member', project)
  await signIn(page, member.password, member.name)
  await page.goto(`/images/${id}`)
  const stage = page
    .getByRole('list', { name: 'Stages' })
    .getByRole('listitem')
    .filter({ hasText: 'by somebody of another project' })
  await expect(stage.filter({ hasText: 'Deactivated' })).toBeVisible()
  const download = page.getByRole('button', { name: 'Download' })
  await expect(download).toHaveAccessibleDescription(/is deactivated.*Reactivate it first/)
  await download.click({ force: true })
  await expect(page.getByRole('dialog')).toContainText('only administrators get its data')
  await page.keyboard.press('Escape')
  await chooseAction(page, 'Reactivate')
  await expect(page.getByRole('link', { name: 'Download' })).toBeVisible()
})

test('the own fields are edited, and a change of somebody else is asked about', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'before', min_disk: 1 })
  await page.goto(`/images/${id}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: /^Edit/ })
  const name = sheet.getByRole('textbox', { name: 'Name' })
  await name.fill('x'.repeat(300))
  await expect(name).toHaveAccessibleDescription('A name has 255 characters at most; this one has 300.')
  await expect(sheet.getByRole('button', { name: 'Save 1 change' })).toBeDisabled()
  await name.fill('mine')
  await sheet.getByRole('textbox', { name: 'Min RAM' }).fill('half')
  await expect(sheet.getByText('A whole number')).toBeVisible()
  await expect(sheet.getByRole('button', { name: 'Save 2 changes' })).toBeDisabled()
  await sheet.getByRole('textbox', { name: 'Min RAM' }).fill('512')
  await cloud.patchImage(id, [
    { op: 'replace', path: '/name', value: 'theirs' },
    { op: 'replace', path: '/min_disk', value: 8 },
  ])
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await sheet.getByRole('button', { name: 'Save 2 changes' }).click()
  await sheet
    .getByRole('group', { name: 'Name' })
    .getByRole('radio', { name: /^Yours/ })
    .check()
  await sheet.getByRole('button', { name: 'Save 2 changes' }).click()
  expect(JSON.parse((await sent).postData() ?? '')).toEqual([
    { op: 'replace', path: '/min_ram', value: 512 },
    { op: 'replace', path: '/name', value: 'mine' },
  ])
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'mine' })).toBeVisible()
  expect(await cloud.image(id)).toMatchObject({ name: 'mine', min_ram: 512, min_disk: 8 })
})

test('the page tells the stages, who did what, and the commands', async ({ dashboard: page, cloud, server }) => {
  const { id } = await cloud.createImage({ ...fields, name: "it's" }, makeQcow2(server.folder, 'told.qcow2', 1))
  await page.goto(`/images/${id}`)
  await expect(page.getByRole('list', { name: 'Stages' })).toContainText('Data uploaded')
  await chooseAction(page, 'Copy as a command')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText("'it'\\''s'")).toBeVisible()
  await sheet.getByRole('radio', { name: 'curl' }).check()
  await expect(sheet.getByText('X-Auth-Token: $OS_TOKEN').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'All activity' }).click()
  await expect(page.getByRole('table', { name: 'Who did what' })).toContainText('Upload an image’s data')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy report' }).click()
  await toast(page, 'The report is copied').waitFor()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain(`image ${id}`)
  expect(report).toMatch(/PUT \/v2\/images\/\{imageId\}\/file 204 by admin \(req-/)
})

test('a reader is told why nothing can be changed', async ({ page, cloud, server }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'kept' }, makeQcow2(server.folder, 'kept.qcow2', 1))
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto(`/images/${id}`)
  for (const name of ['Edit', 'Download'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Actions for kept' }).click()
  for (const name of [/^Copy to store/, /^Deactivate/, /^Hide/, /^Delete/])
    await expect(page.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
})

test('what is known only once a menu has opened moves nothing under a finger that presses', async ({
  dashboard: page,
  cloud,
  server,
}) => {
  const { id } = await cloud.createImage({ ...fields, name: 'steady' }, makeQcow2(server.folder, 'steady.qcow2', 1))
  await page.route('**/v2/info/stores', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150))
    await route.fallback()
  })
  await page.goto(`/images/${id}`)
  await page.getByRole('button', { name: 'Actions for steady' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click({ delay: 600 })
  await expect(page.getByRole('alertdialog', { name: 'Delete steady?' })).toBeVisible()
})

test('two images are compared, the second one found by its name', async ({ dashboard: page, cloud }) => {
  const a = await cloud.createImage({ ...fields, name: 'compared-a', os_distro: 'debian', same: 'yes' })
  const b = await cloud.createImage({ ...fields, name: 'compared-b', os_distro: 'fedora', same: 'yes' })
  await page.goto(`/images/${a.id}`)
  await chooseAction(page, 'Compare with')
  await page.getByRole('searchbox', { name: /compare with/ }).fill('compared-b')
  await page.getByRole('link', { name: 'compared-b' }).click()
  await expect(page).toHaveURL(`/images/compare?a=${a.id}&b=${b.id}`)
  const table = page.getByRole('table')
  await expect(table.getByRole('row', { name: /^os_distro.*differs debian fedora/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Only what differs' }).check()
  await expect(table.getByRole('row', { name: /^same/ })).toBeHidden()
})

test('a link in the sheet, and closing it, ask before what was changed there is left', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ name: 'asked', disk_format: 'qcow2', container_format: 'bare' })
  await page.goto(`/images/${id}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: /^Edit/ })
  await sheet.getByRole('textbox', { name: 'Name' }).fill('asked-first')
  await sheet.getByRole('link', { name: 'Custom properties and tags' }).click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused()
  await question.getByRole('button', { name: 'Stay' }).click()
  for (const close of [() => sheet.getByRole('button', { name: 'Cancel' }).click(), () => page.keyboard.press('Escape')]) {
    await close()
    await question.getByRole('button', { name: 'Stay' }).click()
  }
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('asked-first')
  await sheet.getByRole('link', { name: 'Custom properties and tags' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`/images/${id}/properties`)
  expect(await cloud.image(id)).toMatchObject({ name: 'asked' })
  await page.goBack()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await sheet.getByRole('link', { name: 'Visibility and sharing' }).click()
  await expect(page).toHaveURL(`/images/${id}/sharing`)
})
