import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { chooseAction } from './support/choose-action'
import { connect } from './support/cloud'
import { comeBackUntil } from './support/come-back'
import { makeQcow2 } from './support/disk-files'
import { dropFiles, limitUpload } from './support/drop'
import { startServer } from './support/server'
import { expect, signIn, test } from './support/test'

/** As if the session had been taken back. */
const endSession = (context: BrowserContext) => context.clearCookies({ name: /session-token/ })

const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: 'Sign in again' })

async function signInAgain(page: Page, password: string) {
  await dialogOf(page).getByLabel('Password').fill(password)
  await dialogOf(page).getByRole('button', { name: 'Sign in' }).click()
}

test('asks for the password in place, and sends the refused request once more', async ({ page, server, cloud, context }) => {
  const image = await cloud.createImage({ name: 'to-be-deleted', visibility: 'private' })
  await signIn(page, server.password)
  await page.goto(`/images/${image.id}`)
  await chooseAction(page, 'Delete')
  await endSession(context)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(dialogOf(page).getByLabel('User name')).toHaveValue('admin')
  await expect(dialogOf(page).getByLabel('Password')).toBeFocused()
  const { violations } = await new AxeBuilder({ page }).include('[role=alertdialog]').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('Escape')
  await signInAgain(page, 'not-the-password')
  await expect(dialogOf(page).getByText('do not go together')).toBeVisible()
  await signInAgain(page, server.password)
  await expect(dialogOf(page)).toBeHidden()
  await expect.poll(async () => (await cloud.imagesNamed('to-be-deleted')).length).toBe(0)
})

test('keeps what was typed into a form', async ({ page, server, cloud, context }) => {
  await signIn(page, server.password)
  await dropFiles(page, [makeQcow2(server.folder, 'typed.qcow2', 1)])
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill('typed-by-hand')
  await endSession(context)
  await sheet.getByRole('button', { name: 'Start upload' }).click()
  await signInAgain(page, server.password)
  await expect.poll(async () => (await cloud.imagesNamed('typed-by-hand'))[0]?.status).toBe('active')
})

test('does not go on for somebody else', async ({ page, server, cloud, context }) => {
  const reader = await cloud.createPerson('reader')
  await signIn(page, server.password)
  await endSession(context)
  const other = await context.newPage()
  await page
    .getByRole('button', { name: /Refresh|Upload image/ })
    .first()
    .waitFor()
  await page.evaluate(() => fetch('/v2/images'))
  await comeBackUntil(page, () => expect(dialogOf(page)).toBeVisible({ timeout: 1000 }))
  await signIn(other, reader.password, reader.name)
  await expect(page.getByText(`signed in as ${reader.name}`)).toBeVisible()
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByRole('button', { name: `Account and settings of ${reader.name}` })).toBeVisible()
})

test.describe('with tokens that live for half a minute', () => {
  test.skip(process.env.E2E_IDENTITY === 'keystone', 'the life of a token is the setting of the identity inside')

  test('asks when the session ends, while an upload goes on', async ({ page }) => {
    const server = await startServer({ config: '[token]\nexpiration = 30\n' })
    try {
      await page.goto(`${server.url}/login`)
      await page.getByLabel('User name').fill('admin')
      await page.getByLabel('Password').fill(server.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.locator('main h2').first().waitFor()
      await limitUpload(page, 200_000)
      await dropFiles(page, [makeQcow2(server.folder, 'slow.qcow2', 8)])
      await page.getByRole('dialog').getByRole('button', { name: 'Start upload' }).click()
      // By its attribute: under the dialog nothing of the page can be reached by its role.
      const bar = page.locator('[role=progressbar]')
      await expect(bar).toBeVisible()
      await expect(dialogOf(page)).toBeVisible({ timeout: 40_000 })
      const before = Number(await bar.getAttribute('aria-valuenow', { timeout: 5000 }))
      await signInAgain(page, server.password)
      await expect(dialogOf(page)).toBeHidden()
      expect(before).toBeLessThan(100)
      await limitUpload(page, null)
      await expect(page.getByRole('region', { name: 'Uploads' }).getByText('Active')).toBeVisible({ timeout: 25_000 })
      expect((await (await connect(server)).imagesNamed('slow'))[0]?.status).toBe('active')
    } finally {
      await server.stop()
    }
  })
})
