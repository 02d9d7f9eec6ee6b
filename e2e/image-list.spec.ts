import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { chooseAction } from './support/choose-action'
import { expect, signIn, test } from './support/test'

const names = async (page: Page) =>
  page.getByRole('table', { name: 'Images' }).locator('tbody tr td:nth-child(2) a').allTextContents()

test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
  for (let i = 1; i <= 30; i++) {
    const visibility = i % 10 === 0 ? 'public' : i % 2 === 0 ? 'private' : 'shared'
    await cloud.createImage({ name: `image-${String(i).padStart(2, '0')}`, visibility, disk_format: i % 3 ? 'qcow2' : 'raw' })
  }
})

test('sorts on the server, and the address says how', async ({ dashboard: page }) => {
  const heading = page.getByRole('columnheader', { name: 'Sort by Name' })
  await page.getByRole('button', { name: 'Sort by Name' }).click()
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(() => names(page)).toEqual(expect.arrayContaining(['image-01', 'image-20']))
  expect((await names(page))[0]).toBe('image-01')
  await page.getByRole('button', { name: 'Sort by Name' }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await names(page))[0]).toBe('image-30')
})

const lastTen = Array.from({ length: 10 }, (_, index) => `image-${21 + index}`)

test('pages by marker, there and back, and a page is a link', async ({ dashboard: page }) => {
  await page.goto('/images?sort=name&dir=asc')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect.poll(async () => (await names(page)).length).toBe(20)
  await pages.getByRole('button', { name: 'Next' }).click()
  await expect.poll(() => names(page)).toEqual(lastTen)
  await expect(pages.getByRole('button', { name: 'Next' })).toBeDisabled()
  await page.reload()
  await expect.poll(() => names(page)).toEqual(lastTen)
  await pages.getByRole('button', { name: 'Previous' }).click()
  await expect.poll(async () => (await names(page))[0]).toBe('image-01')
})

test('a page that began after an image that is gone gives way to the one before', async ({ dashboard: page }) => {
  await page.goto(`/images?sort=name&dir=asc&after=${randomUUID()}`)
  await expect(page.getByText('What this page began after is gone.')).toBeVisible()
  await expect.poll(async () => (await names(page))[0]).toBe('image-01')
  await expect(page).not.toHaveURL(/after/)
})

test('filters by name, status, visibility and ranges, each in the address, and clears them', async ({ dashboard: page }) => {
  const filters = page.getByRole('search', { name: 'Filters' })
  await filters.getByRole('searchbox', { name: 'Exact name or ID' }).fill('image-07')
  await filters.getByRole('searchbox', { name: 'Exact name or ID' }).press('Enter')
  await expect(page).toHaveURL(/name=image-07/)
  await expect.poll(() => names(page)).toEqual(['image-07'])
  await filters.getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: 'Active' }).check()
  await expect(page.getByRole('heading', { name: 'No image matches these filters' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filters.getByRole('button', { name: 'Status: Active' })).toBeFocused()
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).first().click()
  await filters.getByRole('button', { name: 'Visibility', exact: true }).click()
  await page.getByRole('dialog', { name: 'Visibility' }).getByRole('radio', { name: 'Public' }).check()
  await expect.poll(async () => (await names(page)).sort()).toEqual(['image-10', 'image-20', 'image-30'])
  await expect(page).toHaveURL(/visibility=public/)
})

test('filters by lists of names and by properties from the menu', async ({ dashboard: page, cloud }) => {
  await cloud.createImage({ name: 'a, b', os_distro: 'debian' })
  const choose = async (filter: string, field: string, text: string) => {
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByRole('dialog', { name: 'Add filter' }).getByRole('button', { name: filter, exact: true }).click()
    const editor = page.getByRole('dialog', { name: filter })
    await editor.getByRole('textbox', { name: field }).fill(text)
    await editor.getByRole('button', { name: 'Apply' }).click()
  }
  await choose('Name or ID', 'Names or IDs', 'image-02\na, b')
  await expect.poll(async () => (await names(page)).sort()).toEqual(['a, b', 'image-02'])
  await choose('Properties', 'key=value', 'os_distro=debian')
  await expect.poll(() => names(page)).toEqual(['a, b'])
  await page.reload()
  await expect.poll(() => names(page)).toEqual(['a, b'])
  await page.getByRole('button', { name: 'Remove the filter Name or ID' }).click()
  await page.getByRole('button', { name: 'Properties: os_distro=debian' }).click()
  await page.getByRole('dialog', { name: 'Properties' }).getByRole('textbox').fill('limit=1')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('This cannot be searched for as a property: limit=1')).toBeVisible()
})

