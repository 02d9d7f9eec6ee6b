import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { findings } from './support/axe'
import { comeBackUntil } from './support/come-back'
import { expect, signIn, test } from './support/test'

const names = async (page: Page) =>
  page.getByRole('table', { name: 'Images' }).locator('tbody tr td:nth-child(2) a').allTextContents()

const choose = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })

test.beforeEach(async ({ cloud }) => {
  await cloud.deleteImages()
  for (let i = 1; i <= 23; i++)
    await cloud.createImage({ name: `bulk-${String(i).padStart(2, '0')}`, visibility: 'private', protected: i === 3 })
})

test.afterAll(async ({ cloud }) => {
  for (const { id } of await cloud.imagesNamed('bulk-03'))
    await cloud.patchImage(id, [{ op: 'replace', path: '/protected', value: false }])
})

test('deletes all that match, says what stays, and retries what failed alone', async ({ dashboard: page, cloud }) => {
  await page.goto('/images?sort=name&dir=asc')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(page.getByText('20 selected on this page')).toBeVisible()
  await page.getByRole('button', { name: 'Select all 23 that match' }).click()
  await expect(page.getByText('All 23 that match are selected')).toBeVisible()
  await page.getByRole('group', { name: 'Selected images' }).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 22 images?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(dialog.getByText('1 selected image is protected and stays.')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Images that stay' })).toHaveText(/^bulk-03 [0-9a-f]{8}$/)
  await dialog.getByRole('checkbox', { name: 'Remove its protection first, and delete it too' }).check()
  const all = page.getByRole('alertdialog', { name: 'Delete 23 images?' })
  await expect(all.getByRole('button', { name: 'Delete 23 images' })).toBeDisabled()
  await all.getByRole('textbox', { name: 'Type 23 to confirm' }).fill('23')
  const [broken] = await cloud.imagesNamed('bulk-07')
  await page.route(`**/v2/images/${broken?.id}`, (route) =>
    route.fulfill({ status: 409, contentType: 'application/json', body: '{"message": "It is in use by a server."}' }),
  )
  await all.getByRole('button', { name: 'Delete 23 images' }).click()
  const sheet = page.getByRole('dialog', { name: 'Deleting images' })
  await expect(sheet.getByText('22 done, 1 failed')).toBeVisible()
  const failure = sheet.getByRole('list', { name: 'What failed' }).getByRole('listitem')
  await expect(failure).toContainText('bulk-07')
  await expect(failure).toContainText('It is in use by a server.')
  await page.unroute(`**/v2/images/${broken?.id}`)
  await sheet.getByRole('button', { name: 'Retry 1 failure' }).click()
  await expect(sheet.getByText('1 done, 0 failed')).toBeVisible()
  await expect(sheet.getByRole('list', { name: 'What was done' })).toHaveText(/^bulk-07 [0-9a-f]{8}$/)
  await sheet.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('heading', { name: /^No images in admin yet/ })).toBeVisible()
})

test('tags, hides and brings hidden images back', async ({ dashboard: page }) => {
  await page.goto('/images?sort=name&dir=asc')
  await choose(page, 'bulk-01').check()
  await choose(page, 'bulk-04').click({ modifiers: ['Shift'] })
  await expect(page.getByText('4 selected')).toBeVisible()
  await page.getByRole('group', { name: 'Selected images' }).getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('textbox', { name: 'Tag' }).fill('golden')
  await page.getByRole('button', { name: 'Add to 4 images' }).click()
  const sheet = page.getByRole('dialog', { name: 'Adding a tag' })
  await expect(sheet.getByText('4 done, 0 failed')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).last().click()
  await page.goto('/images?tag=golden')
  await expect.poll(async () => (await names(page)).length).toBe(4)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Change the selected images' }).click()
  await page.getByRole('menuitem', { name: 'Hide from lists' }).click()
  const hiding = page.getByRole('dialog', { name: 'Hiding images' })
  await expect(hiding.getByText('4 done, 0 failed')).toBeVisible()
  await hiding.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('heading', { name: 'No image matches these filters' })).toBeVisible()
  await expect(page.getByText('Remove a filter, or clear them all.')).toBeVisible()
  await page.getByRole('button', { name: 'Hidden images' }).click()
  await expect.poll(async () => (await names(page)).length).toBe(4)
  await page.getByRole('button', { name: 'Actions for bulk-02' }).click()
  await page.getByRole('menuitem', { name: 'Show in lists' }).click()
  await expect.poll(async () => (await names(page)).length).toBe(3)
})

test('a member is told before the run that images cannot be made public', async ({ page, cloud }) => {
  const member = await cloud.createPerson('member')
  await signIn(page, member.password, member.name)
  await page.goto('/images?name=bulk-05')
  await choose(page, 'bulk-05').check()
  await page.getByRole('button', { name: 'Change the selected images' }).click()
  const items = page.getByRole('menuitem')
  await expect(items.filter({ hasText: 'Make Public' })).toHaveAttribute('aria-disabled', 'true')
  await expect(items.filter({ hasText: 'Make Community' })).not.toHaveAttribute('aria-disabled')
})

test('exports every page, and keeps spreadsheets from running names', async ({ dashboard: page, cloud }) => {
  await cloud.createImage({ name: '=1+1', visibility: 'private' })
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await page.goto('/images?sort=name&dir=asc')
  const save = async (format: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format }).click()])
    return readFileSync(await file.path(), 'utf8')
  }
  const lines = (await save('CSV')).trim().split('\r\n')
  expect(lines).toHaveLength(25)
  expect(lines[1]).toMatch(/^[0-9a-f-]{36},'=1\+1,/)
  const images = JSON.parse(await save('JSON')) as { name: string }[]
  expect(images.map(({ name }) => name).slice(0, 2)).toEqual(['=1+1', 'bulk-01'])
})

