import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { comeBackUntil } from './support/come-back'
import { makeQcow2 } from './support/disk-files'
import { press, tabTo } from './support/keyboard'
import { expect, test } from './support/test'

const elsewhere = `elsewhere-${Date.now()}`
let elsewhereId = ''

const choose = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const onPage = (page: Page) => page.getByRole('checkbox', { name: 'Select all on this page' })
const bar = (page: Page) => page.getByRole('group', { name: 'Selected images' })

test.beforeAll(async ({ cloud }) => {
  elsewhereId = await cloud.createProject(elsewhere)
})

test.beforeEach(async ({ cloud }) => {
  await cloud.deleteImages()
  // On two pages, of two projects.
  for (let i = 10; i < 38; i++)
    await cloud.createImage({
      name: `theirs-${i}`,
      visibility: 'private',
      protected: i === 12,
      ...(i % 2 === 0 && { owner: elsewhereId }),
    })
})

test.afterAll(async ({ cloud }) => cloud.deleteImages())

test('selects a page, then all that match, and deletes them with one failure that is told and retried', async ({
  dashboard: page,
  cloud,
}) => {
  await page.goto('/admin/images?sort=name&dir=asc')
  await onPage(page).check()
  await expect(page.getByText('25 selected on this page')).toBeVisible()
  await page.getByRole('button', { name: 'Select all 28 that match' }).click()
  await expect(page.getByText('All 28 that match are selected')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(choose(page, 'theirs-37')).toBeChecked()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 27 images?' })
  await expect(dialog.getByText('1 selected image is protected and stays.')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Images that stay' })).toHaveText(/^theirs-12 [0-9a-f]{8}$/)
  await dialog.getByRole('textbox', { name: 'Type 27 to confirm' }).fill('27')
  // Somebody else protects one of them while the question stands.
  const [kept] = await cloud.imagesNamed('theirs-20')
  const protect = (value: boolean) => cloud.patchImage(kept?.id ?? '', [{ op: 'replace', path: '/protected', value }])
  await protect(true)
  await dialog.getByRole('button', { name: 'Delete 27 images' }).click()
  const sheet = page.getByRole('dialog', { name: 'Deleting images' })
  await expect(sheet.getByText('26 done, 1 failed')).toBeVisible()
  const failure = sheet.getByRole('list', { name: 'What failed' }).getByRole('listitem')
  await expect(failure).toContainText('theirs-20')
  await expect(failure).toContainText('is protected')
  await protect(false)
  await sheet.getByRole('button', { name: 'Retry 1 failure' }).click()
  await expect(sheet.getByText('1 done, 0 failed')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).last().click()
  // The page that was shown begins after an image that is gone.
  await expect(page.getByRole('row').filter({ has: page.getByRole('link', { name: 'theirs-12' }) })).toContainText('Protected')
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('hides what another project has, finds it among the hidden, and tags nothing else', async ({ dashboard: page, cloud }) => {
  await page.goto(`/admin/images?project=${elsewhereId}`)
  await onPage(page).check()
  await expect(page.getByText('14 selected, of 14 that match')).toBeVisible()
  await page.getByRole('button', { name: 'Change the selected images' }).click()
  await page.getByRole('menuitem', { name: 'Hide from lists' }).click()
  const hiding = page.getByRole('dialog', { name: 'Hiding images' })
  await expect(hiding.getByText('14 done, 0 failed')).toBeVisible()
  await hiding.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('14 hidden images match these filters.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Hidden images' }).check()
  await onPage(page).check()
  await bar(page).getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('textbox', { name: 'Tag' }).fill('reviewed')
  await page.getByRole('button', { name: 'Add to 14 images' }).click()
  await expect(page.getByRole('dialog', { name: 'Adding a tag' }).getByText('14 done, 0 failed')).toBeVisible()
  const [ours] = await cloud.imagesNamed('theirs-11')
  expect(ours?.tags).toEqual([])
})

test('selects every stuck image, and none that has its data', async ({ dashboard: page, cloud, server }) => {
  await cloud.createImage(
    { name: 'whole', container_format: 'bare', disk_format: 'qcow2' },
    makeQcow2(server.folder, 'whole.qcow2', 1),
  )
  // To the service it is later than it is: nobody can wait for an image to be stuck.
  const later = `lt:${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z`
  await page.route('**/v2/images?*updated_at=lt*', (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('updated_at', later)
    return route.continue({ url: url.href })
  })
  await page.goto('/admin/images?stuck=1h&sort=name')
  await onPage(page).check()
  await page.getByRole('button', { name: 'Select all 28 that match' }).click()
  await expect(page.getByText('All 28 that match are selected')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 27 images?' })
  await dialog.getByRole('textbox', { name: 'Type 27 to confirm' }).fill('27')
  await dialog.getByRole('button', { name: 'Delete 27 images' }).click()
  const sheet = page.getByRole('dialog', { name: 'Deleting images' })
  await expect(sheet.getByText('27 done, 0 failed')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Stuck images' }).selectOption('Stuck or not')
  await expect(page.getByRole('link', { name: 'whole' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
})

test('selects and deletes by keys, and comes back to the list', async ({ dashboard: page }) => {
  await page.goto('/admin/images?sort=name&dir=asc')
  await page.getByRole('link', { name: 'theirs-10' }).waitFor()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'theirs-10' })).toBeFocused()
  await page.keyboard.press('x')
  await expect(choose(page, 'theirs-10')).toBeChecked()
  await tabTo(page, choose(page, 'theirs-11'))
  await page.keyboard.press('Space')
  await expect(page.getByText('2 selected on this page')).toBeVisible()
  await press(page, bar(page).getByRole('button', { name: 'Delete' }))
  const dialog = page.getByRole('alertdialog', { name: 'Delete 2 images?' })
  await press(page, dialog.getByRole('button', { name: 'Delete 2 images' }))
  const sheet = page.getByRole('dialog', { name: 'Deleting images' })
  await expect(sheet.getByText('2 done, 0 failed')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'theirs-12' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'theirs-10' })).toHaveCount(0)
})

test('an image that is deleted elsewhere is marked while somebody points at the rows, and leaves the selection', async ({
  dashboard: page,
  cloud,
}) => {
  await page.goto('/admin/images?sort=name&dir=asc')
  for (const name of ['theirs-11', 'theirs-14']) await choose(page, name).check()
  await page.getByRole('link', { name: 'theirs-11' }).hover()
  const [gone] = await cloud.imagesNamed('theirs-14')
  await cloud.deleteImage(gone?.id ?? '')
  const row = page.getByRole('row').filter({ hasText: 'theirs-14' })
  await comeBackUntil(page, () => expect(row.getByText('Deleted', { exact: true })).toBeVisible({ timeout: 500 }))
  await expect(page.getByText('1 selected on this page')).toBeVisible()
  await expect(choose(page, 'theirs-14')).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('heading', { name: 'All images', level: 1 }).click()
  await expect(row).toHaveCount(0)
})