test('shows what went wrong with its request id, and recovers', async ({ dashboard: page }) => {
  await expect.poll(async () => (await names(page)).length).toBe(20)
  await page.route('**/v2/images?*', (route) =>
    route.fulfill({
      status: 503,
      headers: { 'x-openstack-request-id': 'req-e2e' },
      contentType: 'application/json',
      body: JSON.stringify({
        message: 'The database does not answer.',
        code: '503 Service Unavailable',
        title: 'Service Unavailable',
      }),
    }),
  )
  await page.getByRole('button', { name: 'Sort by Size' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The database does not answer.' })
  await expect(alert).toContainText('req-e2e')
  await expect(alert).toContainText('the operator has to bring the service back')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await alert.getByRole('button', { name: 'Copy report' }).click()
  const report = /^page: \/images\n.*^HTTP 503: The database does not answer\.\nrequest id: req-e2e$/ms
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(report)
  await page.unroute('**/v2/images?*')
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(alert).toBeHidden()
  await expect.poll(async () => (await names(page)).length).toBe(20)
})

test('an image of nobody knows where is told apart from a failure', async ({ dashboard: page }) => {
  await page.goto('/images/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('heading', { name: 'This image doesn’t exist, or your project can’t see it' })).toBeVisible()
})

test('a protected image says why it stays', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ name: 'kept', protected: true })
  await page.goto(`/images/${id}`)
  await chooseAction(page, 'Delete')
  const dialog = page.getByRole('alertdialog', { name: 'kept is protected' })
  await expect(dialog.getByText(`openstack image set --unprotected ${id}`)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Copy Command' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
})

test('long names can be told apart on a phone, and columns stay where they are', async ({ dashboard: page, cloud }) => {
  const common = 'ubuntu-24.04-server-cloudimg-amd64'
  for (const end of ['daily', 'release']) await cloud.createImage({ name: `${common}-${end}`, disk_format: 'vhdx' })
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/images')
  for (const end of ['daily', 'release']) {
    const link = page.getByRole('link', { name: `${common}-${end}` })
    await expect(link).toBeVisible()
    expect(await link.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  const edges = () =>
    page
      .getByRole('columnheader')
      .evaluateAll((headings) => headings.map((heading) => Math.round(heading.getBoundingClientRect().left)))
  await page.goto('/images?sort=name&dir=asc')
  await page.getByRole('link', { name: 'image-01' }).waitFor()
  const first = await edges()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('link', { name: `${common}-daily` }).waitFor()
  expect(await edges()).toEqual(first)
})

test('ids are whole where there is room, and no line of a row stands at its border', async ({ dashboard: page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const path of ['/images?tab=all', '/admin/images', '/admin/audit']) {
    await page.goto(path)
    await page.locator('tbody code:visible').first().waitFor()
    const cut = await page.locator('tbody code').evaluateAll((ids) => ids.filter((id) => id.scrollWidth > id.clientWidth).length)
    expect.soft(cut, path).toBe(0)
    const white = await page.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        const lines = [...row.querySelectorAll('code, a, p, button')].map((line) => line.getBoundingClientRect())
        const shown = lines.filter(({ height }) => height > 0)
        return [Math.min(...shown.map((line) => line.top)) - top, bottom - Math.max(...shown.map((line) => line.bottom))]
      }),
    )
    // What leads somewhere is a target, and reaches beyond its line.
    expect.soft(Math.min(...white.flat()), path).toBeGreaterThanOrEqual(2)
  }
})