test('keeps columns and views, and a view is a link', async ({ dashboard: page }) => {
  await page.goto('/images?name=bulk-05')
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('checkbox', { name: 'Owner' })).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Checksum' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Checksum' })).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('the fifth')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.goto('/images')
  await expect(page.getByRole('columnheader', { name: 'Checksum' })).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('link', { name: 'the fifth' }).click()
  await expect(page).toHaveURL(/name=bulk-05/)
  await expect.poll(() => names(page)).toEqual(['bulk-05'])
})

const comeBackUntilVisible = (page: Page, news: Locator) => comeBackUntil(page, () => expect(news).toBeVisible({ timeout: 500 }))

test('new rows wait while somebody points at one, and come when asked for', async ({ dashboard: page, cloud }) => {
  await page.goto('/images?sort=name&dir=asc')
  await page.getByRole('link', { name: 'bulk-02' }).hover()
  await cloud.createImage({ name: 'a-first', visibility: 'private' })
  const news = page.getByRole('button', { name: '1 new image: show' })
  await comeBackUntilVisible(page, news)
  expect((await names(page))[0]).toBe('bulk-01')
  await news.click()
  await expect.poll(async () => (await names(page))[0]).toBe('a-first')
})

test('moves, selects and opens by keys', async ({ dashboard: page }) => {
  await page.goto('/images?sort=name&dir=asc')
  await page.getByRole('link', { name: 'bulk-01' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'bulk-02' })).toBeFocused()
  await page.keyboard.press('x')
  await expect(choose(page, 'bulk-02')).toBeChecked()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'bulk-01' })).toBeVisible()
})

test('an image deleted elsewhere is shown as gone at once, and its row goes when it is let go', async ({
  dashboard: page,
  cloud,
}) => {
  await page.goto('/images?sort=name&dir=asc')
  for (const name of ['bulk-02', 'bulk-05', 'bulk-06']) await choose(page, name).check()
  await page.getByRole('link', { name: 'bulk-02' }).hover()
  const [gone] = await cloud.imagesNamed('bulk-05')
  await cloud.deleteImage(gone?.id ?? '')
  const row = page.getByRole('row').filter({ hasText: 'bulk-05' })
  await comeBackUntilVisible(page, row.getByText('Deleted', { exact: true }))
  // The next image has come onto the page: it waits.
  await expect(page.getByRole('button', { name: '1 new image: show' })).toBeVisible()
  expect((await names(page)).slice(3, 6)).toEqual(['bulk-04', 'bulk-05', 'bulk-06'])
  await expect(page.getByText('2 selected')).toBeVisible()
  await expect(choose(page, 'bulk-05')).toHaveAttribute('aria-disabled', 'true')
  await choose(page, 'bulk-05').click({ force: true })
  await expect(choose(page, 'bulk-05')).not.toBeChecked()
  await page.getByRole('button', { name: 'Actions for bulk-05' }).click({ force: true })
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await findings(page)).toEqual([])
  await page.getByRole('heading', { name: 'Images', level: 1 }).click()
  await expect(row).toHaveCount(0)
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  expect(await names(page)).not.toContain('bulk-05')
})

test('exports into a file that the person picks, as it comes', async ({ dashboard: page, cloud }) => {
  // The browser's own dialog cannot be driven; a file of the browser's private disk is written in the same way.
  await page.addInitScript(() => {
    const pick = async ({ suggestedName }: { suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory()
      return folder.getFileHandle(suggestedName, { create: true })
    }
    Object.assign(window, { showSaveFilePicker: pick })
  })
  await page.goto('/images?sort=name&dir=asc')
  const start = async (format: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: format }).click()
  }
  const written = (format: string) =>
    page.evaluate(async (ending) => {
      const folder = await navigator.storage.getDirectory()
      const name = `images-${new Date().toISOString().slice(0, 10)}.${ending}`
      return (await (await folder.getFileHandle(name)).getFile()).text()
    }, format)
  await start('CSV')
  await expect(page.getByText('The file holds 23 images.')).toBeVisible()
  const csv = await written('csv')
  expect(csv.startsWith('id,name,status')).toBe(true)
  expect(csv.trim().split('\r\n')).toHaveLength(24)
  await page.reload()
  await start('JSON')
  await expect(page.getByText('The file holds 23 images.')).toBeVisible()
  const whole = await written('json')
  expect((JSON.parse(whole) as { name: string }[]).map(({ name }) => name)).toEqual(
    Array.from({ length: 23 }, (_, index) => `bulk-${String(index + 1).padStart(2, '0')}`),
  )
  await cloud.createImage({ name: 'one-more', visibility: 'private' })
  await page.route('**/v2/images?*limit=1000*', (route) => route.fulfill({ status: 503, body: '{"message": "Not now."}' }))
  await start('JSON')
  await expect(page.getByText('Not now.')).toBeVisible()
  expect(await written('json')).toBe(whole)
})

test('a person who picks no file exports nothing', async ({ dashboard: page }) => {
  await page.addInitScript(() => {
    const pick = async () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'))
    Object.assign(window, { showSaveFilePicker: pick })
  })
  await page.goto('/images')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'CSV' }).click()
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  await expect(page.locator('[data-sonner-toast]')).toHaveCount(0)
})
