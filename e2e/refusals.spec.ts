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
  await page.getByRole('button', { name: 'Actions for unfilled' }).click()
  for (const name of [/^Finish upload/, /^Delete/]) {
    await expect(page.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByRole('menuitem', { name })).toContainText(why)
  }
  await page.keyboard.press('Escape')
  await page.goto(`/images/${queuedId}`)
  await expect(page.getByRole('button', { name: 'Finish upload' })).toHaveAccessibleDescription(why)
  await page.getByRole('button', { name: 'Actions for unfilled' }).click()
  for (const name of [/^Hide/, /^Protect/, /^Delete/]) await expect(page.getByRole('menuitem', { name })).toContainText(why)
})

/** What opens over the page when something refused is pressed. */
const explanation = (page: Page) => page.getByRole('dialog', { name: 'Why can’t I?' })

async function expectRule(page: Page, action: string) {
  const said = explanation(page)
  await expect(said).toContainText(why)
  await expect(said).toContainText('An administrator of the project: grant the role member on project admin')
  await expect(said).toContainText(`The operator of the cloud: change the rule ${action}`)
  await expect(said.getByText('reader', { exact: true })).toBeVisible()
  await expect(said.getByText('role:member', { exact: true })).toBeVisible()
  await expect(said.getByRole('heading', { name: `The rule ${action}` })).toBeVisible()
}

test('a reader learns the rule, the clause that failed and who can grant it, by keyboard and by touch', async ({
  page,
  cloud,
}) => {
  const asked: string[] = []
  page.on('request', (request) => request.url().endsWith('/api/explain') && asked.push(request.postData() ?? ''))
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  const upload = page.getByRole('button', { name: 'Upload image' })
  await upload.focus()
  await page.keyboard.press('Enter')
  await expectRule(page, 'add_image')
  await page.keyboard.press('Escape')
  await expect(explanation(page)).toBeHidden()
  await expect(upload).toBeFocused()
  // One question for each action, however many rows there are.
  expect(asked.filter((body) => !body.includes('image_id')).length).toBeLessThanOrEqual(3)

  const menu = page.getByRole('button', { name: 'Actions for unfilled' })
  await menu.click()
  await page.getByRole('menuitem', { name: /^Delete/ }).press('Enter')
  await expectRule(page, 'delete_image')
  await page.keyboard.press('Escape')
  await expect(explanation(page)).toBeHidden()
  await expect(menu).toBeFocused()

  await page.goto(`/images/${queuedId}`)
  // Playwright itself would wait until the button is enabled.
  await page.getByRole('button', { name: 'Finish upload' }).click({ force: true })
  await expectRule(page, 'upload_image')
  await explanation(page).getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Actions for unfilled' }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).press('Enter')
  await expectRule(page, 'delete_image')

  await page.goto('/uploads')
  await page.getByRole('button', { name: 'Choose files' }).click({ force: true })
  await expectRule(page, 'add_image')

  for (const way of ['/images/new', '/images/new?from=url']) {
    await page.goto(way)
    await expect(page.getByText('You cannot create images here')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('The operator of the cloud: change the rule add_image')
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(0)
  }
})

test('an explanation is Chinese for who reads Chinese', async ({ page, cloud, context, server }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await context.addCookies([{ name: 'vitrine-language', value: 'zh', url: server.url }])
  await page.goto('/images')
  await page.getByRole('button', { name: '上传镜像' }).first().click({ force: true })
  const said = page.getByRole('dialog', { name: '为什么不能操作？' })
  await expect(said).toContainText('项目管理员：在项目 admin 中授予角色 member')
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
  await page.getByRole('button', { name: 'Download' }).click({ force: true })
  await expectRule(page, 'download_image')
  const inRow = page.getByRole('menuitem', { name: 'Download' })
  await page.goto('/images')
  await page.getByRole('button', { name: 'Actions for whole' }).click()
  await expect(inRow).toHaveAttribute('aria-disabled', 'true')
  // As if the rules had changed since the page has asked.
  await page.route('**/api/explain', (route) => route.fulfill({ json: { allowed: true, decision: { allowed: true } } }))
  await page.reload()
  await page.getByRole('button', { name: 'Actions for whole' }).click()
  await expect(inRow).not.toHaveAttribute('aria-disabled')
  await inRow.click()
  await expect(toast(page, 'You may not do this')).toContainText(/Request ID req-/)
  expect(downloads).toBe(0)
  await page.getByRole('link', { name: 'Why was this refused?' }).first().click()
  await expect(page).toHaveURL(/\/diagnostics\?request=req-/)
})

test('an image that is not there leads to its diagnosis', async ({ dashboard: page }) => {
  await page.goto('/images/00000000-0000-4000-8000-000000000000')
  const link = page.getByRole('link', { name: 'Diagnose' })
  await expect(link).toHaveAttribute('href', /\/diagnostics\?request=req-.*&image=00000000-/)
})

test('a download after the session has ended asks to sign in, and begins then', async ({ dashboard: page, context, server }) => {
  await page.goto(`/images/${activeId}`)
  await page.getByRole('link', { name: 'Download' }).waitFor()
  await context.clearCookies({ name: /session-token/ })
  await page.getByRole('link', { name: 'Download' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Password').fill(server.password)
  const begun = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await begun
  await expect(dialog).toBeHidden()
})
