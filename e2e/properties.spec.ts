import type { Page } from '@playwright/test'
import { expectSound, findings, languages } from './support/axe'
import { expect, signIn, test } from './support/test'

const fields = { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' }
const own = { hw_disk_bus: 'floppy-drive', os_require_quiesce: 'true', hw_watchdog_action: 'pause', 'team/owner~1': 'infra' }

const list = (page: Page) => page.getByRole('list', { name: 'Custom properties' })
const catalogue = (page: Page) => page.getByRole('region', { name: 'Metadata definitions' })
const toast = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text })

async function review(page: Page, count: number) {
  await page.getByRole('button', { name: `Review changes (${count})` }).click()
  return page.getByRole('dialog', { name: 'Review changes' })
}

test('properties are found, changed by fitting controls, reviewed, and saved as what differs', async ({
  dashboard: page,
  cloud,
}) => {
  const { id } = await cloud.createImage({ ...fields, ...own, name: 'edited', untouched: 'as it was', tags: ['old'] })
  await page.goto(`/images/${id}`)
  await page.getByRole('link', { name: 'Edit custom properties' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Properties of edited' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review changes (0)' })).toBeDisabled()

  const bus = list(page).getByRole('combobox', { name: 'hw_disk_bus' })
  await expect(bus).toHaveValue('floppy-drive')
  await expect(bus).toHaveAccessibleDescription(/The definition does not list this value/)
  await list(page).getByRole('combobox', { name: 'hw_watchdog_action' }).selectOption('reset')
  await list(page).getByRole('switch', { name: 'os_require_quiesce' }).click()
  await list(page).getByRole('button', { name: 'Remove team/owner~1' }).click()
  await expect(list(page)).toContainText('Will be removed. It was: infra')

  await catalogue(page).getByRole('searchbox').fill('shut down seconds')
  await catalogue(page).getByRole('button', { name: 'Add os_shutdown_timeout' }).click()
  const timeout = list(page).getByRole('spinbutton', { name: 'os_shutdown_timeout' })
  await expect(timeout).toBeFocused()
  await expect(timeout).toHaveValue('')
  await timeout.fill('-5')
  await expect(timeout).toHaveAccessibleDescription(/The definition asks for 0 to ∞/)
  await timeout.fill('90')

  await catalogue(page).getByRole('searchbox').fill('architecture')
  await catalogue(page).getByRole('button', { name: 'Add architecture', exact: true }).click()
  const architecture = list(page).getByRole('combobox', { name: 'architecture' })
  await expect(architecture).toHaveValue('')
  await architecture.fill('ppc64l')
  await page.getByRole('option', { name: 'ppc64le' }).click()
  await expect(architecture).toHaveValue('ppc64le')

  const key = page.getByRole('textbox', { name: 'Key' })
  const add = page.getByRole('button', { name: 'Add property' })
  for (const [name, reason] of [
    ['untouched', 'There is already a property with this name.'],
    ['os_glance_secret', 'Only the service itself writes this name.'],
    ['checksum', 'This is a field of the image itself'],
  ] as const) {
    await key.fill(name)
    await add.click()
    await expect(key).toHaveAccessibleDescription(new RegExp(reason))
  }
  await key.fill('cost/center')
  await page.getByRole('textbox', { name: 'Value' }).fill('4711')
  await add.click()
  await page.getByText('Paste many at once').click()
  const lines = page.getByRole('textbox', { name: 'Lines of key=value' })
  await lines.fill('no equals sign')
  await expect(page.getByText('Line 1: There is no = in it.')).toBeVisible()
  await lines.fill('# from the wiki\npasted=a=b')
  await page.getByRole('button', { name: 'Add 1 property' }).click()
  await page.getByRole('textbox', { name: 'Add to Tags' }).fill('golden')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove old' }).click()

  const sheet = await review(page, 8)
  await expect(sheet.getByRole('listitem').filter({ hasText: 'hw_watchdog_action' })).toContainText('pausebecomesreset')
  await expect(sheet).toContainText('Added: golden')
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await sheet.getByRole('button', { name: 'Save' }).click()
  expect((await sent).postDataJSON()).toEqual([
    { op: 'add', path: '/architecture', value: 'ppc64le' },
    { op: 'add', path: '/cost~1center', value: '4711' },
    { op: 'replace', path: '/hw_watchdog_action', value: 'reset' },
    { op: 'replace', path: '/os_require_quiesce', value: 'false' },
    { op: 'add', path: '/os_shutdown_timeout', value: '90' },
    { op: 'add', path: '/pasted', value: 'a=b' },
    { op: 'remove', path: '/team~1owner~01' },
    { op: 'replace', path: '/tags', value: ['golden'] },
  ])
  await expect(toast(page, '8 changes are saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review changes (0)' })).toBeVisible()
  const saved = await cloud.image(id)
  expect(saved).toMatchObject({ hw_disk_bus: 'floppy-drive', untouched: 'as it was', 'cost/center': '4711', tags: ['golden'] })
  expect(saved).not.toHaveProperty('team/owner~1')
})

