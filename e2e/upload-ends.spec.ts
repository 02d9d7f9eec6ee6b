import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { dropFiles } from './support/drop'
import { expect, imageList, test } from './support/test'
import { dock, startUploads } from './support/uploads'

const notifications = (page: Page) => page.getByRole('region', { name: /^Notifications/ })
const told = (page: Page, name: string) => page.getByRole('status').filter({ hasText: name })

test('what is uploaded can be opened and shared from where it is said', async ({ dashboard: page, server, cloud }) => {
  await startUploads(page, [makeQcow2(server.folder, 'to-share.qcow2', 1)])
  await expect(notifications(page).getByRole('button', { name: 'Open' })).toBeVisible()
  await notifications(page).getByRole('button', { name: 'Share' }).click()
  const [image] = await cloud.imagesNamed('to-share')
  await expect(page).toHaveURL(`/images/${image?.id}/sharing`)
  await expect(page.getByRole('button', { name: 'Share with project' })).toBeVisible()
})

test('what everybody sees is not offered to be shared', async ({ dashboard: page, server, cloud }) => {
  await dropFiles(page, [makeQcow2(server.folder, 'for-all.qcow2', 1)])
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: 'Visibility' }).selectOption('community')
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await notifications(page).getByRole('button', { name: 'Open' }).waitFor()
  await expect(notifications(page).getByRole('button')).toHaveText(['Open'])
  await notifications(page).getByRole('button', { name: 'Open' }).click()
  await expect(page).toHaveURL(`/images/${(await cloud.imagesNamed('for-all'))[0]?.id}`)
})

test('who may not share an image is not offered to', async ({ dashboard: page, server }) => {
  await page.route('/api/explain', async (route) => {
    if (route.request().postDataJSON().action !== 'add_member') return route.fallback()
    const response = await route.fetch()
    const explanation = await response.json()
    await route.fulfill({ response, json: { ...explanation, decision: { ...explanation.decision, allowed: false } } })
  })
  await startUploads(page, [makeQcow2(server.folder, 'kept.qcow2', 1)])
  await notifications(page).getByRole('button', { name: 'Open' }).waitFor()
  await expect(notifications(page).getByRole('button')).toHaveText(['Open'])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('why the data are refused is told as the row shows it, once', async ({ dashboard: page, server }) => {
  const [why, rule] = ['It refers to another file as its base, which the cloud does not have.', /failed the safety check/]
  await dropFiles(page, [overlay(server.folder, 'refused-en')])
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('checkbox', { name: 'Upload it anyway' }).check()
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await expect(told(page, 'Upload of refused-en.qcow2 failed.')).toContainText(why)
  await expect(told(page, 'refused-en')).not.toContainText(rule)
  await expect(dock(page).getByText(why)).toHaveCount(1)
  await expect(dock(page).getByText(rule)).toHaveCount(1)
  await expect(dock(page).getByText(rule)).toBeHidden()
})

test.describe('in Chinese', () => {
  test.beforeEach(async ({ context, server, dashboard: page }) => {
    await context.addCookies([{ name: 'vitrine-language', value: 'zh', url: server.url }])
    await page.goto('/images')
    await page.getByRole('heading', { name: '镜像', level: 1 }).waitFor()
    await imageList(page).waitFor()
  })

  test('the reason of a refusal is told in Chinese', async ({ dashboard: page, server }) => {
    const why = '它以另一个文件为基础，而云中没有该文件。'
    await dropFiles(page, [overlay(server.folder, 'refused-zh')])
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('checkbox', { name: '仍然上传' }).check()
    await sheet.getByRole('button', { name: '开始上传' }).click()
    await expect(told(page, 'refused-zh.qcow2 上传失败。')).toContainText(why)
    await expect(page.getByRole('region', { name: '上传' }).getByText(why)).toHaveCount(1)
  })

  test('a sentence of the server is told in the Chinese that the row shows', async ({ dashboard: page, server }) => {
    const why = '您没有权限执行此操作：需要角色 admin。'
    const message = 'You are not allowed to do this: it needs the role admin.'
    await page.route(/\/v2\/images$/, (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 403, json: { message } }) : route.fallback(),
    )
    await dropFiles(page, [makeQcow2(server.folder, 'forbidden.qcow2', 1)])
    await page.getByRole('dialog').getByRole('button', { name: '开始上传' }).click()
    await expect(told(page, 'forbidden.qcow2 上传失败。')).toContainText(why)
    await expect(told(page, 'forbidden')).not.toContainText(message)
    await expect(page.getByRole('region', { name: '上传' }).getByText(why)).toHaveCount(1)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

/** A file that the server refuses, because it only holds what differs from another one. */
function overlay(folder: string, name: string): string {
  const path = join(folder, `${name}.qcow2`)
  const base = makeQcow2(folder, `${name}-base.qcow2`, 1)
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', base, '-F', 'qcow2', path])
  return path
}
