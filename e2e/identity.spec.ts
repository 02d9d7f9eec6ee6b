import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

test.skip(process.env.E2E_IDENTITY === 'keystone', 'users are kept in Keystone then')

/** What another administrator, or this one elsewhere, does meanwhile; answers the id. */
function elsewhere(page: Page, method: string, path: string, body: object): Promise<string> {
  return page.evaluate(
    async ([verb, url, sent]) => {
      const response = await fetch(`/identity/v3${url}`, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      })
      if (!response.ok) throw new Error(`${verb} ${url}: ${response.status} ${await response.text()}`)
      const [made] = Object.values(await response.json()) as { id: string }[]
      return made?.id ?? ''
    },
    [method, path, body] as const,
  )
}

const toast = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text })

async function choose(page: Page, name: string, item: 'Edit' | 'Delete') {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a user is renamed, told what is wrong beside each field, and deleted', async ({ dashboard: page }) => {
  const id = await elsewhere(page, 'POST', '/users', { user: { name: 'dora', email: 'dora@example.org' } })
  await page.goto('/admin/identity')
  await choose(page, 'dora', 'Edit')
  const sheet = page.getByRole('dialog', { name: 'Edit the user dora' })
  const name = sheet.getByRole('textbox', { name: 'Name' })
  const save = sheet.getByRole('button', { name: 'Save changes' })
  await sheet.getByRole('textbox', { name: 'Description' }).fill('Keeps the images')
  await name.fill('')
  await save.click()
  await expect(name).toHaveAccessibleDescription('Give a name.')
  await expect(name).toBeFocused()
  await name.fill('n'.repeat(256))
  await expect(name).toHaveAccessibleDescription('At most 255 characters fit; these are 256.')
  await save.click()
  await expect(name).toBeFocused()
  await name.fill('admin')
  await save.click()
  await expect(name).toHaveAccessibleDescription('This name is taken already: choose another one.')
  await expect(name).toBeFocused()
  await save.focus()
  await save.click()
  await expect(name).toBeFocused()
  await expect(sheet.getByRole('textbox', { name: 'Description' })).toHaveValue('Keeps the images')
  await name.fill('theodora')
  await save.click()
  await sheet.waitFor({ state: 'detached' })
  await expect(toast(page, 'theodora is changed.')).toBeVisible()
  await choose(page, 'theodora', 'Edit')
  const again = page.getByRole('dialog', { name: 'Edit the user theodora' })
  await expect(again.getByRole('textbox', { name: 'Description' })).toHaveValue('Keeps the images')
  await expect(again.getByRole('textbox', { name: 'Email' })).toHaveValue('dora@example.org')
  await page.keyboard.press('Escape')
  await again.waitFor({ state: 'detached' })

  await choose(page, 'theodora', 'Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete the user theodora?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(question).toContainText('sessions and tokens end at once')
  await question.getByRole('button', { name: 'Delete user' }).click()
  await question.waitFor({ state: 'detached' })
  await expect(toast(page, 'theodora is deleted.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Actions for theodora' })).toHaveCount(0)

  await page.goto(`/admin/audit?resource=${id}`)
  const table = page.getByRole('table', { name: 'Audit log' })
  await expect(table.getByText('Delete a user')).toBeVisible()
  await expect(table.getByText('Change a user').first()).toBeVisible()
})

test('whoever creates a user is told all that is missing at once, and led to the first of it', async ({ dashboard: page }) => {
  await page.goto('/admin/identity')
  await page.getByRole('button', { name: 'Create user' }).click()
  const sheet = page.getByRole('dialog', { name: 'Create user' })
  const name = sheet.getByRole('textbox', { name: 'Name' })
  const password = sheet.getByLabel('New password')
  const create = sheet.getByRole('button', { name: 'Create user' })
  await create.click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('Give a name.')
  await expect(password).toHaveAccessibleDescription('Give a password.')
  await name.fill('admin')
  await create.click()
  await expect(password).toBeFocused()
  await password.fill('a-long-password')
  await create.click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('This name is taken already: choose another one.')
})