test('what somebody else has changed meanwhile is asked about, and the rest of theirs stays', async ({
  dashboard: page,
  cloud,
}) => {
  const { id } = await cloud.createImage({ ...fields, name: 'contested', a: '1', b: '1', c: '1' })
  await page.goto(`/images/${id}/properties`)
  await list(page).getByRole('textbox', { name: 'a', exact: true }).fill('mine')
  await list(page).getByRole('textbox', { name: 'b', exact: true }).fill('mine')
  await cloud.patchImage(id, [
    { op: 'replace', path: '/a', value: 'theirs' },
    { op: 'remove', path: '/b' },
    { op: 'replace', path: '/c', value: 'theirs' },
  ])
  const sheet = await review(page, 2)
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.getByRole('alert')).toContainText('2 properties that you changed')
  await expect(sheet.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(sheet.getByRole('radio').first()).toBeFocused()
  expect(await findings(page, ['region'])).toEqual([])
  expect(await cloud.image(id)).toMatchObject({ a: 'theirs' })
  await expect(sheet.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(0)
  await sheet.getByRole('group', { name: 'a' }).getByRole('radio', { name: 'Theirs: theirs' }).check()
  await sheet.getByRole('group', { name: 'b' }).getByRole('radio', { name: 'Yours: mine' }).check()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(toast(page, '1 change is saved.')).toBeVisible()
  expect(await cloud.image(id)).toMatchObject({ a: 'theirs', b: 'mine', c: 'theirs' })

  await test.step('also while the save is on its way', async () => {
    await list(page).getByRole('textbox', { name: 'c', exact: true }).fill('mine')
    let held = false
    await page.route(`**/v2/images/${id}`, async (route) => {
      if (held || route.request().method() !== 'PATCH') return route.continue()
      held = true
      // Times of images are whole seconds.
      await page.waitForTimeout(1100)
      await cloud.patchImage(id, [{ op: 'replace', path: '/c', value: 'quicker' }])
      await route.continue()
    })
    await (await review(page, 1)).getByRole('button', { name: 'Save' }).click()
    await sheet.getByRole('group', { name: 'c' }).getByRole('radio', { name: 'Theirs: quicker' }).waitFor()
    expect(await cloud.image(id)).toMatchObject({ c: 'quicker' })
  })
})

test('what is new waits for its value, and what becomes empty is said before it is saved', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'waiting', note: 'before' })
  await page.goto(`/images/${id}/properties?q=disk+bus`)
  await catalogue(page).getByRole('button', { name: 'Add hw_disk_bus' }).click()
  const bus = list(page).getByRole('combobox', { name: 'hw_disk_bus' })
  await expect(bus).toBeFocused()
  await expect(bus).toHaveValue('')
  await expect(bus.getByRole('option').first()).toHaveText('Choose…')
  await expect(bus).toHaveAttribute('required')
  await catalogue(page).getByRole('searchbox').fill('os_require_quiesce')
  await catalogue(page).getByRole('button', { name: 'Add os_require_quiesce' }).click()
  const quiesce = list(page).getByRole('combobox', { name: 'os_require_quiesce' })
  await expect(quiesce).toHaveAccessibleDescription(/A value is needed/)
  await list(page).getByRole('textbox', { name: 'note' }).fill('')

  const sheet = await review(page, 3)
  await expect(sheet.getByText('2 properties have no value yet')).toBeVisible()
  const save = sheet.getByRole('button', { name: 'Save' })
  await expect(save).toBeDisabled()
  await expect(save).toHaveAccessibleDescription(/Give a value or remove the property/)
  await expect(sheet.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toContainText('An empty value will be stored.')
  expect(await findings(page, ['region'])).toEqual([])
  await sheet.getByRole('button', { name: 'Go to os_require_quiesce' }).click()
  await expect(quiesce).toBeFocused()
  await quiesce.selectOption('true')
  await expect(quiesce).toBeFocused()
  await list(page).getByRole('button', { name: 'Remove hw_disk_bus' }).click()
  await page.getByText('Paste many at once').click()
  await page.getByRole('textbox', { name: 'Lines of key=value' }).fill('hw_cdrom_bus=floppyx')
  await page.getByRole('button', { name: 'Add 1 property' }).click()
  await review(page, 3)
  const misfit = sheet.getByRole('listitem').filter({ hasText: 'hw_cdrom_bus' })
  await expect(misfit).toContainText('The definition does not list this value.')
  await save.click()
  await expect(toast(page, '3 changes are saved.')).toBeVisible()
  expect(await cloud.image(id)).toMatchObject({ note: '', os_require_quiesce: 'true', hw_cdrom_bus: 'floppyx' })
  expect(await cloud.image(id)).not.toHaveProperty('hw_disk_bus')
})

