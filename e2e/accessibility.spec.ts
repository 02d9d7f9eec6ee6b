import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectSound, findings, languages } from './support/axe'
import { chooseAction } from './support/choose-action'
import { makeQcow2 } from './support/disk-files'
import { dropFiles } from './support/drop'
import { silentControls, troubleOf } from './support/page-trouble'
import { type DashboardPages, fillEveryPage, openSettled } from './support/pages'
import { expect, signIn, test } from './support/test'

let pages: DashboardPages
test.beforeAll(async ({ cloud, server }) => {
  pages = await fillEveryPage(cloud, server.folder)
})

for (const language of languages) {
  test(`axe finds nothing on any page in either theme, and nothing is cut off, ${language}`, async ({
    page,
    server,
    context,
  }) => {
    // Every page there is: a busy machine needs more than the usual time.
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    await page.goto('/login')
    await expectSound(page, language, '/login')
    await context.clearCookies({ name: 'vitrine-language' })
    await signIn(page, server.password)
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    const trouble = troubleOf(page)
    for (const path of Object.values(pages)) {
      await openSettled(page, path)
      await expectSound(page, language, path)
      expect.soft(await silentControls(page), path).toEqual([])
      expect.soft(trouble.splice(0), path).toEqual([])
    }
  })
}

// Menus and lists that pop up stand at the end of the document on purpose; axe knows this only of dialogs.
const outsideLandmarks = ['region']

test('axe finds nothing in what opens over a page', async ({ dashboard: page, server }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Account and settings of admin' }).click()
  await page.getByRole('menu').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: /^Project/ }).click()
  await page.getByRole('option', { name: 'admin' }).waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await page.goto(pages.image)
  await chooseAction(page, 'Delete')
  await page.getByRole('alertdialog').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await dropFiles(page, [makeQcow2(server.folder, 'axe.qcow2', 1)])
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Advanced').click()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await page.getByRole('region', { name: 'Uploads' }).getByText('Active').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
})

test('axe finds nothing in what opens over the image list', async ({ dashboard: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(pages.images)
  for (const name of ['Add filter', 'Views', 'Columns', 'Export']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog', { name }).waitFor()
    expect(await findings(page, outsideLandmarks), name).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
  }
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  const chosen = page.getByRole('group', { name: 'Selected images' })
  await chosen.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await chosen.getByRole('button', { name: 'Change the selected images' }).click()
  await page.getByRole('menuitem', { name: 'Remove the protection' }).click()
  await page.getByText('0 failed').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
})

test('axe finds nothing in what opens while sharing', async ({ dashboard: page, cloud }) => {
  const offered = `offered-${Date.now()}`
  await cloud.createProject(offered)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(pages.sharing)
  await page.getByRole('button', { name: 'Share with project' }).click()
  await page.getByRole('combobox', { name: 'Project', exact: true }).fill('admin')
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.getByRole('combobox', { name: 'Project', exact: true }).fill('an-unknown-project')
  await page.getByText('There is no enabled project').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.getByRole('combobox', { name: 'Project', exact: true }).fill(offered)
  await page.getByRole('region', { name: 'What happens' }).waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (const name of [/^Revoke the access of web-shop/, /^Answer for web-shop/, /^Make Public/]) {
    await page.getByRole('button', { name }).click()
    await page.getByRole('alertdialog').waitFor()
    expect(await findings(page, outsideLandmarks), String(name)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  }
})

test('axe finds nothing in what is refused, and in the question before forms are thrown away', async ({
  page,
  server,
  cloud,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /^Actions for rocky/ }).click()
  const refused = page.getByRole('menuitem', { name: /^Finish upload/ })
  await refused.waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await refused.press('Enter')
  await page.getByRole('heading', { name: 'The rule upload_image' }).waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])

  await page.context().clearCookies()
  await signIn(page, server.password)
  const text = join(server.folder, 'a-file-with-a-long-name-that-is-no-disk-image.qcow2')
  writeFileSync(text, 'no disk image')
  await dropFiles(page, [text])
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: 'Disk format' }).selectOption('qcow2')
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await sheet.getByText('1 file needs a correction.').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  expect(await findings(page, outsideLandmarks)).toEqual([])
})

test('everything on the list can be reached by keyboard', async ({ dashboard: page }) => {
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Upload image' })).toBeFocused()
  const menu = page.getByRole('button', { name: /^Actions for debian-13/ })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
})
