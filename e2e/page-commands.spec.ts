import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { makeQcow2 } from './support/disk-files'
import { expect, signIn, test } from './support/test'

test.beforeAll(async ({ cloud }) => {
  await cloud.deleteImages()
})

const bare = { disk_format: 'qcow2', container_format: 'bare' }
const field = (page: Page) => page.getByRole('combobox', { name: /^(Search and commands|搜索与命令)$/ })
const ofPage = (page: Page) => page.getByRole('group', { name: 'This page' })

/** The page listens to the key once its own code runs. */
const open = (page: Page) =>
  expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused({ timeout: 1000 })
  }).toPass()

/** Types a part of a command's name and takes it, by keys alone. */
async function choose(page: Page, text: string, option: string | RegExp) {
  await open(page)
  await page.keyboard.type(text)
  const first = ofPage(page).getByRole('option').first()
  await expect(first).toHaveAccessibleName(option)
  await expect(first).toHaveAttribute('data-highlighted')
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeHidden()
}

test('the palette has what the image’s page has, and the focus comes back from what it opens', async ({
  dashboard: page,
  cloud,
  server,
}) => {
  const { id } = await cloud.createImage(
    { name: 'commanded', visibility: 'private', ...bare },
    makeQcow2(server.folder, 'commanded.qcow2', 1),
  )
  await page.goto(`/images/${id}`)
  const edit = page.getByRole('main').getByRole('button', { name: 'Edit', exact: true })
  await edit.waitFor()
  await open(page)
  const options = ofPage(page).getByRole('option')
  const all = [
    'Edit',
    'Sharing',
    'Download',
    'Properties',
    'Activity',
    'Copy ID',
    'Copy to store',
    'Deactivate',
    'Compare with…',
    'Delete',
  ]
  for (const name of all) await expect(options.filter({ hasText: new RegExp(`^${name}`) })).toHaveCount(1)
  expect(await findings(page, ['region'])).toEqual([])
  await page.keyboard.press('Escape')

  await choose(page, 'edit', 'Edit')
  const sheet = page.getByRole('dialog', { name: 'Edit commanded' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(edit).toBeFocused()

  await choose(page, 'as a command', 'Copy as a command')
  const commands = page.getByRole('dialog', { name: 'commanded as a command' })
  await expect(commands).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(commands).toBeHidden()
  await expect(edit).toBeFocused()

  // With one store there is none to copy to.
  await choose(page, 'store', /^Copy to store.+/)
  const why = page.getByRole('dialog', { name: 'Why can’t I?' })
  await expect(why).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await expect(edit).toBeFocused()

  await choose(page, 'activity', 'Activity')
  await expect(page).toHaveURL(new RegExp(`${id}/activity$`))
  await page.getByRole('heading', { level: 1, name: 'Activity of commanded' }).waitFor()
  await choose(page, 'protect', 'Protect from deletion')
  await expect(page.getByText('commanded is protected from deletion.')).toBeVisible()
  await choose(page, 'remove prot', 'Remove the protection')
  await expect(page.getByText('commanded is no longer protected.')).toBeVisible()
  await choose(page, 'delete', 'Delete')
  const sure = page.getByRole('alertdialog', { name: 'Delete commanded?' })
  await sure.getByRole('button', { name: 'Delete image' }).press('Enter')
  await expect(page).toHaveURL(/\/images(\?.*)?$/)
  expect(await cloud.imagesNamed('commanded')).toEqual([])
})

test('what a command opened goes with its page', async ({ dashboard: page, cloud }) => {
  const { id } = await cloud.createImage({ name: 'left behind' })
  const sheet = page.getByRole('dialog', { name: 'Edit left behind' })
  for (const way of ['by the link in it', 'back and forth'] as const) {
    await page.goto(`/images/${id}`)
    await page.getByRole('main').getByRole('link', { name: 'Sharing', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Sharing of left behind' }).waitFor()
    await choose(page, 'edit', 'Edit')
    if (way === 'by the link in it') {
      await sheet.getByRole('link', { name: 'Custom properties and tags' }).click()
      await page.getByRole('heading', { level: 1, name: 'Properties of left behind' }).waitFor()
    } else {
      await expect(sheet).toBeVisible()
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: 'left behind' }).waitFor()
      await page.goForward()
      await page.getByRole('heading', { level: 1, name: 'Sharing of left behind' }).waitFor()
    }
    await expect(sheet).toBeHidden()
  }
})

test('what a person may not do says why in the palette too', async ({ page, cloud }) => {
  const { id } = await cloud.createImage({ name: 'refusing' })
  const reader = await cloud.createPerson('reader')
  await signIn(page, reader.password, reader.name)
  await page.goto(`/images/${id}/sharing`)
  await page.getByRole('heading', { level: 1, name: 'Sharing of refusing' }).waitFor()
  await choose(page, 'delete', /^Delete.*role “member” in project/)
  const why = page.getByRole('dialog', { name: 'Why can’t I?' })
  await expect(why).toContainText('delete_image')
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  expect((await cloud.image(id)).status).toBe('queued')
})

test('lists offer their own controls in the palette, in both languages', async ({ dashboard: page }) => {
  const main = page.getByRole('main')
  await page.goto('/images?tab=all&status=active')
  await main.getByRole('button', { name: 'Columns' }).waitFor()
  await choose(page, 'col', 'Columns')
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await expect(columns).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(columns).toBeHidden()
  await expect(main.getByRole('button', { name: 'Columns' })).toBeFocused()
  await choose(page, 'clear', 'Clear filters')
  await expect(page).not.toHaveURL(/status=/)

  await page.goto('/metadefs')
  const importing = main.getByRole('button', { name: 'Import JSON' })
  await importing.waitFor()
  await choose(page, 'json', 'Import JSON')
  const sheet = page.getByRole('dialog', { name: 'Import metadata definitions' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(importing).toBeFocused()

  await page.context().addCookies([{ name: 'vitrine-language', value: 'zh', url: page.url() }])
  await page.goto('/diagnostics')
  await page.getByRole('button', { name: '运行全部检查' }).waitFor()
  await open(page)
  await page.keyboard.type('检查')
  await expect(page.getByRole('group', { name: '本页' }).getByRole('option').first()).toHaveAccessibleName('运行全部检查')
})
