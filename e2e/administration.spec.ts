import { expect, type Page } from '@playwright/test'
import { test } from './support/administered-test'
import { signIn } from './support/test'

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) })

test('an administrator copies an image to another store, follows the task, and removes the copy', async ({
  page,
  administered,
}) => {
  await signIn(page, administered.server.password)
  await page.goto('/admin/stores')
  const archive = page.getByRole('listitem', { name: 'archive' })
  await expect(archive).toContainText('No images')
  await expect(page.getByRole('listitem', { name: 'fast' })).toContainText('2 images')
  await expect(page.getByRole('progressbar', { name: 'Room of fast' })).toHaveAttribute('aria-valuetext', /iB used$/)
  await page.getByRole('checkbox', { name: 'Select debian-13' }).check()
  await page.getByRole('combobox', { name: 'Store to copy to' }).selectOption('archive')
  await page.getByRole('button', { name: 'Copy 1 image' }).click()
  await page.getByRole('link', { name: 'Follow them in the tasks' }).click()
  await page.getByRole('button', { name: /^Image import/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Image import' })
  await expect(sheet.getByText('Done')).toBeVisible()
  await expect(sheet).toContainText('copy-image')
  await page.goto('/admin/stores')
  await expect(archive).toContainText('1 image')
  await row(page, 'debian-13').getByRole('button', { name: 'Remove the copy of debian-13 in archive' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove copy' }).click()
  await expect(archive).toContainText('No images')
  await expect(row(page, 'debian-13').getByRole('button', { name: /^Remove the copy/ })).toHaveCount(0)
})

test('an administrator finds a stuck image, hands it over by the project’s name, and finds it by that', async ({
  page,
  administered: { server, cloud },
}) => {
  await cloud.createProject('web-shop')
  await signIn(page, server.password)
  await page.goto('/admin/images')
  await expect(row(page, 'never-uploaded')).toContainText('admin')
  await page.getByRole('combobox', { name: 'Stuck images' }).selectOption('Waiting over an hour')
  await expect(page.getByText('No image is stuck')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What stuck images need' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await row(page, 'never-uploaded').getByRole('button', { name: 'Actions for never-uploaded' }).click()
  await page.getByRole('menuitem', { name: 'Change owner' }).click()
  const owner = page.getByRole('combobox', { name: 'New owner' })
  await owner.fill('web-shopp')
  await page.getByRole('button', { name: 'Change owner' }).click()
  await expect(owner).toHaveAccessibleDescription('There is no enabled project with this name or ID.')
  await owner.fill('web-shop')
  await page.getByRole('button', { name: 'Change owner' }).click()
  await expect(row(page, 'never-uploaded')).toContainText('web-shop')
  await page.goto('/admin/images?project=web-shop')
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('an administrator caches an image ahead, and empties the cache', async ({ page, administered: { server } }) => {
  await signIn(page, server.password)
  await page.goto('/admin/cache')
  await expect(page.getByText('The cache is empty')).toBeVisible()
  await page.getByRole('button', { name: 'Cache an image' }).click()
  await page.getByRole('button', { name: 'Cache rocky-9' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(row(page, 'rocky-9')).toContainText('Cached')
  await page.getByRole('button', { name: 'Sort by Size' }).click()
  await expect(page).toHaveURL(/sort=size/)
  await page.getByRole('button', { name: 'Sort by State' }).click()
  await expect(page).toHaveURL(/sort=state/)
  await expect(row(page, 'rocky-9')).toContainText('Cached')
  await page.getByRole('button', { name: 'Upkeep of the cache' }).click()
  await page.getByRole('menuitem', { name: 'Empty the cache' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty the cache' }).click()
  await expect(page.getByText('The cache is empty')).toBeVisible()
})

test('an administrator sees what projects use, now and lately, as a plot and as numbers', async ({
  page,
  administered: { server },
}) => {
  await signIn(page, server.password)
  await page.goto('/admin/quotas')
  await expect(page.getByText('Nothing is limited')).toBeVisible()
  const usage = page.getByRole('table', { name: 'Usage by project' })
  await expect(usage.getByRole('row').nth(1)).toContainText(/admin.*iB/)
  await expect(page.getByRole('img', { name: /^Images since .*: from \d+ to \d+/ })).toBeVisible()
  await page.getByRole('button', { name: 'Show the history of admin' }).click()
  await expect(page.getByRole('heading', { name: 'Project admin' })).toBeVisible()
  await expect(page).toHaveURL(/\?project=[0-9a-f]{32}$/)
  const plot = page.getByRole('figure', { name: 'Stored data' })
  await plot.getByText('Show as a table').click()
  await expect(plot.getByRole('table').getByRole('row').nth(1)).toContainText('iB')
  await page.getByRole('combobox', { name: 'How far back' }).selectOption('Last 30 days')
  await expect(page).toHaveURL(/days=30/)
})

test('a member sees why the pages of administration are not for them, and who can grant it', async ({
  page,
  administered: { server, cloud },
}) => {
  const member = await cloud.createPerson('member')
  await signIn(page, member.password, member.name)
  for (const [path, rule] of [
    ['stores', 'stores_info_detail'],
    ['images', 'context_is_admin'],
    ['tasks', 'tasks_api_access'],
    ['cache', 'cache_list'],
    ['quotas', 'context_is_admin'],
  ]) {
    await page.goto(`${server.url}/admin/${path}`)
    const refusal = page.getByRole('region', { name: 'You have no access to this page' })
    await expect(refusal, path).toContainText('grant the role admin')
    await expect(refusal, path).toContainText(`The rule ${rule}`)
  }
})
