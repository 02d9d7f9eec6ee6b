import type { Locator, Page } from '@playwright/test'
import { chooseAction } from './support/choose-action'
import { makeQcow2 } from './support/disk-files'
import { expect, test } from './support/test'
import { dock, startUploads } from './support/uploads'

async function upload(page: Page, files: string[]) {
  await startUploads(page, files)
  await expect(dock(page).getByText('Active', { exact: true })).toHaveCount(files.length)
}

test.beforeEach(async ({ cloud }) => cloud.deleteImages())

test('a row goes with its image, whether deleted on the list, on its page or elsewhere', async ({
  dashboard: page,
  server,
  cloud,
}) => {
  await upload(
    page,
    ['first', 'second', 'third'].map((name) => makeQcow2(server.folder, `${name}.qcow2`, 1)),
  )
  await page.getByRole('button', { name: 'Actions for first' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete image' }).click()
  await expect(dock(page).getByRole('listitem')).toHaveCount(2)

  const id = (await cloud.imagesNamed('second'))[0]?.id as string
  await dock(page).getByRole('link', { name: 'Open second' }).click()
  await chooseAction(page, 'Delete')
  const asked: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith(`/v2/images/${id}`)) asked.push(`${response.request().method()} ${response.status()}`)
  })
  await page.getByRole('button', { name: 'Delete image' }).click()
  await expect(page).toHaveURL('/images')
  // What is done steps aside on the next page.
  await expect(dock(page).getByRole('listitem')).toHaveCount(0)
  await dock(page).getByRole('button', { name: 'Show the list of uploads' }).click()
  await expect(dock(page).getByRole('listitem')).toHaveCount(1)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(['DELETE 204'])

  await cloud.deleteImages()
  await dock(page).getByRole('link', { name: 'Open third' }).click()
  await expect(page.getByRole('heading', { name: /^This image doesn’t exist/ })).toBeVisible()
  await expect(dock(page)).toBeHidden()
})

test('finished rows are cleared at once', async ({ dashboard: page, server }) => {
  await upload(
    page,
    ['left', 'right'].map((name) => makeQcow2(server.folder, `${name}-done.qcow2`, 1)),
  )
  await dock(page).getByRole('button', { name: 'Clear finished' }).click()
  await expect(dock(page)).toBeHidden()
})

test('an image that is still being made when its upload is discarded is removed', async ({ dashboard: page, server, cloud }) => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/v2/images', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  await startUploads(page, [makeQcow2(server.folder, 'regretted.qcow2', 1)])
  await expect.poll(async () => (await cloud.imagesNamed('regretted')).length).toBe(1)
  await dock(page).getByRole('button', { name: 'Cancel regretted' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  answer()
  await expect.poll(() => cloud.imagesNamed('regretted')).toEqual([])
})

/** Whether an element is in the window and nothing lies over its middle. */
const isUncovered = (element: Locator) =>
  element.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect()
    return node.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })

test('the dock covers neither the end of a page nor what has the focus', async ({ dashboard: page, server, cloud }) => {
  for (let made = 0; made < 20; made++) await cloud.createImage({ name: `row-${made}` })
  await upload(
    page,
    ['left', 'middle', 'right'].map((name) => makeQcow2(server.folder, `${name}-docked.qcow2`, 1)),
  )
  await expect(page.locator('tbody tr').filter({ hasText: 'Active' })).toHaveCount(3)
  const room = () => page.locator('main').evaluate((main) => Number.parseFloat(getComputedStyle(main).paddingBottom))
  const next = page.getByRole('button', { name: 'Next' })
  expect(await room()).toBeGreaterThan(200)
  await next.focus()
  expect(await isUncovered(next)).toBe(true)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const menus = page.locator('tbody').getByRole('button', { name: /^Actions for/ })
  expect(await isUncovered(menus.last())).toBe(true)

  await page.evaluate(() => window.scrollTo(0, 0))
  await menus.first().focus()
  for (let row = 1; row < (await menus.count()); row++) {
    // The row's checkbox and name lie between the menus of two rows.
    for (const _ of ['checkbox', 'name', 'menu']) await page.keyboard.press('Tab')
    await expect(menus.nth(row)).toBeFocused()
    expect(await isUncovered(menus.nth(row)), `row ${row}`).toBe(true)
  }

  await dock(page).getByRole('button', { name: 'Clear finished' }).click()
  await expect(dock(page)).toBeHidden()
  await expect.poll(room).toBeLessThan(32)
})