test('what was typed and not added is asked about, and taken into the review', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'half-typed', note: 'before' })
  await page.goto(`/images/${id}/properties`)
  const key = page.getByRole('textbox', { name: 'Key' })
  const value = page.getByRole('textbox', { name: 'Value' })
  const tag = page.getByRole('textbox', { name: 'Add to Tags' })
  const open = page.getByRole('button', { name: /^Review changes/ })
  const sheet = page.getByRole('dialog', { name: 'Review changes' })
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  for (const field of [key, value, tag]) {
    await field.fill('something')
    await page.getByRole('link', { name: 'Back to the image' }).click()
    await dialog.getByRole('button', { name: 'Stay' }).click()
    await field.fill('')
    await expect(open).toBeDisabled()
  }
  for (const [name, text, field, message] of [
    ['', '4711', key, /Name the property/],
    ['note', '4711', key, /There is already a property with this name/],
    ['cost_center', '', value, /There is no value yet/],
  ] as const) {
    await key.fill(name)
    await value.fill(text)
    await open.click()
    await expect(field).toBeFocused()
    await expect(field).toHaveAccessibleDescription(message)
    await expect(sheet).toBeHidden()
  }
  await value.fill('4711')
  await tag.fill('golden')
  await review(page, 2)
  await expect(sheet.getByRole('listitem').filter({ hasText: 'cost_center' })).toContainText('not setbecomes4711')
  await expect(sheet).toContainText('Added: golden')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(toast(page, '2 changes are saved.')).toBeVisible()
  await expect(key).toHaveValue('')
  await expect(tag).toHaveValue('')
  expect(await cloud.image(id)).toMatchObject({ cost_center: '4711', tags: ['golden'], note: 'before' })
})

test('leaving with unsaved changes asks, whatever the way', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'left', note: 'before' })
  await page.goto(`/images/${id}`)
  await page.getByRole('link', { name: 'Edit custom properties' }).click()
  const note = list(page).getByRole('textbox', { name: 'note' })
  await note.fill('after')
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  const ways = {
    link: () => page.getByRole('link', { name: 'Back to the image' }).click(),
    back: () => page.evaluate(() => window.history.back()),
    keys: async () => {
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('g')
      await page.keyboard.press('i')
    },
    palette: async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('option', { name: 'Uploads', exact: true }).click()
    },
  }
  for (const [way, leave] of Object.entries(ways)) {
    await test.step(way, async () => {
      await leave()
      await dialog.getByRole('button', { name: 'Stay' }).click()
      await expect(page).toHaveURL(`/images/${id}/properties`)
      await expect(note).toHaveValue('after')
    })
  }
  await ways.back()
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(`/images/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'left' })).toBeVisible()
  await page.goForward()
  await expect(note).toHaveValue('before')
  await page.goBack()
  await expect(page).toHaveURL(`/images/${id}`)
  expect(await cloud.image(id)).toMatchObject({ note: 'before' })
})

test('another language takes nothing away of what is being written', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'translated', note: 'before' })
  await page.goto(`/images/${id}/properties`)
  await page.getByRole('textbox', { name: 'note' }).fill('after')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('Language: 简')
  await page.getByRole('option', { name: 'Language: 简体中文' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('textbox', { name: 'note' })).toHaveValue('after')
})

test('a reader sees the properties, and why they cannot be changed', async ({ page, cloud }) => {
  const { id } = await cloud.createImage({ ...fields, name: 'read', note: 'to read', os_require_quiesce: 'yes' })
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto(`/images/${id}/properties`)
  await expect(page.getByText('You can read these properties, not change them')).toBeVisible()
  await expect(list(page).getByRole('textbox', { name: 'note' })).toBeDisabled()
  await expect(list(page).getByRole('switch', { name: 'os_require_quiesce' })).toBeDisabled()
  await expect(list(page).getByRole('button', { name: 'Remove note' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Add property' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Add to Tags' })).toBeDisabled()
  await page.getByRole('button', { name: /^Review changes/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The rule modify_image' })).toBeVisible()
})

for (const language of languages) {
  test(`axe finds nothing and nothing is cut off on the properties, ${language}`, async ({
    dashboard: page,
    cloud,
    context,
    server,
  }) => {
    const { id } = await cloud.createImage({ ...fields, ...own, name: 'looked-at', os_shutdown_timeout: '60', tags: ['golden'] })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'vitrine-language', value: language, url: server.url }])
    await page.goto(`/images/${id}/properties?q=disk`)
    await page.getByRole('button', { name: /hw_cdrom_bus$/ }).waitFor()
    await page.getByRole('combobox', { name: 'hw_watchdog_action' }).selectOption('reset')
    await expectSound(page, language, 'the properties')
    await page.locator('main h1').locator('xpath=../..').getByRole('button').click()
    await page.getByRole('dialog').waitFor()
    expect(await findings(page, ['region'])).toEqual([])
  })
}
