import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, signIn, test } from './support/test'

const definition = {
  namespace: 'Team::Backup',
  display_name: 'Backups',
  description: 'What is saved, and how often.',
  visibility: 'public',
  protected: true,
  resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'team_' }],
  properties: {
    backup: { title: 'Backup', type: 'string', enum: ['daily', 'weekly'] },
    keep: { title: 'Days to keep', type: 'integer', minimum: 1, maximum: 365, default: 30 },
  },
  objects: [{ name: 'Place', properties: { room: { title: 'Room', type: 'string' } } }],
  tags: [{ name: 'critical' }],
}
const path = `/metadefs/${encodeURIComponent(definition.namespace)}`
const image = { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' }

const row = (page: Page, name: string) => page.getByRole('table').getByRole('row').filter({ hasText: name })
const diff = (page: Page) => page.getByRole('dialog').getByRole('region', { name: 'Team::Backup' })

async function openImport(page: Page, json: string) {
  await page.goto('/metadefs')
  await page.getByRole('button', { name: 'Import JSON' }).click()
  const sheet = page.getByRole('dialog', { name: 'Import metadata definitions' })
  await sheet.getByRole('textbox', { name: 'JSON' }).fill(json)
  return sheet
}

test('definitions are imported after a dry run, edited, and offered by the property editor', async ({
  dashboard: page,
  cloud,
}) => {
  const misfit = { ...definition, colour: 1, properties: { backup: { type: 'string' } } }
  const sheet = await openImport(page, JSON.stringify(misfit, null, 2))
  await sheet.getByRole('button', { name: 'Dry run' }).click()
  await expect(sheet.getByRole('alert')).toContainText('2 places are not valid. Nothing is written.')
  await expect(sheet.getByRole('alert')).toContainText('/properties/backup/title')
  await expect(sheet.getByRole('alert')).toContainText('There is no colour in a definition.')
  await sheet.getByRole('textbox', { name: 'JSON' }).fill(JSON.stringify(definition))
  await sheet.getByRole('button', { name: 'Dry run' }).click()
  await expect(diff(page).getByRole('listitem')).toHaveCount(6)
  await sheet.getByRole('button', { name: 'Import (6 changes)' }).click()
  await expect(sheet.getByRole('status')).toContainText('Team::Backup: created with all that it holds')
  await sheet.getByRole('button', { name: 'Close' }).last().click()

  await page.getByRole('searchbox', { name: 'Name or description' }).fill('saved backups')
  await expect(page).toHaveURL(/name=saved/)
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await page.getByRole('link', { name: 'Backups' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Backups')

  const { id } = await cloud.createImage({ ...image, name: 'backed-up', team_backup: 'daily' })
  await page.reload()
  await row(page, 'team_backup').getByText('1 image').filter({ visible: true }).click()
  await page.getByRole('link', { name: 'Images with team_backup = daily' }).click()
  await expect(page).toHaveURL(/property=team_backup/)
  await expect(page.getByRole('link', { name: 'backed-up' })).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: 'Edit backup' }).click()
  const form = page.getByRole('dialog', { name: 'Edit backup' })
  await form.getByRole('textbox', { name: 'Values to choose from' }).fill('daily\nweekly\nmonthly')
  await form.getByRole('combobox', { name: 'Default' }).selectOption('monthly')
  await form.getByRole('textbox', { name: 'Title' }).fill('')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription('This must be filled in.')
  await form.getByRole('textbox', { name: 'Title' }).fill('How often')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'How often')).toContainText('3 values to choose from')

  await page.goto(`/images/${id}/properties?q=how+often`)
  await expect(page.getByRole('list', { name: 'Custom properties' }).getByRole('combobox')).toHaveValue('daily')
  await page.getByRole('combobox', { name: 'team_backup' }).selectOption('monthly')
  await page.getByRole('button', { name: 'JSON' }).click()
  const text = page.getByRole('textbox', { name: 'Properties as JSON' })
  await expect(text).toHaveValue('{\n  "team_backup": "monthly"\n}')
  await text.fill('{\n  "team_backup": "monthly",\n  "team_keep": 7\n}')
  await expect(text).toHaveAccessibleDescription(/Line 3: 7 must be text in quotes.*\/team_keep/)
  await expect(page.getByRole('button', { name: 'Fix the JSON first' })).toBeDisabled()
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The JSON has a mistake' })).toContainText('Line 3')
  await expect(page.getByRole('list', { name: 'Custom properties' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Fix the JSON', exact: true }).click()
  await text.fill('{\n  "team_keep": "7"\n}')
  await page.getByRole('button', { name: 'Review changes (2)' }).click()
  await page.getByRole('dialog', { name: 'Review changes' }).getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => cloud.image(id)).toMatchObject({ team_keep: '7' })
  expect(await cloud.image(id)).not.toHaveProperty('team_backup')
})

test('an import says what it would change of what stands, and a protected namespace is overwritten and deleted', async ({
  dashboard: page,
}) => {
  const changed = {
    ...definition,
    properties: { keep: { title: 'Days', type: 'integer' }, where: { title: 'Where', type: 'string' } },
  }
  const sheet = await openImport(page, JSON.stringify(changed))
  await sheet.getByRole('button', { name: 'Dry run' }).click()
  await expect(diff(page)).toContainText('Stays as it is')
  await expect(sheet.getByRole('button', { name: 'Import (1 change)' })).toBeEnabled()
  await sheet.getByRole('radio', { name: 'Overwrite' }).check()
  await expect(diff(page).getByRole('listitem').filter({ hasText: '/title' }).last()).toContainText('Days to keepbecomesDays')
  await expect(diff(page).getByRole('listitem').filter({ hasText: 'Deleted' })).toContainText('backup')
  expect(await findings(page, ['region'])).toEqual([])
  await sheet.getByRole('button', { name: 'Import (3 changes)' }).click()
  await expect(sheet.getByRole('status')).toContainText('property backup deleted')

  await page.goto(`${path}?tab=resource_types`)
  await page.getByRole('button', { name: 'Delete OS::Glance::Image' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('nothing in it can be deleted')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete Team::Backup?' })
  await dialog.getByRole('button', { name: 'Remove protection' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL('/metadefs')
  await expect(page.getByRole('link', { name: 'Backups' })).toHaveCount(0)
})

test('a namespace and all that it holds are made and changed by forms', async ({ dashboard: page }) => {
  await page.goto('/metadefs')
  await page.getByRole('button', { name: 'Create namespace' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Create namespace' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Namespace' })).toHaveAccessibleDescription('Give it a name.')
  await sheet.getByRole('textbox', { name: 'Namespace' }).fill('Made::Here')
  await sheet.getByRole('button', { name: 'Create namespace' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made::Here' })).toBeVisible()

  await page.getByRole('link', { name: 'Tags (0)' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await sheet.getByRole('textbox', { name: 'Name' }).fill('old')
  await sheet.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('button', { name: 'Edit old' }).click()
  await sheet.getByRole('textbox', { name: 'Name' }).fill('renamed')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveText('renamed')

  await page.getByRole('link', { name: 'Resource types (0)' }).click()
  await page.getByRole('button', { name: 'Add resource type' }).click()
  await sheet.getByRole('combobox', { name: 'Resource type' }).fill('OS::Glance::Image')
  await sheet.getByRole('button', { name: 'Add resource type' }).click()
  await page.getByRole('button', { name: 'Edit OS::Glance::Image' }).click()
  await sheet.getByRole('textbox', { name: 'Prefix' }).fill('made_')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'OS::Glance::Image')).toContainText('made_')

  await page.getByRole('link', { name: 'Objects (0)' }).click()
  await page.getByRole('button', { name: 'Add object' }).click()
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Rack')
  await sheet.getByRole('button', { name: 'Add property' }).click()
  const property = sheet.getByRole('group', { name: 'Add property' })
  await property.getByRole('textbox', { name: 'Name' }).fill('units')
  await property.getByRole('textbox', { name: 'Title' }).fill('Height')
  await property.getByRole('combobox', { name: 'Type' }).selectOption('integer')
  await property.getByRole('spinbutton', { name: 'Maximum' }).fill('42')
  await property.getByRole('button', { name: 'Apply' }).click()
  await sheet.getByRole('checkbox', { name: 'units is required' }).check()
  expect(await findings(page, ['region'])).toEqual([])
  await sheet.getByRole('button', { name: 'Add object' }).click()
  await expect(row(page, 'Rack')).toContainText('Maximum: 42')

  await page.getByRole('link', { name: 'JSON' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download JSON' }).click()
  expect((await download).suggestedFilename()).toBe('made-here.json')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await sheet.getByRole('textbox', { name: 'Namespace' }).fill('Made::There')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL('/metadefs/Made%3A%3AThere')
})

test('a member reads definitions, and learns why they cannot be changed', async ({ page, cloud }) => {
  const member = await cloud.createPerson('member')
  await signIn(page, member.password, member.name)
  await page.goto('/metadefs')
  const create = page.getByRole('button', { name: 'Create namespace' })
  await expect(create).toHaveAccessibleDescription('Metadata definitions are changed by administrators. You can read them.')
  await create.press('Enter')
  await expect(page.getByRole('heading', { name: 'The rule add_metadef_namespace' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Watchdog' }).click()
  for (const name of ['Edit', 'Delete', 'Add property', 'Edit watchdog_action', 'Delete watchdog_action'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/metadefs/No%3A%3ASuch')
  await expect(page.getByRole('heading', { name: 'This namespace doesn’t exist, or your project can’t see it' })).toBeVisible()
})