test('the menu of a row is whole on a phone', async ({ dashboard: page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const middle = page.getByRole('button', { name: /^Actions for/ }).nth(2)
  await middle.click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeInViewport({ ratio: 1 })
  expect(await menu.evaluate((node) => node.scrollHeight - node.clientHeight)).toBe(0)
})

test('an empty list says that hidden images have the name, and the palette finds them', async ({ dashboard: page, cloud }) => {
  await cloud.createImage({ name: 'tucked-away', os_hidden: true })
  const field = page.getByRole('searchbox', { name: 'Exact name or ID' })
  await field.fill('tucked-away')
  await expect(page.getByRole('button', { name: 'Find' })).toBeVisible()
  await field.press('Enter')
  await expect(page.getByText('1 hidden image has this name or ID.')).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect.poll(() => names(page)).toEqual(['tucked-away'])
  await page.goto('/images?tab=community&os_hidden=true')
  await expect(page.getByRole('heading', { name: 'No hidden images' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the usual list' }).click()
  await expect(page).not.toHaveURL(/os_hidden/)
  await page.goto('/admin/images?name=tucked-away')
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByRole('link', { name: 'tucked-away' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('tucked-away')
  await page.getByRole('option', { name: /^tucked-away Hidden/ }).click()
  await expect(page.getByRole('heading', { name: 'tucked-away' })).toBeVisible()
})

test('a name that only another tab has is found there, and the way back from it leads to that list', async ({ page, cloud }) => {
  const { id } = await cloud.createImage({ name: 'from-outside', visibility: 'public' })
  const project = `finder-${Date.now()}`
  await cloud.createProject(project)
  const person = await cloud.createPerson('member', project)
  await signIn(page, person.password, person.name)
  await page.goto('/images?name=from-outside&status=queued')
  await expect(page.getByText('1 image matches under another tab.')).toBeVisible()
  await page.getByRole('link', { name: 'Show it' }).click()
  await expect.poll(() => names(page)).toEqual(['from-outside'])
  await page.getByRole('link', { name: 'from-outside' }).click()
  await expect(page).toHaveURL(`/images/${id}`)
  await page.reload()
  await page.getByRole('link', { name: 'Back to images' }).click()
  await expect(page).toHaveURL('/images?tab=all&name=from-outside&status=queued')
  await expect.poll(() => names(page)).toEqual(['from-outside'])
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(`/images/${id}`)
  await expect(elsewhere.getByRole('link', { name: 'Back to images' })).toHaveAttribute('href', '/images')
})

test('a list whose images are all hidden says so and shows them, and what is shown again can be opened', async ({
  page,
  cloud,
}) => {
  const project = `tidy-${Date.now()}`
  const projectId = await cloud.createProject(project)
  const person = await cloud.createPerson('member', project)
  const own = await cloud.createImage({ name: 'behind-the-scenes', os_hidden: true, owner: projectId })
  const given = await cloud.createImage({ name: 'given', visibility: 'shared' })
  await cloud.shareImage(given.id, projectId)
  await signIn(page, person.password, person.name)
  await expect(page.getByRole('heading', { name: 'All images here are hidden' })).toBeVisible()
  await expect(page.getByText('1 image is hidden from default lists.')).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  await page.getByRole('button', { name: 'Actions for behind-the-scenes' }).click()
  await page.getByRole('menuitem', { name: 'Show in lists' }).click()
  await expect(page.getByRole('heading', { name: 'No hidden images' })).toBeVisible()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page).toHaveURL(`/images/${own.id}`)

  await page.goto('/shares')
  await page.getByRole('button', { name: 'Accept given' }).click()
  await page.goto('/images?tab=shared')
  await expect(page.getByRole('link', { name: 'given' })).toBeVisible()
  await cloud.patchImage(given.id, [{ op: 'replace', path: '/os_hidden', value: true }])
  await page.reload()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect.poll(() => names(page)).toEqual(['given'])
})