test('what Vitrine itself works in keeps its name, says so, and can be described', async ({ dashboard: page }) => {
  await page.goto('/admin/identity?tab=projects')
  await choose(page, 'service', 'Edit')
  const sheet = page.getByRole('dialog', { name: 'Edit the project service' })
  const name = sheet.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await expect(name).not.toBeEditable()
  await expect(name).toHaveAccessibleDescription(/^Vitrine itself works in this project/)
  await sheet.getByRole('textbox', { name: 'Description' }).fill('For the service alone')
  await sheet.getByRole('button', { name: 'Save changes' }).click()
  await expect(toast(page, 'service is changed.')).toBeVisible()
})

test('two administrators who edit one project are told of each other', async ({ dashboard: page }) => {
  const id = await elsewhere(page, 'POST', '/projects', { project: { name: 'pottery' } })
  await page.goto('/admin/identity?tab=projects')
  await choose(page, 'pottery', 'Edit')
  const sheet = page.getByRole('dialog', { name: 'Edit the project pottery' })
  const name = sheet.getByRole('textbox', { name: 'Name' })
  const save = sheet.getByRole('button', { name: 'Save changes' })
  await name.fill('ceramics')
  await elsewhere(page, 'PATCH', `/projects/${id}`, { project: { name: 'clay', description: 'Wheels and kilns' } })
  let hasTyped = () => {}
  const typed = new Promise<void>((resolve) => {
    hasTyped = resolve
  })
  await page.route(`**/identity/v3/projects/${id}`, async (route) => {
    await typed
    await route.continue()
  })
  const asked = page.waitForRequest(`**/identity/v3/projects/${id}`)
  await save.click()
  await asked
  await name.fill('ceramics and glass')
  hasTyped()
  await expect(sheet.getByRole('alert')).toContainText('Somebody else has changed this meanwhile')
  await expect(name).toHaveValue('ceramics and glass')
  await expect(name).toHaveAccessibleDescription('Now: clay')
  await expect(sheet.getByRole('textbox', { name: 'Description' })).toHaveValue('Wheels and kilns')
  await save.click()
  await sheet.waitFor({ state: 'detached' })
  await expect(page.getByRole('button', { name: 'Actions for ceramics and glass' })).toBeVisible()
})

test('a project says how many images it leaves behind, and they are found by its ID', async ({ dashboard: page, cloud }) => {
  const id = await elsewhere(page, 'POST', '/projects', { project: { name: 'attic' } })
  const shown = await cloud.createImage({ name: 'left-behind', owner: id })
  const hidden = await cloud.createImage({ name: 'left-hidden', owner: id, os_hidden: true })
  await page.goto('/admin/identity?tab=projects')
  await choose(page, 'attic', 'Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete the project attic?' })
  await expect(question).toContainText('It owns 2 images.')
  await expect(question.getByRole('link', { name: 'Show its hidden images' })).toBeVisible()
  const found = await question.getByRole('link', { name: 'Show its images' }).getAttribute('href')
  await question.getByRole('button', { name: 'Delete project' }).click()
  await question.waitFor({ state: 'detached' })
  await page.goto(found ?? '')
  await expect(page.getByRole('table', { name: 'All images' })).toContainText('left-behind')
  for (const image of [shown, hidden]) await cloud.deleteImage(image.id)
})

test('a domain is deleted once it is disabled, and what would lock people out is not', async ({ dashboard: page }) => {
  const id = await elsewhere(page, 'POST', '/domains', { domain: { name: 'branch' } })
  await elsewhere(page, 'POST', '/projects', { project: { name: 'in-branch', domain_id: id } })
  await page.goto('/admin/identity?tab=domains')
  const remove = page.getByRole('menuitem', { name: 'Delete' })
  await page.getByRole('button', { name: 'Actions for branch' }).click()
  await expect(remove).toBeDisabled()
  await expect(remove).toHaveAccessibleDescription('Disable the domain first, to see what is lost with it.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Disable branch' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('button', { name: 'Enable branch' })).toBeVisible()
  await choose(page, 'branch', 'Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete the domain branch?' })
  await expect(question).toContainText('projects (1) are deleted with it')
  await expect(question.getByRole('link', { name: 'in-branch' })).toBeVisible()
  await question.getByRole('button', { name: 'Delete domain' }).click()
  await question.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Actions for Default' }).click()
  await expect(remove).toHaveAccessibleDescription(/^Vitrine itself works in this domain/)
  await page.goto('/admin/identity')
  await page.getByRole('button', { name: 'Actions for admin', exact: true }).click()
  await expect(remove).toBeDisabled()
  await expect(remove).toHaveAccessibleDescription('This is you. Another administrator can delete you.')
})
