import type { Page } from '@playwright/test'
import { makeQcow2 } from './support/disk-files'
import { press, signInByKeyboard, tabTo, write } from './support/keyboard'
import { expect, test } from './support/test'
import { dock } from './support/uploads'

// No call in this file uses a mouse, or acts on an element that the keyboard has not reached.

const otherProject = `keyboard-${Date.now()}`
let otherId = ''
test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
  otherId = await cloud.createProject(otherProject)
})

const toast = (page: Page, text: string | RegExp) => page.locator('[data-sonner-toast]').filter({ hasText: text })

test('uploads, shares, accepts, edits and diagnoses by keyboard alone', async ({ page, browser, server, cloud }) => {
  await page.addInitScript(() => Object.assign(window, { showOpenFilePicker: undefined }))
  const owner = await cloud.createPerson('member')
  const consumer = await cloud.createPerson('member', otherProject)
  await signInByKeyboard(page, owner)

  await test.step('upload', async () => {
    const choosing = page.waitForEvent('filechooser')
    await press(page, page.getByRole('main').getByRole('button', { name: 'Upload image' }))
    await (await choosing).setFiles(makeQcow2(server.folder, 'by-keyboard.qcow2', 1))
    const sheet = page.getByRole('dialog', { name: 'Upload 1 image' })
    await expect(sheet).toHaveAccessibleDescription('To project admin. Nothing is sent before you start.')
    await expect(sheet.getByRole('combobox', { name: 'Disk format' })).toHaveValue('qcow2')
    await write(page, sheet.getByRole('textbox', { name: 'Name' }), 'typed')
    await tabTo(page, sheet.getByRole('combobox', { name: 'Visibility' }))
    await page.keyboard.press('s')
    await expect(sheet.getByRole('combobox', { name: 'Visibility' })).toHaveValue('shared')
    await press(page, sheet.getByRole('button', { name: 'Start upload' }))
    const uploads = dock(page)
    await expect(uploads.getByText('Active')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'typed (by-keyboard.qcow2) is uploaded and active.' })).toHaveCount(1)
    await expect(uploads.getByRole('link', { name: 'Open typed' })).toBeVisible()
    await press(page, uploads.getByRole('button', { name: 'Remove typed (by-keyboard.qcow2) from this list' }))
  })

  await test.step('find it in the list, and share it', async () => {
    const table = page.getByRole('table', { name: 'Images' })
    await expect(table.getByRole('columnheader', { name: 'Sort by Name' })).toBeVisible()
    await expect(table.getByRole('button', { name: 'Actions for typed' })).toBeVisible()
    await page.keyboard.press('j')
    await expect(table.getByRole('link', { name: 'typed' })).toBeFocused()
    await page.keyboard.press('s')
    await press(page, page.getByRole('button', { name: 'Share with project' }))
    const sheet = page.getByRole('dialog', { name: 'Share typed' })
    await write(page, sheet.getByRole('combobox', { name: 'Project' }), otherId)
    await press(page, sheet.getByRole('button', { name: 'Share', exact: true }))
    await expect(toast(page, /^Shared with/)).toBeVisible()
    const members = page.getByRole('table', { name: 'Projects it is shared with' })
    await expect(members.getByRole('row').filter({ hasText: otherId })).toContainText('Pending')
  })

  await test.step('accept it', async () => {
    const other = await (await browser.newContext({ baseURL: server.url })).newPage()
    await signInByKeyboard(other, consumer)
    await other.getByRole('link', { name: '1 shared image waits for an answer' }).waitFor()
    const [{ id } = { id: '' }] = await cloud.imagesNamed('typed')
    await other.goto(`/shares?image=${id}&project=${otherId}`)
    const offer = other.getByRole('region', { name: 'Invitation' }).getByRole('article', { name: 'typed' })
    await press(other, offer.getByRole('button', { name: 'Accept typed' }))
    await expect(toast(other, 'typed is accepted')).toBeVisible()
    await expect(offer).toBeFocused()
    await other.context().close()
  })

  await test.step('edit a property', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('table', { name: 'Images' }).getByRole('link', { name: 'typed' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'typed' }).waitFor()
    await page.keyboard.press('e')
    await write(page, page.getByRole('textbox', { name: 'Key' }), 'cost_center')
    await write(page, page.getByRole('textbox', { name: 'Value' }), '4711')
    await press(page, page.getByRole('button', { name: 'Add property' }))
    await press(page, page.getByRole('button', { name: 'Review changes (1)' }))
    const sheet = page.getByRole('dialog', { name: 'Review changes' })
    await press(page, sheet.getByRole('button', { name: 'Save' }))
    await expect(toast(page, '1 change is saved.')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Properties of typed' })).toBeFocused()
    expect((await cloud.imagesNamed('typed'))[0]).toMatchObject({ cost_center: '4711' })
  })

  await test.step('diagnose', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused()
    await page.keyboard.type('diagn')
    await expect(page.getByRole('option', { name: 'Diagnostics' })).toBeVisible()
    await page.keyboard.press('Enter')
    await press(page, page.getByRole('button', { name: 'Run all checks' }))
    await expect(page.getByRole('status').filter({ hasText: 'Everything works' })).toHaveCount(1, { timeout: 60_000 })
    await tabTo(page, page.getByRole('button', { name: 'Copy report' }))
  })
})

test('a dialog names itself, keeps the focus, and gives it back', async ({ page, cloud, server }) => {
  await cloud.createImage({ name: 'guarded', protected: true })
  await signInByKeyboard(page, { name: 'admin', password: server.password })
  const menu = page.getByRole('button', { name: 'Actions for guarded' })
  await press(page, menu)
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'guarded is protected' })
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
})
